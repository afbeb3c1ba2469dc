import WaymarkBasics

/// The codes that the labels of a column stand for.
///
/// A label that differs only in how it is written, as `TolerantText` has it, is the same label.
struct LabelCodes: Hashable, Sendable {
  /// What stands for every other label.
  private var other: String?
  private var exact: [String: String] = [:]
  private var tolerant: [String: String] = [:]

  /// Whether nothing is mapped.
  var isEmpty: Bool { exact.isEmpty && other == nil }

  /// Adds a label; one that is there already keeps its code.
  mutating func add(_ label: String, _ code: String) {
    let code = code == ColumnMap.empty ? "" : code
    switch label {
    case ColumnMap.any: other = other ?? code
    case ColumnMap.empty: exact[""] = exact[""] ?? code
    default:
      exact[label] = exact[label] ?? code
      let key = TolerantText.key(label)
      tolerant[key] = tolerant[key] ?? code
    }
  }

  /// Adds those of others that are not there.
  mutating func add(_ others: LabelCodes) {
    exact.merge(others.exact) { own, _ in own }
    tolerant.merge(others.tolerant) { own, _ in own }
    other = other ?? others.other
  }

  /// The code of a label by its own name.
  func code(of label: String) -> String? {
    if let code = exact[label] { return code }
    return label.isEmpty ? nil : tolerant[TolerantText.key(label)]
  }

  /// The code of a label that has none of its own.
  func codeOfOther(_ label: String) -> String? { label.isEmpty ? nil : other }

  /// The parts of a cell in which several labels stand, each with its code; a part that is neither a
  /// label nor known otherwise has none.
  ///
  /// Labels may hold the mark that stands between them, so that the longest ones are looked for first.
  func parts(
    of cell: String, isKnown: (String) -> Bool
  ) -> [(label: String, code: String?)] {
    func resolve(_ label: String) -> String? {
      code(of: label) ?? (isKnown(label) ? label : nil)
    }
    if let code = resolve(cell) { return [(cell, code)] }
    let separators = Self.separators.filter { cell.contains($0) }
    for separator in separators {
      let parts = Self.joined(Self.pieces(cell, separator), by: separator, resolve)
      if parts.allSatisfy({ $0.code != nil }) { return parts }
    }
    let words = Self.joined(Self.pieces(cell, " "), by: " ", resolve)
    if words.count > 1, words.allSatisfy({ $0.code != nil }) { return words }
    let parts =
      separators.first.map { Self.joined(Self.pieces(cell, $0), by: $0, resolve) }
      ?? [(cell, nil)]
    return parts.map { ($0.label, $0.code ?? codeOfOther($0.label)) }
  }

  private static let separators = [";", "\n", "|", ", ", ","]

  private static func pieces(_ cell: String, _ separator: String) -> [String] {
    cell.split(separator: separator).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// The pieces, of which neighbours are one where they are a label together.
  private static func joined(
    _ pieces: [String], by separator: String, _ resolve: (String) -> String?
  ) -> [(label: String, code: String?)] {
    var parts: [(label: String, code: String?)] = []
    var place = 0
    while place < pieces.count {
      var found: (end: Int, label: String, code: String)?
      for end in (place..<min(pieces.count, place + 12)).reversed() where found == nil {
        let label = pieces[place...end].joined(separator: separator)
        if let code = resolve(label) { found = (end, label, code) }
      }
      parts.append(found.map { ($0.label, $0.code) } ?? (pieces[place], nil))
      place = (found?.end ?? place) + 1
    }
    return parts
  }
}
