/// Writes level counts as the table that `CountsTable` reads, as RFC 4180 text.
public struct CountsText: Sendable {
  private let framework: Framework
  private let dimensions: [String]

  /// Writes the counts of a campaign: everybody, then each table, without rows that count nobody.
  ///
  /// - Parameter isMadeUp: whether the people in them do not exist.
  public static func csv(
    _ counts: GroupedCounts, framework: Framework, isMadeUp: Bool
  ) -> String {
    let groupings = counts.tables.flatMap(\.groupings).filter { !$0.isRole }
    let dimensions = groupings.indices
      .filter { place in !groupings[..<place].contains { $0.id == groupings[place].id } }
      .map { groupings[$0].id }
    let text = CountsText(framework: framework, dimensions: dimensions)
    var csv = CSV(header: [CountsWords.role] + dimensions + CountsWords.columns)
    let everybody = dimensions.map { _ in CountsWords.all }
    if isMadeUp {
      let people = counts.overall.respondents
      csv.append(
        ([CountsWords.all] + everybody + [CountsWords.all, CountsWords.madeUp])
          .map(CSV.Cell.text) + [.integer(people)])
    }
    text.append(counts.overall, at: everybody, to: &csv)
    // The role is a column of every row already, and no table of its own.
    var written: Set<[String]> = []
    for table in counts.tables {
      let bare = table.groupings.filter { !$0.isRole }
      guard !bare.isEmpty, written.insert(bare.map(\.id)).inserted else { continue }
      text.append(table, to: &csv)
    }
    return csv.text
  }

  private func append(_ table: CountTable, to csv: inout CSV) {
    for (place, cell) in table.cells.enumerated() where cell.respondents > 0 {
      var key = dimensions.map { _ in CountsWords.all }
      var rest = place
      for grouping in table.groupings.reversed() {
        let group = grouping.groups[rest % grouping.groups.count]
        rest /= grouping.groups.count
        if let column = dimensions.firstIndex(of: grouping.id) { key[column] = group.id }
      }
      append(cell, at: key, to: &csv)
    }
  }

  private func append(_ counts: LevelCounts, at key: [String], to csv: inout CSV) {
    let roles = framework.roles.map(\.id.description) + [Grouping.noAnswer]
    for (place, role) in roles.enumerated() where counts.respondents(role: place) > 0 {
      func row(_ competency: String, _ level: String, _ count: Int) {
        guard count > 0 else { return }
        csv.append(
          ([role] + key + [competency, level]).map(CSV.Cell.text) + [.integer(count)])
      }
      let index = place < framework.roles.count ? place : nil
      row(CountsWords.all, CountsWords.all, counts.respondents(role: place))
      for (area, position) in zip(framework.areas, framework.areas.indices) {
        row(
          CountsWords.areaPrefix + area.id.description, CountsWords.rated,
          counts.raters(ofArea: position, role: index))
      }
      for (position, competency) in framework.competencies.enumerated() {
        for (word, answer) in CountsWords.answers(framework.scale) {
          row(
            competency.id.description, word,
            counts.count(of: answer, competency: position, role: index))
        }
      }
    }
  }
}
