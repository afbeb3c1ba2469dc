import FoundationEssentials
import WaymarkBasics

/// A release as the ledger keeps it, in JSON that is the same for the same release.
package struct ReleaseContent: Hashable, Sendable, Codable {
  private struct Group: Hashable, Sendable, Codable {
    let categories: [String: String]
    let people: Int?
    /// The competencies whose figures are withheld for others; absent where there are none.
    let withheld: [String]?
  }

  private let dimensions: [Dimension]
  private let tables: [[String]]
  private let minimum: Int
  private let groups: [Group]

  private struct Dimension: Hashable, Sendable, Codable {
    let id: String
    let categories: [String]
  }

  /// Records a release.
  package init(_ release: Release) {
    dimensions = release.dimensions.map { Dimension(id: $0.id, categories: $0.categories) }
    tables = release.tables
    minimum = release.minimum
    groups = release.groups.map { group in
      Group(
        categories: group.key.categories, people: group.people,
        withheld: release.withheldFigures[group.key]?.map(\.description).sorted())
    }
  }

  /// The record as text, in Foundation's JSON: the ledger holds the hash of these very bytes.
  ///
  /// - Throws: `EncodingError`.
  package func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// The release that a text records.
  ///
  /// - Throws: `DecodingError` when it is no record, `DisclosureProblem` for names that no release
  ///   has.
  package static func release(of text: String) throws -> Release {
    let record = try JSONDecoder().decode(ReleaseContent.self, from: Data(text.utf8))
    return Release(
      dimensions: try record.dimensions.map {
        try ReleaseDimension(id: $0.id, categories: $0.categories)
      },
      tables: record.tables, minimum: record.minimum,
      groups: record.groups.map {
        Release.Group(key: GroupKey($0.categories), people: $0.people)
      },
      withheldFigures: Dictionary(
        record.groups.compactMap { group in
          group.withheld.map { (GroupKey(group.categories), Set($0.compactMap { ID($0) })) }
        }, uniquingKeysWith: { $0.union($1) }))
  }
}
