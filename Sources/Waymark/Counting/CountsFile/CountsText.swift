import WaymarkBasics

/// Writes level counts as the table that `CountsFile` reads, as RFC 4180 text.
package struct CountsText: Sendable {
  private let framework: Framework
  private let dimensions: [String]
  private let answers: [Answer?]
  /// For each competency the cells of each of the answers.
  private let cells: [[CSV.Part]]

  private init(framework: Framework, dimensions: [String]) {
    self.framework = framework
    self.dimensions = dimensions
    let words = CountsWords.answers(framework.scale)
    answers = words.map(\.answer)
    cells = framework.competencies.map { competency in
      words.map { CSV.Part([.text(competency.id.description), .text($0.word)]) }
    }
  }

  /// Writes the counts of a campaign: everybody, then each table, without rows that count nobody.
  ///
  /// - Parameters:
  ///   - origin: what is the same for all counts of the campaign in its store, and for no others; by it
  ///     they are not added up twice.
  ///   - isMadeUp: whether the people in them do not exist.
  ///   - body: is given one group's rows after another.
  package static func write(
    _ counts: CampaignCounts, framework: Framework, origin: String, isMadeUp: Bool,
    to body: (String) throws -> Void
  ) rethrows {
    let groupings = counts.tables.flatMap(\.groupings).filter { !$0.isRole }
    let dimensions = groupings.indices
      .filter { place in !groupings[..<place].contains { $0.id == groupings[place].id } }
      .map { groupings[$0].id }
    let text = CountsText(framework: framework, dimensions: dimensions)
    var csv = CSV(header: [CountsWords.role] + dimensions + CountsWords.columns)
    let everybody = dimensions.map { _ in CountsWords.all }
    let people = counts.overall.respondents
    let facts =
      [(CountsWords.from + origin, people)] + (isMadeUp ? [(CountsWords.madeUp, people)] : [])
      + (counts.coreForms > 0 ? [(CountsWords.coreForm, counts.coreForms)] : [])
    for (level, people) in facts {
      csv.append(
        ([CountsWords.all] + everybody + [CountsWords.all, level])
          .map(CSV.Cell.text) + [.integer(people)])
    }
    text.append(counts.overall, at: everybody, to: &csv)
    // The role is a column of every row already, and no table of its own.
    var written: Set<[String]> = []
    for table in counts.tables {
      let bare = table.groupings.filter { !$0.isRole }
      guard !bare.isEmpty, written.insert(bare.map(\.id)).inserted else { continue }
      try text.append(table, to: &csv, body)
    }
    try body(csv.take())
  }

  private func append(
    _ table: LevelTable, to csv: inout CSV, _ body: (String) throws -> Void
  ) rethrows {
    for (place, cell) in table.cells.enumerated() where cell.respondents > 0 {
      var key = dimensions.map { _ in CountsWords.all }
      var rest = place
      for grouping in table.groupings.reversed() {
        let group = grouping.groups[rest % grouping.groups.count]
        rest /= grouping.groups.count
        if let column = dimensions.firstIndex(of: grouping.id) { key[column] = group.id }
      }
      append(cell, at: key, to: &csv)
      try body(csv.take())
    }
  }

  private func append(_ counts: LevelCounts, at key: [String], to csv: inout CSV) {
    let roles = framework.roles.map(\.id.description) + [Grouping.noAnswer]
    for (place, role) in roles.enumerated() where counts.respondents(role: place) > 0 {
      let group = CSV.Part(([role] + key).map(CSV.Cell.text))
      func row(_ cells: CSV.Part, _ count: Int) {
        if count > 0 { csv.append(group, cells, number: count) }
      }
      let index = place < framework.roles.count ? place : nil
      row(
        CSV.Part([.text(CountsWords.all), .text(CountsWords.all)]),
        counts.respondents(role: place))
      for (area, position) in zip(framework.areas, framework.areas.indices) {
        row(
          CSV.Part([
            .text(CountsWords.areaPrefix + area.id.description), .text(CountsWords.rated),
          ]), counts.raters(ofArea: position, role: index))
      }
      for (competency, cells) in cells.enumerated() {
        for (answer, cells) in zip(answers, cells) {
          row(cells, counts.count(of: answer, competency: competency, role: index))
        }
      }
    }
  }
}
