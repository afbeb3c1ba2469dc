/// A workbook could not be written.
package struct WorkbookProblem: Error, Hashable, Sendable {
  /// What libxlsxwriter says about it, or why it is not there.
  package let reason: String
}
