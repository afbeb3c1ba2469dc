import FoundationEssentials
import WaymarkBasics

/// What the ledger keeps of the rows of an export, to know again the people who are in it.
///
/// What was said about each person is kept as it was given out, which as many people as the smallest
/// group has in common; of the answers to the statements only a number that is equal for equal ones.
package struct ExportedRows: Hashable, Sendable {
  /// The people that the export shows alike.
  package struct Class: Hashable, Sendable {
    /// The role and the background sheet that were given out, `-` for what was left empty.
    package let about: [UInt8]
    /// A number for the answers of each of the people, in ascending order.
    package let sheets: [UInt64]

    /// Takes a class as it is kept.
    package init(about: [UInt8], sheets: [UInt64]) {
      self.about = about
      self.sheets = sheets
    }
  }

  /// The classes, in the order of what is said of them.
  package let classes: [Class]

  /// Takes the rows as they are kept.
  package init(classes: [Class]) { self.classes = classes }

  /// Takes the rows that an export of protected responses writes.
  package init(_ responses: DeidentifiedResponses) {
    var sheets: [ArraySlice<UInt8>: [UInt64]] = [:]
    for person in 0..<responses.people {
      sheets[responses.about(person), default: []].append(Self.mark(responses.sheet(person)))
    }
    classes = sheets.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      Class(about: Array($0.key), sheets: $0.value.sorted())
    }
  }

  /// How many people are in the export.
  package var people: Int { classes.reduce(0) { $0 + $1.sheets.count } }

  /// The rows as bytes that are equal for equal rows alone, to be hashed.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for rows in classes {
      // No character of an answer: it keeps the classes apart.
      bytes.append(0xFF)
      bytes += rows.about
      bytes.append(0xFF)
      for sheet in rows.sheets {
        withUnsafeBytes(of: sheet.littleEndian) { bytes += $0 }
      }
    }
    return bytes
  }

  /// A number that is equal for equal answers to the statements.
  static func mark(_ sheet: ArraySlice<UInt8>) -> UInt64 {
    var hash = FNV1a()
    hash.add(Array(sheet))
    return hash.value
  }

  /// Which of these rows are those of people who are there now.
  struct Match: Hashable, Sendable {
    /// For each person the place of the class that they are shown in; `nil` who is not in the export.
    let classes: [Int?]
    /// For each class how many of its rows are of nobody who is there now.
    let gone: [Int]

    /// Whether the export shows the people of now and no others.
    var isComplete: Bool { !classes.contains(nil) && gone.allSatisfy { $0 == 0 } }
  }

  /// Finds people again by their answers, and by what was given out about them.
  ///
  /// - Parameter responses: the people of now, before they are protected, of the same documents.
  /// - Complexity: O(*n* log *n*) in the number of people.
  func match(_ responses: DeidentifiedResponses) -> Match {
    let layout = responses.layout
    // What says more is looked at first, so that it is not left for somebody whom it does not fit.
    let shown = classes.map { rows in
      layout.questions.indices.filter { layout.isGiven($0, in: rows.about) }
    }
    var rows: [(sheet: UInt64, place: Int)] = []
    for (place, members) in classes.enumerated() {
      rows += members.sheets.map { ($0, place) }
    }
    rows.sort { left, right in
      (left.sheet, -shown[left.place].count, left.place)
        < (right.sheet, -shown[right.place].count, right.place)
    }
    let marks = (0..<responses.people).map { Self.mark(responses.sheet($0)) }
    let order = marks.indices.sorted { (marks[$0], $0) < (marks[$1], $1) }
    var found = [Int?](repeating: nil, count: marks.count)
    var gone = classes.map(\.sheets.count)
    var next = 0
    var row = 0
    while next < order.count {
      let sheet = marks[order[next]]
      let end = order[next...].firstIndex { marks[$0] != sheet } ?? order.count
      while row < rows.count, rows[row].sheet < sheet { row += 1 }
      var left: [(place: Int, people: Int)] = []
      while row < rows.count, rows[row].sheet == sheet {
        if left.last?.place == rows[row].place {
          left[left.count - 1].people += 1
        } else {
          left.append((rows[row].place, 1))
        }
        row += 1
      }
      for person in order[next..<end] {
        let about = responses.about(person)
        let fitting = left.firstIndex { candidate in
          candidate.people > 0
            && shown[candidate.place].allSatisfy { question in
              let range = layout.questions[question]
              return about.dropFirst(range.lowerBound).prefix(range.count)
                .elementsEqual(classes[candidate.place].about[range])
            }
        }
        guard let fitting else { continue }
        left[fitting].people -= 1
        found[person] = left[fitting].place
        gone[left[fitting].place] -= 1
      }
      next = end
    }
    return Match(classes: found, gone: gone)
  }
}

/// An export as the ledger keeps it, in JSON that is the same for the same export.
package struct ExportRecord: Hashable, Sendable, Codable {
  static let kind = "export"

  private let kind: String
  /// The SHA-256 of the framework and of the background questions, which say what stands where.
  package let documents: [String]
  /// The fewest people who share a combination of background answers.
  package let minimum: Int
  /// How many people are in the export.
  package let people: Int
  /// The SHA-256 of `ExportedRows.bytes`.
  package let rows: String

  /// Records an export.
  ///
  /// - Parameter sha256: gives the SHA-256 of bytes in 64 hexadecimal digits.
  package init(
    of campaign: Campaign, _ rows: ExportedRows, minimum: MinimumGroup,
    sha256: ([UInt8]) -> String
  ) {
    kind = Self.kind
    documents = [campaign.framework.sha256, campaign.backgroundDocument]
    self.minimum = minimum.people
    people = rows.people
    self.rows = sha256(rows.bytes)
  }

  /// The record as text, in Foundation's JSON: the ledger holds the hash of these very bytes.
  ///
  /// - Throws: `EncodingError`.
  package func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

/// What an entry of the ledger records.
package enum LedgerRecord: Hashable, Sendable {
  /// Tables that were published.
  case release(Release)
  /// Responses that were given out one by one.
  case export(ExportRecord)

  private struct Kind: Codable {
    /// Absent for a release: those of before exports were entered bear none.
    let kind: String?
  }

  /// Reads the content of an entry.
  ///
  /// - Throws: `DecodingError` when it is no record, `DisclosureProblem` for names that no release
  ///   has.
  package init(_ content: String) throws {
    let decoder = JSONDecoder()
    let bytes = Data(content.utf8)
    switch try decoder.decode(Kind.self, from: bytes).kind {
    case nil: self = .release(try ReleaseContent.release(of: content))
    case ExportRecord.kind: self = .export(try decoder.decode(ExportRecord.self, from: bytes))
    case let other?:
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [], debugDescription: "kind: \(other)"))
    }
  }
}
