/// Something wrong with an input, as facts: `what` and `mend` put them into words.
public protocol Problem: Hashable, Sendable {
  /// What is wrong, without a full stop: "no competency has the id 'pln'".
  var what: String { get }
  /// How to mend it, without a full stop: "did you mean 'plan'?".
  var mend: String { get }
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

/// One problem at one place.
public struct Finding<Kind: Problem>: Hashable, Sendable, CustomStringConvertible {
  /// Where.
  public let place: Place
  /// What.
  public let problem: Kind

  /// Joins a problem and its place.
  public init(_ problem: Kind, at place: Place) {
    self.problem = problem
    self.place = place
  }

  /// The finding in one line, `file:line:column: what; mend`.
  ///
  /// It may hold characters of the input: make it `printable` before it meets a terminal.
  public var description: String {
    let position = [place.line, place.column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(place.file)\(position): \(problem.what); \(problem.mend)"
  }
}

/// Findings of whatever kind, for whoever only shows them.
public protocol FindingsReport: Error {
  /// A line each, in the order of the file, and a last one that counts what is not listed.
  ///
  /// They may hold characters of the input: make them `printable` before they meet a terminal.
  var lines: [String] { get }
}

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
