/// A workbook could not be written.
public struct WorkbookProblem: Error, Hashable, Sendable {
  /// What libxlsxwriter says about it, or why it is not there.
  public let reason: String
}
