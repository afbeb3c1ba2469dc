import Waymark
import WaymarkBasics

/// The data dictionary of some tables as a Frictionless Data Package, version 2.
///
/// https://datapackage.org/standard/data-package/. What stands for a missing number is a list of
/// texts, which every program for data packages reads; what each of them means stands beside it
/// under `missingValueLabels`.
struct DataPackage {
  /// A table and where its file is.
  struct Resource {
    let path: String
    let table: DataTable
  }

  /// The campaign that the tables are about.
  let campaign: Campaign
  let title: String
  /// What has to be known to read the tables.
  let sentences: [String]
  /// Whether anybody may have it: then it is CC-BY-4.0, else nobody is granted a licence.
  let isForEverybody: Bool
  /// What stands in the place of a missing value, with its meaning.
  let missing: [String: String]
  let resources: [Resource]

  /// The document, with the keys of that standard: it has no `kind` and no `schema` of ours.
  ///
  /// - Throws: what `JSON.text` throws.
  func json(words: DataWords) throws -> String {
    var members: [String: JSON.Value] = [
      "$schema": .string("https://datapackage.org/profiles/2.0/datapackage.json"),
      "name": .string("waymark-\(campaign.id.description.lowercased())"),
      "title": .string(title), "madeUp": .bool(campaign.isMadeUp),
      "description": .string(sentences.joined(separator: " ")),
      "resources": .array(resources.map(resource)),
    ]
    if isForEverybody {
      members["licenses"] = .array([
        .object([
          "name": .string("CC-BY-4.0"), "title": .string(words.licence),
          "path": .string("https://creativecommons.org/licenses/by/4.0/"),
        ])
      ])
    }
    return try JSON.text(.object(members))
  }

  private func resource(_ resource: Resource) -> JSON.Value {
    .object([
      "name": .string(resource.table.name), "title": .string(resource.table.title),
      "description": .string(resource.table.meaning), "path": .string(resource.path),
      "type": .string("table"), "format": .string("csv"), "mediatype": .string("text/csv"),
      "encoding": .string("utf-8"),
      "schema": .object([
        "fields": .array(resource.table.columns.map(field)),
        "missingValues": .array(missing.keys.sorted().map(JSON.Value.string)),
        "missingValueLabels": .object(missing.mapValues(JSON.Value.string)),
      ]),
    ])
  }

  private func field(_ column: DataTable.Column) -> JSON.Value {
    var members: [String: JSON.Value] = [
      "name": .string(column.name), "title": .string(column.title),
      "description": .string(column.meaning),
    ]
    switch column.kind {
    case .text: members["type"] = .string("string")
    case .codes(let codes):
      members["type"] = .string("string")
      members["constraints"] = .object(["enum": .array(codes.map { .string($0.value) })])
      members["categories"] = .array(
        codes.map { .object(["value": .string($0.value), "label": .string($0.label)]) })
    case .flag:
      members["type"] = .string("boolean")
      members["trueValues"] = .array([.string("yes")])
      members["falseValues"] = .array([.string("no")])
    case .integer:
      members["type"] = .string("integer")
      members["constraints"] = .object(["minimum": .integer(0)])
    case .number: members["type"] = .string("number")
    case .points:
      members["type"] = .string("number")
      members["constraints"] = .object(["minimum": .integer(-1), "maximum": .integer(1)])
    case .date: members["type"] = .string("date")
    case .share:
      members["type"] = .string("number")
      members["constraints"] = .object(["minimum": .integer(0), "maximum": .integer(1)])
    }
    return .object(members)
  }
}
