/// All that is wrong with an input, in the order of the file; the input is refused as a whole.
public struct Findings<Kind: Problem>: FindingsReport, Equatable, Sendable {
  /// How many findings are listed; the rest are only counted.
  public static var limit: Int { 50 }

  /// The first findings, never empty.
  public let listed: [Finding<Kind>]
  /// How many more there are.
  public let unlisted: Int

  /// Gathers findings, or gives `nil` when there are none.
  ///
  /// `unlisted` counts further findings that were never made because the limit was reached.
  public init?(_ findings: [Finding<Kind>], unlisted: Int = 0) {
    guard !findings.isEmpty else { return nil }
    listed = Array(findings.prefix(Self.limit))
    self.unlisted = findings.count - listed.count + unlisted
  }

  /// A single finding.
  public init(_ finding: Finding<Kind>) {
    listed = [finding]
    unlisted = 0
  }

  /// A line each, in the order of the file, and a last one that counts what is not listed.
  public var lines: [String] {
    listed.map(\.description)
      + (unlisted == 0 ? [] : ["... and \(unlisted) more problem\(unlisted == 1 ? "" : "s")"])
  }
}
