package import WaymarkBasics

/// What became of a draft: a value, or all that is wrong with it.
package struct Checked<Value: Sendable>: Sendable {
  /// The value; `nil` when anything is wrong or parts of the document could not be read.
  package let value: Value?
  /// What is wrong, in the order of the file.
  package let findings: [Finding<FrameworkProblem>]
  /// How many findings more there were than anybody wants to keep.
  package let more: Int

  init(_ value: Value?, _ check: DraftCheck) {
    findings = check.findings.inFileOrder()
    more = check.more
    self.value = findings.isEmpty && check.isWhole ? value : nil
  }
}
