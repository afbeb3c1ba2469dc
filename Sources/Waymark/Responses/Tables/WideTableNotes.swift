import WaymarkBasics

/// What was done with a table of responses that nobody had asked for, so that it can be told.
package struct WideTableNotes: Equatable, Sendable {
  /// Cells of a background question that a spreadsheet had turned into days, and what they were.
  package struct MendedDays: Hashable, Sendable {
    package let field: String
    package internal(set) var cells: Int
    /// The first of them.
    package let cell: String
    /// What it was.
    package let option: String
    package let line: Int
    package let column: Int
  }

  /// Rows that say the same as an earlier one, where no column tells whose they are.
  package struct EqualRows: Hashable, Sendable {
    package internal(set) var rows: Int
    /// The first of them, and the row that it is equal to.
    package let line: Int
    package let first: Int
  }

  /// Where the roles come from that people are compared with.
  package enum Roles: Hashable, Sendable {
    /// A column says them, or the framework has none.
    case said
    /// They follow from the position, for so many people.
    case ofPositions(Int)
    /// No column says anything of them.
    case unknown
  }

  /// Cells that were put right.
  package internal(set) var mendedDays: [MendedDays] = []
  /// Rows in which nothing was answered, so that they are no responses.
  package internal(set) var unanswered = 0
  /// Rows of people who tried the form out.
  package internal(set) var previews = 0
  /// Rows below the others that sum them up.
  package internal(set) var summaries = 0
  /// How many respondents have a random id in place of an e-mail address.
  package internal(set) var addresses = 0
  /// How many statements have columns that were passed over, as the campaign asks the core form alone.
  package internal(set) var statementsNotAsked = 0
  /// Where the roles of people come from.
  package internal(set) var roles = Roles.said
  /// Whether no column holds ids, so that each row has a random one.
  package internal(set) var areIDsMade = false
  package internal(set) var equalRows: EqualRows?
  /// How the rows that were passed over differ from the others.
  package internal(set) var passedOver: RowComparison?

  /// Nothing was done.
  package init() {}
}

/// The labels that a map lacks, each once however often it stands in a table.
struct MissingLabels: Sendable {

  private struct Found: Sendable {
    let label: LabelWithoutCode
    let line: Int
    let column: Int
    var cells: Int
  }

  private static let limit = 1_000

  private var places: [String: Int] = [:]
  private var found: [Found] = []
  /// The cells that they stand in.
  private(set) var cells = 0

  /// Counts a cell; `false` where there are too many labels to know them all.
  mutating func add(_ label: LabelWithoutCode, line: Int, column: Int) -> Bool {
    if let place = places[label.row] {
      found[place].cells += 1
    } else {
      guard found.count < Self.limit else { return false }
      places[label.row] = found.count
      found.append(Found(label: label, line: line, column: column, cells: 1))
    }
    cells += 1
    return true
  }

  /// A problem each, where the label stands first.
  func report(to problems: inout BoundedFindings<WideTableProblem>) {
    for found in found {
      problems.add(
        line: found.line, column: found.column,
        .labelWithoutCode(found.label, cells: found.cells))
    }
  }
}

/// How the rows of a table that were passed over differ from those that were taken.
package struct RowComparison: Equatable, Sendable {
  /// The fewest rows of whom anything is said, on either side.
  package static let fewest = 10
  /// How many standard errors apart is no chance any more: two means, and the one share of several that
  /// differs most.
  private static let limit = 2.0
  private static let limitOfShares = 2.7

  /// Some of the rows.
  struct Rows: Equatable, Sendable {
    var count = 0
    /// Those with any level, the sum of their mean levels, and that of the squares.
    var rated = 0
    var sum = 0.0
    var squares = 0.0
    /// How many have each role, by its place; the last place is no role.
    var roles: [Int]

    var mean: Double? { rated > 0 ? sum / Double(rated) : nil }

    /// The variance of the mean.
    var uncertainty: Double {
      guard rated > 1 else { return 0 }
      let count = Double(rated)
      return max(0, squares - sum * sum / count) / (count - 1) / count
    }
  }

  private(set) var passedOver: Rows
  private(set) var taken: Rows

  init(roles: Int) {
    passedOver = Rows(roles: Array(repeating: 0, count: roles + 1))
    taken = passedOver
  }

  mutating func add(_ record: CodedResponse, isTaken: Bool) {
    if isTaken { Self.add(record, to: &taken) } else { Self.add(record, to: &passedOver) }
  }

  private static func add(_ record: CodedResponse, to rows: inout Rows) {
    rows.count += 1
    rows.roles[record.role ?? rows.roles.count - 1] += 1
    let ranks = record.sheet.compactMap(AnswerSheet.rank(of:))
    guard !ranks.isEmpty else { return }
    let mean = Double(ranks.reduce(0, +)) / Double(ranks.count)
    rows.rated += 1
    rows.sum += mean
    rows.squares += mean * mean
  }

  /// Whether there are enough rows on both sides to compare them.
  package var isTold: Bool {
    min(passedOver.count, taken.count, passedOver.rated, taken.rated) >= Self.fewest
  }

  /// The mean levels of the people on both sides; `nil` where there are too few.
  package var means: (passedOver: Double, taken: Double)? {
    guard isTold, let passed = passedOver.mean, let kept = taken.mean else { return nil }
    return (passed, kept)
  }

  /// The role whose share differs most, and its shares; `nil` where there are too few or nobody has one.
  package var role: (place: Int, passedOver: Double, taken: Double)? {
    guard isTold else { return nil }
    let shares = passedOver.roles.indices.dropLast().map { place in
      (place: place, passedOver: share(place, of: passedOver), taken: share(place, of: taken))
    }
    let most = shares.max {
      abs($0.passedOver - $0.taken) < abs($1.passedOver - $1.taken)
    }
    return most.flatMap { $0.passedOver + $0.taken > 0 ? $0 : nil }
  }

  /// Whether the two differ by more than chance explains: their means or that share by two standard
  /// errors.
  package var differs: Bool {
    guard let means, isTold else { return false }
    let error = (passedOver.uncertainty + taken.uncertainty).squareRoot()
    if abs(means.passedOver - means.taken) > Self.limit * error + 1e-9 { return true }
    guard let role else { return false }
    let counts = (Double(passedOver.count), Double(taken.count))
    let pooled = (role.passedOver * counts.0 + role.taken * counts.1) / (counts.0 + counts.1)
    let spread = (pooled * (1 - pooled) * (1 / counts.0 + 1 / counts.1)).squareRoot()
    return abs(role.passedOver - role.taken) > Self.limitOfShares * spread + 1e-9
  }

  private func share(_ place: Int, of rows: Rows) -> Double {
    Double(rows.roles[place]) / Double(rows.count)
  }
}
