import WaymarkBasics

/// The people of a campaign, by what tells whether they are those of another one.
package struct Respondents: Sendable {
  /// The framework that they answered.
  let framework: Framework
  /// What the tables sort them by, none twice.
  let groupings: [Grouping]
  /// The tables, each by the places of one or two groupings.
  let tables: [[Int]]
  /// A number for the id of each person.
  private(set) var ids: [UInt64] = []
  /// The answer sheets one after another.
  private(set) var sheets: [UInt8] = []
  /// The places of each person's groups, one for each grouping, one person after another.
  private(set) var places: [UInt8] = []

  /// Begins without people.
  ///
  /// - Parameter tables: the tables that are published about them.
  package init(framework: Framework, tables: [[Grouping]]) {
    self.framework = framework
    var groupings: [Grouping] = []
    for grouping in tables.joined() where !groupings.contains(where: { $0.id == grouping.id }) {
      groupings.append(grouping)
    }
    self.groupings = groupings
    self.tables = tables.map { table in
      table.compactMap { grouping in groupings.firstIndex { $0.id == grouping.id } }
    }
  }

  /// How many people there are.
  package var people: Int { ids.count }

  /// Takes in one person; a record of another framework is left out.
  package mutating func add(_ record: CodedResponse) {
    guard record.sheet.count == framework.competencies.count else { return }
    var hash = FNV1a()
    hash.add(record.respondent)
    ids.append(hash.value)
    sheets += record.sheet
    places += groupings.map { UInt8(truncatingIfNeeded: $0.group(of: record)) }
  }

  func places(of person: Int) -> ArraySlice<UInt8> {
    places[person * groupings.count..<(person + 1) * groupings.count]
  }

  func code(_ person: Int, at position: Int) -> UInt8 {
    sheets[person * framework.competencies.count + position]
  }

  /// The group that people are in, for each table and each category, and for everybody.
  func groups(at places: ArraySlice<UInt8>) -> [GroupKey] {
    let names = zip(groupings, places).map { ($0.id, $0.groups[Int($1)].id) }
    var groups = [GroupKey([:])] + names.map { GroupKey([$0: $1]) }
    for table in tables where table.count == 2 {
      groups.append(
        GroupKey(Dictionary(table.map { names[$0] }, uniquingKeysWith: { first, _ in first })))
    }
    return groups
  }

  /// How many people of some kind are in each group that has any.
  func sizes(where isMeant: (Int) -> Bool = { _ in true }) -> [GroupKey: Int] {
    var cells: [ArraySlice<UInt8>: Int] = [:]
    for person in 0..<people where isMeant(person) { cells[places(of: person), default: 0] += 1 }
    var sizes: [GroupKey: Int] = [:]
    for (cell, count) in cells {
      for group in groups(at: cell) { sizes[group, default: 0] += count }
    }
    return sizes
  }

  /// The people of each cell of each table, as a release counts them.
  var allTables: [GroupTable] {
    tables.map { sides in
      var counts = Array(
        repeating: 0, count: sides.reduce(1) { $0 * groupings[$1].groups.count })
      for person in 0..<people {
        let own = places(of: person)
        let cell = sides.reduce(0) {
          $0 * groupings[$1].groups.count + Int(own[own.startIndex + $1])
        }
        counts[cell] += 1
      }
      return GroupTable(dimensions: sides.map { groupings[$0].id }, counts: counts)
    }
  }
}
