extension GapReport {
  /// The files of the report: their paths below its folder, and their contents in UTF-8.
  ///
  /// The same report gives the same bytes. `data/groups.csv` is there when groups were asked for.
  /// - Throws: what `JSON.document` throws.
  public func files() throws -> [(path: String, contents: String)] {
    var files = [
      (path: "report.html", contents: ReportHTML.page(self)),
      (path: "report.md", contents: markdown),
      (path: "report.json", contents: try json()),
      (path: "data/competencies.csv", contents: competenciesCSV),
      (path: "data/areas.csv", contents: areasCSV),
    ]
    if !breakdowns.isEmpty { files.append((path: "data/groups.csv", contents: groupsCSV)) }
    return files
  }

  /// What every file says of a campaign of made-up people.
  static let madeUpNotice = "These people were made up: nothing here says anything about anybody."
  /// What a report with groups says of itself.
  static let internalNotice = "internal, not for publication"
}
