/// Findings of whatever kind, for whoever only shows them.
public protocol FindingsReport: Error {
  /// A line each, in the order of the file, and a last one that counts what is not listed.
  var lines: [String] { get }
}
