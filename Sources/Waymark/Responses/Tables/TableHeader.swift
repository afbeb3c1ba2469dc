import WaymarkBasics

/// Finds out what the columns of a table mean, by their names.
///
/// A name must be exactly right: one that differs by case or blanks is refused with the right one.
struct TableHeader<Meaning: Sendable>: Sendable {
  /// The names that columns may have, in the order that suggestions prefer.
  private(set) var names: [String] = []
  private var meanings: [String: Meaning] = [:]

  /// Adds a name, or gives `false` when it has a meaning already.
  mutating func add(_ name: String, _ meaning: Meaning, suggested: Bool = true) -> Bool {
    guard meanings[name] == nil else { return false }
    meanings[name] = meaning
    if suggested { names.append(name) }
    return true
  }

  /// What a column of this name means.
  func meaning(named name: String) -> Meaning? { meanings[name] }

  /// The meaning of each column, `nil` for one that has none; problems with their columns, counted
  /// from 1, go to `report`.
  func meanings(
    of row: TableRow, report: (Int?, @autoclosure () -> TableProblem) -> Void
  ) -> [Meaning?] {
    guard row.fields.contains(where: { !$0.isEmpty }) else {
      report(nil, .noHeader)
      return []
    }
    if row.fields.count == 1, let separator = Self.otherSeparator(in: row.fields[0]) {
      report(1, .otherSeparator(separator))
      return []
    }
    var firsts: [String: Int] = [:]
    return row.fields.enumerated().map { place, name in
      if name.isEmpty {
        report(place + 1, .namelessColumn)
      } else if let first = firsts[name] {
        report(place + 1, .doubledColumn(name, first: first))
      } else {
        firsts[name] = place + 1
        if let meaning = meanings[name] { return meaning }
        report(
          place + 1,
          .unknownColumn(UnknownName(.column, name, among: names.map { .init($0) })))
      }
      return nil
    }
  }

  /// Reports a row that does not have one field for each of so many columns, and tells whether it
  /// has.
  static func fits(_ row: TableRow, columns: Int, report: (TableProblem) -> Void) -> Bool {
    if row.fields.isEmpty {
      report(.emptyRow)
    } else if row.fields.count != columns {
      report(.rowLength(row.fields.count, header: columns))
    } else {
      return true
    }
    return false
  }

  static func otherSeparator(in name: String) -> String? {
    if name.contains(";") { return "';'" }
    return name.contains("\t") ? "tabs" : nil
  }
}
