package import WaymarkBasics

/// Reads how many people of a population are in each group: `variable,category,count`.
///
/// A variable is the name of a grouping, such as `role`, `state` or `division`; its category the id
/// of a group, or `(no answer)`. `*,*,4000` gives the whole population alone. Counts are whole
/// numbers of 0 or more.
package struct MarginsTable: Sendable {
  /// The columns in their order.
  package static let columns = ["variable", "category", "count"]
  /// The largest number that one row may hold.
  package static let countLimit = 1_000_000_000

  private enum Meaning: CaseIterable { case variable, category, count }

  /// Reads a table that is in memory as a whole, named as the person named it.
  ///
  /// - Throws: everything that is wrong with it.
  package static func margins(
    in rows: [TableRow], file: String, framework: Framework, background: BackgroundQuestions
  ) throws(Findings<MarginsProblem>) -> [Campaign.Invited] {
    var problems = BoundedFindings<MarginsProblem>(file: file)
    var header = TableHeader<Meaning>()
    for (name, meaning) in zip(columns, Meaning.allCases) { _ = header.add(name, meaning) }
    let first = rows.first ?? TableRow(line: 1, fields: [])
    let meanings = header.meanings(of: first) { column, problem in
      problems.add(line: first.line, column: column, .shape(problem()))
    }
    var places: [Meaning: Int] = [:]
    for (place, meaning) in meanings.enumerated() {
      if let meaning { places[meaning] = place }
    }
    for (name, meaning) in zip(columns, Meaning.allCases) where places[meaning] == nil {
      problems.add(line: first.line, .shape(.missingColumn(name)))
    }
    var margins: [Campaign.Invited] = []
    if problems.count == 0 {
      var reader = MarginRows(
        columns: meanings.count, variable: places[.variable] ?? 0,
        category: places[.category] ?? 0, count: places[.count] ?? 0, framework: framework,
        background: background)
      margins = rows.dropFirst().compactMap { reader.read($0, &problems) }
    }
    if let findings = problems.findings { throw findings }
    return margins
  }
}

/// The rows below the header, one after the other.
private struct MarginRows {
  let columns: Int
  let variable: Int
  let category: Int
  let count: Int
  let framework: Framework
  let background: BackgroundQuestions
  private var groupings: [String: Grouping] = [:]
  private var lines: [[String]: Int] = [:]

  init(
    columns: Int, variable: Int, category: Int, count: Int, framework: Framework,
    background: BackgroundQuestions
  ) {
    self.columns = columns
    self.variable = variable
    self.category = category
    self.count = count
    self.framework = framework
    self.background = background
  }

  mutating func read(
    _ row: TableRow, _ problems: inout BoundedFindings<MarginsProblem>
  ) -> Campaign.Invited? {
    let before = problems.count
    let fits = TableHeader<MarginsProblem>.fits(row, columns: columns) {
      problems.add(line: row.line, .shape($0))
    }
    guard fits else { return nil }
    let name = group(row, &problems)
    let people = Int(digits: row.fields[count]).flatMap { number in
      number <= MarginsTable.countLimit ? number : nil
    }
    if people == nil {
      problems.add(line: row.line, column: count + 1, .notACount(row.fields[count]))
    }
    guard problems.count == before, let name, let people else { return nil }
    if let line = lines.updateValue(row.line, forKey: [name.grouping, name.group]) {
      problems.add(line: row.line, .repeated(name.grouping, name.group, line: line))
      return nil
    }
    return Campaign.Invited(grouping: name.grouping, group: name.group, people: people)
  }

  private mutating func group(
    _ row: TableRow, _ problems: inout BoundedFindings<MarginsProblem>
  ) -> (grouping: String, group: String)? {
    let (name, id) = (row.fields[variable], row.fields[category])
    if name == Grouping.everybody, id == Grouping.everybody { return (name, id) }
    let grouping: Grouping
    if let known = groupings[name] {
      grouping = known
    } else {
      do throws(Findings<ReportProblem>) {
        grouping = try Grouping.named([name], framework: framework, background: background)[0]
        groupings[name] = grouping
      } catch {
        problems.add(line: row.line, column: variable + 1, .variable(error.listed[0].problem))
        return nil
      }
    }
    guard grouping.groups.contains(where: { $0.id == id }) else {
      problems.add(
        line: row.line, column: category + 1,
        .unknownCategory(id, of: name, near: id.closest(among: grouping.groups.map(\.id))))
      return nil
    }
    return (grouping.id, id)
  }
}

/// What is wrong with a table of how many people are in each group.
package enum MarginsProblem: Problem {
  /// Its columns, or the length of a row.
  case shape(TableProblem)
  /// A variable that people cannot be grouped by.
  case variable(ReportProblem)
  /// A category that the variable does not have.
  case unknownCategory(String, of: String, near: String?)
  /// A count that is no whole number from 0 to `MarginsTable.countLimit`.
  case notACount(String)
  /// The same variable and category as in an earlier line.
  case repeated(String, String, line: Int)

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .shape(let problem): problem.what
    case .variable(let problem): problem.what
    case .unknownCategory(let category, let variable, _):
      "\(category.excerpt) is no category of \(variable.excerpt)"
    case .notACount(let text): "\(text.excerpt) is no number of people"
    case .repeated(let variable, let category, let line):
      "'\(variable)' has the category '\(category)' in line \(line) already"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .shape(let problem): problem.mend
    case .variable(let problem): problem.mend
    case .unknownCategory(_, _, .some(let near)): near.didYouMean
    case .unknownCategory(_, let variable, nil):
      "take the ids of '\(variable)' from: waymark framework show background"
    case .notACount: "write a whole number of 0 or more, in digits alone"
    case .repeated: "leave one of the two out"
    }
  }
}
