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

  /// Gathers findings of which more than usual are listed.
  package init?(listing findings: [Finding<Kind>], unlisted: Int) {
    guard !findings.isEmpty else { return nil }
    (listed, self.unlisted) = (findings, unlisted)
  }

  /// A single finding.
  public init(_ finding: Finding<Kind>) {
    listed = [finding]
    unlisted = 0
  }

  /// A line each, in the order of the file, and a last one that counts what is not listed.
  public var lines: [String] {
    listedLines + (unlisted == 0 ? [] : [Self.more(unlisted)])
  }

  /// A line for each that is listed.
  public var listedLines: [String] { listed.map(\.description) }
}

/// Findings of whatever kind, for whoever only shows them.
public protocol FindingsReport: Error {
  /// A line each, in the order of the file, and a last one that counts what is not listed.
  var lines: [String] { get }
  /// A line for each that is listed.
  var listedLines: [String] { get }
  /// How many more there are.
  var unlisted: Int { get }
}

extension Sequence {
  /// The findings by line and column, those of the file as a whole first; what stands at one place
  /// keeps its order.
  public func inFileOrder<Kind>() -> [Finding<Kind>] where Element == Finding<Kind> {
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
public struct BoundedFindings<Kind: Problem>: Sendable {
  private let file: String
  private let limit: Int
  private var listed: [Finding<Kind>] = []
  private var unlisted = 0

  /// - Parameter limit: how many are listed; the rest are only counted.
  package init(file: String, limit: Int = Findings<Kind>.limit) {
    self.file = file
    self.limit = limit
  }

  /// How many there are, listed or not.
  public var count: Int { listed.count + unlisted }

  /// The findings so far, or `nil` when there are none.
  public var findings: Findings<Kind>? { Findings(listing: listed, unlisted: unlisted) }

  package mutating func add(
    line: Int? = nil, column: Int? = nil, _ problem: @autoclosure () -> Kind
  ) {
    add(at: Place(file: file, line: line, column: column), problem())
  }

  /// Adds a problem that stands in another file than the rest.
  package mutating func add(at place: Place, _ problem: @autoclosure () -> Kind) {
    guard listed.count < limit else {
      unlisted += 1
      return
    }
    listed.append(Finding(problem(), at: place))
  }
}

/// One problem at one place.
public struct Finding<Kind: Problem>: Hashable, Sendable, CustomStringConvertible {
  /// Where.
  public let place: Place
  /// What is wrong there.
  public let problem: Kind

  package init(_ problem: Kind, at place: Place) {
    self.problem = problem
    self.place = place
  }

  /// The finding in one line that cannot steer a terminal, `file:line:column: what; mend`.
  ///
  /// Problems quote the input by `excerpt`; what a problem of ours should forget to, this still keeps
  /// on its line and within bounds.
  public var description: String {
    let position = [place.line, place.column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(place.file)\(position): \(problem.what.asPartOfLine); \(problem.mend.asPartOfLine)"
  }
}

/// Something wrong with an input, as facts: `what` and `mend` put them into words.
public protocol Problem: Hashable, Sendable {
  /// What is wrong, without a full stop: "no competency has the id 'pln'".
  var what: String { get }
  /// How to mend it, without a full stop: "did you mean 'plan'?".
  var mend: String { get }
}

/// Where in an input something stands.
public struct Place: Hashable, Sendable {
  /// The file as the person named it.
  public let file: String
  /// Where in the file.
  public let position: LineAndColumn

  /// The line, counted from 1; absent when the fault is the file's as a whole.
  public var line: Int? { position.line }
  /// The column, counted from 1; absent when only the line is known.
  public var column: Int? { position.column }

  /// Names a place; a line or column that is not 1 to 2^32 - 1 counts as absent.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.init(file: file, at: LineAndColumn(line: line, column: column))
  }

  /// Names a place.
  public init(file: String, at position: LineAndColumn) {
    self.file = file
    self.position = position
  }
}

/// Where in a file something stands.
public struct LineAndColumn: Hashable, Sendable {
  // Drafts hold one for every element of a document, so it is kept small: 0 is absent.
  private let lineOrZero: UInt32
  private let columnOrZero: UInt32

  /// The line, counted from 1; absent when the fault is the file's as a whole.
  public var line: Int? { lineOrZero == 0 ? nil : Int(lineOrZero) }
  /// The column, counted from 1; absent when only the line is known.
  public var column: Int? { columnOrZero == 0 ? nil : Int(columnOrZero) }

  /// Joins line and column; a number that is not 1 to 2^32 - 1 counts as absent.
  public init(line: Int? = nil, column: Int? = nil) {
    lineOrZero = line.flatMap { UInt32(exactly: $0) } ?? 0
    columnOrZero = column.flatMap { UInt32(exactly: $0) } ?? 0
  }
}

// MARK: - Words

/// How a name is worded that names nothing.
extension String {
  /// This name as a guess at what was meant: "did you mean 'plan'?".
  public var didYouMean: String { Self.didYouMean("'\(self)'") }

  /// A guess at what was meant, in marks of its own, such as `<area>`.
  public static func didYouMean(_ marked: String) -> String { "did you mean \(marked)?" }

  /// That nothing of a kind has this id: "no competency has the id 'pln'".
  public func isNo(_ kind: String) -> String { "no \(kind) has the id \(excerpt)" }
}

extension Findings {
  /// The line that counts what is not listed.
  static func more(_ count: Int) -> String {
    "... and \(count) more problem\(count == 1 ? "" : "s")"
  }
}
