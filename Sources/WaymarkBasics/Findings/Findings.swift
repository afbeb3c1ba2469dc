/// All that is wrong with an input, in the order of the file; the input is refused as a whole.
package struct Findings<Kind: Problem>: FindingsReport, Equatable, Sendable {
  /// How many findings are listed; the rest are only counted.
  package static var limit: Int { 50 }

  /// The first findings, never empty.
  package let listed: [Finding<Kind>]
  /// How many more there are.
  package let unlisted: Int

  /// Gathers findings, or gives `nil` when there are none.
  ///
  /// `unlisted` counts further findings that were never made because the limit was reached.
  package init?(_ findings: [Finding<Kind>], unlisted: Int = 0) {
    guard !findings.isEmpty else { return nil }
    listed = Array(findings.prefix(Self.limit))
    self.unlisted = findings.count - listed.count + unlisted
  }

  /// A single finding.
  package init(_ finding: Finding<Kind>) {
    listed = [finding]
    unlisted = 0
  }

  /// A line each, in the order of the file, and a last one that counts what is not listed.
  package var lines: [String] {
    listed.map(\.description) + (unlisted == 0 ? [] : [Self.more(unlisted)])
  }
}

/// Findings of whatever kind, for whoever only shows them.
package protocol FindingsReport: Error {
  /// A line each, in the order of the file, and a last one that counts what is not listed.
  var lines: [String] { get }
}

extension Sequence {
  /// The findings by line and column, those of the file as a whole first; what stands at one place
  /// keeps its order.
  package func inFileOrder<Kind>() -> [Finding<Kind>] where Element == Finding<Kind> {
    enumerated().map { (order: Self.order($0.element.place, $0.offset), finding: $0.element) }
      .sorted { $0.order < $1.order }
      .map(\.finding)
  }

  private static func order(_ place: Place, _ offset: Int) -> (Int, Int, Int) {
    (place.line ?? 0, place.column ?? 0, offset)
  }
}

/// Gathers the findings of one file in memory that does not grow with their number.
///
/// A problem past the limit is only counted; it is not even made, as looking for a suggestion costs
/// time.
package struct BoundedFindings<Kind: Problem>: Sendable {
  private let file: String
  private var listed: [Finding<Kind>] = []
  private var unlisted = 0

  package init(file: String) {
    self.file = file
  }

  /// How many there are, listed or not.
  package var count: Int { listed.count + unlisted }

  /// The findings so far, or `nil` when there are none.
  package var findings: Findings<Kind>? { Findings(listed, unlisted: unlisted) }

  package mutating func add(
    line: Int? = nil, column: Int? = nil, _ problem: @autoclosure () -> Kind
  ) {
    guard listed.count < Findings<Kind>.limit else {
      unlisted += 1
      return
    }
    listed.append(Finding(problem(), at: Place(file: file, line: line, column: column)))
  }
}
