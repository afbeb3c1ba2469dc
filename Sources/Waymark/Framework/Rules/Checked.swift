/// What became of a draft: a value, or all that is wrong with it.
public struct Checked<Value: Sendable>: Sendable {
  /// The value; `nil` when anything is wrong or parts of the document could not be read.
  public let value: Value?
  /// What is wrong, in the order of the file.
  public let findings: [Finding<FrameworkProblem>]
  /// How many findings more there were than anybody wants to keep.
  public let more: Int

  init(_ value: Value?, _ check: DraftCheck) {
    findings = check.findings.inFileOrder()
    more = check.more
    self.value = findings.isEmpty && check.isWhole ? value : nil
    incompleteAt = Place(file: check.file, at: check.place)
  }

  private let incompleteAt: Place

  /// The value, or throws what is wrong.
  public func get() throws(Findings<FrameworkProblem>) -> Value {
    if let value { return value }
    throw Findings(findings, unlisted: more) ?? Findings(Finding(.incomplete, at: incompleteAt))
  }
}
