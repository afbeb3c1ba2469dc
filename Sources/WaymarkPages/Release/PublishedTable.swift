import Waymark
import WaymarkBasics

/// A table of a release in words, from which every page is made.
struct PublishedTable {
  let title: String
  /// What has to be known to read it, in a sentence or two; may be empty.
  let note: String
  /// The columns; the first is of words, the others of numbers.
  let columns: [String]
  let rows: [[String]]
  /// What shows some of its numbers at a glance, on a page that can show it.
  var figure: HTML?
}

extension PublishedReport {
  /// The tables of the release in the order of reading: everybody, one dimension, two.
  var readingTables: [PublishedTable] {
    [competencyTable, areaTable] + dimensions.map(marginTable)
      + release.tables.filter { $0.count == 2 }.compactMap(crossTable)
  }

  private var competencyTable: PublishedTable {
    PublishedTable(
      title: "Every statement",
      note: "People who rated it, the share below what is usual for their own role with its 95 % "
        + "interval, the mean level, and the share of each level.",
      columns: ["Statement", "People", "Below usual", "95 % interval", "Mean level"]
        + levelLabels.enumerated().map { "\($0 + 1) \($1)" },
      rows: zip(competencies, overall).map { competency, said in
        [
          competency.title, said.answered.map(String.init) ?? Absence.withheldMark,
          said.figures.below.words,
          Self.words(said.interval), said.figures.mean.words,
        ]
          + (said.levels?.map { "\($0) %" }
            ?? levelLabels.map { _ in Absence.withheldMark })
      }, figure: largestFigure)
  }

  private var areaTable: PublishedTable {
    let shares = areaShares[Self.everybody] ?? []
    return PublishedTable(
      title: "Areas", note: "The mean of the shares below usual of the area's statements.",
      columns: ["Area", "Below usual"],
      rows: zip(areas, shares).map { ["\($0.id) \($0.title)", $1.words] }, figure: areasFigure)
  }

  /// An interval in whole per cent as people read it.
  static func words(_ interval: ClosedRange<Int>?) -> String {
    interval.map { "\($0.lowerBound) to \($0.upperBound) %" } ?? Absence.withheldMark
  }

  private func marginTable(_ dimension: Dimension) -> PublishedTable {
    PublishedTable(
      title: "By \(dimension.id)",
      note: dimension.title + (dimension.title.hasSuffix("?") ? " " : ". ")
        + "The mean of the shares below usual of each area's statements.",
      columns: ["Group", "People"] + areas.map(\.id),
      rows: dimension.categories.map { category in
        let key = GroupKey([dimension.id: category])
        return [dimension.labels[category] ?? category, words(key)]
          + areas.indices.map { area in
            areaShares[key].map { $0[area].words } ?? Absence.withheldMark
          }
      })
  }

  private func crossTable(_ ids: [String]) -> PublishedTable? {
    guard let rows = dimensions.first(where: { $0.id == ids[0] }),
      let columns = dimensions.first(where: { $0.id == ids[1] })
    else { return nil }
    // The dimension with more categories goes down the page.
    let (down, across) =
      rows.categories.count >= columns.categories.count ? (rows, columns) : (columns, rows)
    return PublishedTable(
      title: "By \(down.id) and \(across.id)",
      note: "How many people are in each group. The shares of each are in data/groups.csv.",
      columns: ["Group"] + across.categories.map { across.labels[$0] ?? $0 },
      rows: down.categories.map { category in
        [down.labels[category] ?? category]
          + across.categories.map { words(GroupKey([down.id: category, across.id: $0])) }
      })
  }

  /// How many people are in a group; a cell that the release leaves out is in an empty category.
  private func words(_ key: GroupKey) -> String {
    guard release.speaks(of: key) else { return "0" }
    return release.people(key).map(String.init) ?? Absence.withheldMark
  }
}

extension PublishedFigure {
  /// The figure as people read it.
  var words: String {
    switch self {
    case .withheld: Absence.withheldMark
    case .percent(let percent): "\(percent) %"
    case .atMost(let percent), .atLeast(let percent): "\(percent) % \(note)"
    case .mean(let mean): Decimal.text(mean, places: 1)
    }
  }
}
