extension PublishedReport {
  /// The files of the release: their paths below its folder, and their contents in UTF-8.
  ///
  /// The same release gives the same bytes.
  /// - Parameter entry: the entry of the ledger that records it.
  /// - Throws: what `JSON.document` throws.
  public func files(recordedAs entry: LedgerEntry) throws -> [(path: String, contents: String)] {
    [
      (path: "report.html", contents: html), (path: "report.md", contents: markdown),
      (path: "report.json", contents: try json()),
      (path: "datapackage.json", contents: try dataPackage.json()),
      (path: "ledger.json", contents: try entry.json()),
      (path: "data/competencies.csv", contents: competenciesCSV),
      (
        path: "data/groups.csv",
        contents: ReleaseCSV(release, figures: csvFigures, isMadeUp: campaign.isMadeUp).text
      ),
    ]
  }

  /// The competencies of the whole campaign, one row each; `[c]` where something is withheld.
  var competenciesCSV: String {
    var csv = CSV(
      header: ["campaign", "made_up", "area", "competency", "title", "n", "below_percent"]
        + ["below_note", "below_low", "below_high", "mean"]
        + levelLabels.indices.map { "level_\($0 + 1)_percent" })
    let mark = CSV.Cell.text(Absence.withheldMark)
    for (competency, said) in zip(competencies, overall) {
      csv.append(
        [
          .text(campaign.id.description), .text(campaign.isMadeUp ? "yes" : "no"),
          .text(competency.area), .text(competency.id), .text(competency.title),
          said.answered.map(CSV.Cell.integer) ?? mark,
          said.figures.below.cell, .text(said.figures.below.note),
        ]
          + [
            said.interval.map { .integer($0.lowerBound) } ?? mark,
            said.interval.map { .integer($0.upperBound) } ?? mark, said.figures.mean.cell,
          ]
          + levelLabels.indices.map { level in said.levels.map { .integer($0[level]) } ?? mark })
    }
    return csv.text
  }

  private var csvFigures: [ReleaseCSV.Figure] {
    release.groups.flatMap { group -> [ReleaseCSV.Figure] in
      guard let figures = groupFigures[group.key] else { return [] }
      return zip(competencies, figures).flatMap { competency, figures in
        [
          ReleaseCSV.Figure(
            key: group.key, measure: "below:\(competency.id)", value: figures.below),
          ReleaseCSV.Figure(
            key: group.key, measure: "mean:\(competency.id)", value: figures.mean),
        ]
      }
    }
  }
}
