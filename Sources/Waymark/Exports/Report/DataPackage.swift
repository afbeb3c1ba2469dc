/// The data dictionary of a report's tables as a Frictionless Data Package, version 2.
///
/// https://datapackage.org/standard/data-package/. What stands for a missing number is a list of
/// texts, which every program for data packages reads; what each of them means stands beside it
/// under `missingValueLabels`.
struct DataPackage {
  let report: GapReport
  let tables: [DataTable]

  /// The document.
  ///
  /// A report that is internal grants nobody a licence; one for publication is CC-BY-4.0.
  /// - Throws: what `JSON.document` throws.
  func json() throws -> String {
    var members: [String: JSON.Value] = [
      "$schema": .string("https://datapackage.org/profiles/2.0/datapackage.json"),
      "name": .string("waymark-\(report.campaign.id.description.lowercased())"),
      "title": .string("Gap report: \(report.campaign.title)"),
      "description": .string(description),
      "madeUp": .bool(report.campaign.isMadeUp),
      "resources": .array(tables.map(resource)),
    ]
    if !report.isInternal {
      members["licenses"] = .array([
        .object([
          "name": .string("CC-BY-4.0"), "title": .string("Creative Commons Attribution 4.0"),
          "path": .string("https://creativecommons.org/licenses/by/4.0/"),
        ])
      ])
    }
    return try JSON.document(JSON.Value.object(members))
  }

  private var description: String {
    [
      report.campaign.isMadeUp ? GapReport.madeUpNotice : nil,
      report.isInternal ? "This report is \(GapReport.internalNotice)." : nil,
    ].compactMap { $0 }.joined(separator: " ")
      + (report.campaign.isMadeUp || report.isInternal ? " " : "")
      + report.methodSentences.joined(separator: " ")
  }

  private func resource(_ table: DataTable) -> JSON.Value {
    .object([
      "name": .string(table.name), "title": .string(table.title),
      "description": .string(table.meaning), "path": .string("data/\(table.name).csv"),
      "type": .string("table"), "format": .string("csv"), "mediatype": .string("text/csv"),
      "encoding": .string("utf-8"),
      "schema": .object([
        "fields": .array(table.columns.map(field)),
        "missingValues": .array([.string(""), .string(Absence.withheldMark)]),
        "missingValueLabels": .object([
          "": .string("there is no number; the note says why"),
          Absence.withheldMark: .string(Absence.withheld.reason),
        ]),
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
    case .flag:
      members["type"] = .string("boolean")
      members["trueValues"] = .array([.string("yes")])
      members["falseValues"] = .array([.string("no")])
    case .integer:
      members["type"] = .string("integer")
      members["constraints"] = .object(["minimum": .integer(0)])
    case .number: members["type"] = .string("number")
    case .share:
      members["type"] = .string("number")
      members["constraints"] = .object(["minimum": .integer(0), "maximum": .integer(1)])
    }
    return .object(members)
  }
}
