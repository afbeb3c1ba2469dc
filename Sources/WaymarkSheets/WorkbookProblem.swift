/// A workbook could not be written.
public struct WorkbookProblem: Error, Hashable, Sendable {
  /// What libxlsxwriter says about it.
  public let reason: String
}
