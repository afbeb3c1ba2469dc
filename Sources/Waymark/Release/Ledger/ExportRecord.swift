import FoundationEssentials

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
