import FoundationEssentials
import WaymarkBasics

/// What a release says about how many people are in each group; a withheld number is not in it.
package struct Release: Hashable, Sendable {
  /// A group and its number of people, `nil` where that is withheld.
  package struct Group: Hashable, Sendable {
    /// Which people.
    package let key: GroupKey
    /// How many people, or `nil` when withheld.
    package let people: Int?

    /// Takes a group as it was published.
    package init(key: GroupKey, people: Int?) {
      self.key = key
      self.people = people
    }
  }

  /// The dimensions of its tables.
  package let dimensions: [ReleaseDimension]
  /// The dimensions of each table.
  package let tables: [[String]]
  /// The fewest people that a group has to have.
  package let minimum: Int
  /// Everybody first, then the categories of each dimension, then the cells, table by table.
  package let groups: [Group]
  /// The competencies whose figures are withheld in a group, as they would give away others.
  ///
  /// Beside those that the policy withholds for themselves.
  package let withheldFigures: [GroupKey: Set<CompetencyID>]

  private let places: [GroupKey: Int]

  /// Takes a release as it was published.
  package init(
    dimensions: [ReleaseDimension], tables: [[String]], minimum: Int, groups: [Group],
    withheldFigures: [GroupKey: Set<CompetencyID>] = [:]
  ) {
    self.dimensions = dimensions
    self.tables = tables
    self.minimum = minimum
    self.groups = groups
    self.withheldFigures = withheldFigures
    places = Dictionary(
      groups.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The number of people in a group, `nil` where it is withheld or not part of the release.
  package func people(_ key: GroupKey) -> Int? { places[key].flatMap { groups[$0].people } }

  /// Whether the release says of a group how many people it has, or that this is withheld.
  package func speaks(of key: GroupKey) -> Bool { places[key] != nil }

  /// Whether so many people are shown with few figures, as what is said of them changes much with a few
  /// answers.
  package func isSmall(_ people: Int) -> Bool {
    people > 0 && people < FigurePolicy(people: minimum).detailed
  }

  /// Whether the number of people in a group is published.
  package func shows(_ key: GroupKey) -> Bool { people(key) != nil }
}

/// What people of a release are sorted by, with its categories in order.
///
/// Those who gave no answer are a category of their own, `Grouping.noAnswer`.
package struct ReleaseDimension: Hashable, Sendable {
  /// How a coarser dimension, such as regions, follows from a finer one, such as states.
  package struct Coarsening: Hashable, Sendable {
    /// The name of the finer dimension.
    package let finer: String
    /// The place of the coarser category for each category of the finer dimension.
    package let places: [Int]

    /// Takes the coarser category of each finer one.
    package init(of finer: String, places: [Int]) {
      self.finer = finer
      self.places = places
    }
  }

  /// The name, which heads a column of `groups.csv`.
  package let id: String
  /// The ids of the categories, none twice.
  package let categories: [String]

  /// The finer dimension that it follows from, where that is published as well.
  package let coarsens: Coarsening?

  /// The names that a reader could take for a total or a mark, in lower case.
  static let reserved: Set = ["", "*", "total", "all", "(all)", "[c]"]
  private static let columns: Set = ["measure", "value", "note", "table", "reason", "rows"]

  /// Takes a name and categories.
  ///
  /// - Throws: `DisclosureProblem` for a name that reads as a total, as another column or as
  ///   suppressed, and for one that is there twice; capitals make no difference.
  package init(
    id: String, categories: [String], coarsens: Coarsening? = nil
  ) throws(DisclosureProblem) {
    if Self.columns.contains(id.lowercased()) { throw .reservedName(id) }
    var seen: Set<String> = []
    for name in [id] + categories where Self.reserved.contains(name.trimmed.lowercased()) {
      throw .reservedName(name)
    }
    for name in categories where !seen.insert(name.trimmed.lowercased()).inserted {
      throw .repeatedName(name)
    }
    self.id = id
    self.categories = categories
    self.coarsens = coarsens
  }
}

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

extension Release {
  /// Withholds what would expose somebody, and proves that the rest exposes nobody.
  ///
  /// The policy: no group of 1 to `minimum - 1` people is published; what is withheld beside it
  /// leaves for every withheld number an interval at least `minimum` wide, over all tables of this
  /// and the earlier releases together; published groups inside one another differ by nobody or by
  /// `minimum` people; and somebody in a withheld group of one or two can work out no other number
  /// below the minimum. Where public membership counts leave less than the minimum, an interval has
  /// all that they leave. A campaign without people is published as it is: all numbers are 0.
  /// - Parameters:
  ///   - counts: the tables to publish.
  ///   - earlier: every release of the same campaign so far, in order.
  ///   - beyond: the tables of the earlier releases, counted from the same answers, that are not
  ///     among `counts`.
  ///   - members: how many members there are of a group, where a reader can know that; nobody then
  ///     takes more people for possible.
  ///   - exported: how many of the people exports show with each combination of answers to what the
  ///     dimensions sort by, an answer that is left empty left out; empty when there was no export.
  ///   - everybody: how many people there are in all, where no table tells it.
  ///   - solver: what solves the programs, `ProgramSolver.coinOR`.
  /// - Throws: `DisclosureProblem` when the release is refused: exit 77.
  static func proved(
    dimensions: [ReleaseDimension], counts: [GroupTable], minimum: MinimumGroup,
    earlier: [Release] = [], beyond: [GroupTable] = [], members: [GroupKey: Int] = [:],
    exported: [GroupKey: Int] = [:], everybody: Int = 0, solver: ProgramSolver
  ) throws -> Release {
    let counted = try AuditGroups(
      dimensions: dimensions, tables: counts + beyond, everybody: everybody)
    let minimum = ([minimum.people] + earlier.map(\.minimum)).reduce(0, max)
    let decided = try shown(exported, counted, minimum, beside: try decisions(earlier, counted))
    var audit = try DisclosureAudit(
      counted, minimum: minimum, earlier: decided, members: members, exported: exported,
      solver: solver)
    try audit.run()
    let withheld = audit.suppression.isWithheld
    let published = try AuditGroups(
      dimensions: dimensions, tables: counts, everybody: counted.groups.first?.people ?? 0)
    let places = Dictionary(
      uniqueKeysWithValues: counted.groups.indices.map { (counted.key($0), $0) })
    let shown = published.groups.indices.map { group in
      let key = published.key(group)
      let isWithheld = places[key].map { withheld[$0] } ?? true
      return Group(key: key, people: isWithheld ? nil : published.groups[group].people)
    }
    let categories = published.dimensions.flatMap { dimension in
      dimension.categories.map { GroupKey([dimension.id: $0]) }
    }
    let known = Dictionary(
      shown.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return Release(
      dimensions: published.dimensions, tables: published.tables, minimum: minimum,
      groups: shown.prefix(1)
        + categories.map { known[$0] ?? Group(key: $0, people: 0) }
        + shown.filter { $0.key.categories.count == 2 })
  }

  /// What earlier releases withheld or published, by the place of the group.
  private static func decisions(
    _ earlier: [Release], _ counted: AuditGroups
  ) throws(DisclosureProblem) -> [Int: Bool] {
    let places = Dictionary(
      uniqueKeysWithValues: counted.groups.indices.map { (counted.key($0), $0) })
    var decided: [Int: Bool] = [:]
    for release in earlier {
      for group in release.groups {
        guard let place = places[group.key] else {
          guard group.people == 0, isEmpty(group.key, counted) else {
            throw .changedSinceRelease(group.key.name)
          }
          continue
        }
        guard group.people == nil || group.people == counted.groups[place].people
        else { throw .changedSinceRelease(group.key.name) }
        decided[place] = (decided[place] ?? true) && group.people == nil
      }
    }
    return decided
  }

  /// Decisions, with those on groups of which exports show everybody: an answer is left empty for all
  /// who are otherwise alike or for none, so that readers take their number for known.
  ///
  /// - Throws: `tooNarrow` for such a group that is too small or was withheld.
  private static func shown(
    _ exported: [GroupKey: Int], _ counted: AuditGroups, _ minimum: Int,
    beside decided: [Int: Bool]
  ) throws(DisclosureProblem) -> [Int: Bool] {
    guard !exported.isEmpty else { return decided }
    var decided = decided
    for group in counted.groups.indices.dropFirst() where counted.groups[group].people > 0 {
      let key = counted.key(group)
      let people = exported.reduce(0) { sum, part in
        let isIn = key.categories.allSatisfy { part.key.categories[$0.key] == $0.value }
        return isIn ? sum + part.value : sum
      }
      guard people == counted.groups[group].people else { continue }
      guard people >= minimum, decided[group] != true else { throw .tooNarrow(key.name) }
      decided[group] = false
    }
    return decided
  }

  /// Whether a group is one of the categories with nobody in them.
  private static func isEmpty(_ key: GroupKey, _ counted: AuditGroups) -> Bool {
    guard key.categories.count == 1, let (id, category) = key.categories.first,
      let place = counted.dimensions.firstIndex(where: { $0.id == id }),
      let named = counted.dimensions[place].categories.firstIndex(of: category)
    else { return false }
    return !counted.present[place].contains(named)
  }
}

extension Release {
  /// Withholds the figures from which withheld ones follow, and proves that none does.
  ///
  /// What is proved is in `FigureProof`: other worlds that fit everything that this and the earlier
  /// releases publish. Figures that an earlier release published stay.
  /// - Parameters:
  ///   - groupings: the groupings of the tables of all releases.
  ///   - counts: the counts by each of these tables and by each grouping alone.
  ///   - earlier: every release of the same campaign so far.
  ///   - solver: what solves the programs, `ProgramSolver.coinOR`.
  ///   - records: visits the records of all people; of a large campaign a part of them is kept.
  /// - Throws: `DisclosureProblem.figureTooNarrow`, and what `records` throws.
  func withFiguresProved(
    framework: Framework, groupings: [Grouping], counts: CampaignCounts, earlier: [Release],
    solver: ProgramSolver, records: ((CodedResponse) -> Void) throws -> Void
  ) throws -> Release {
    let tally = TargetTally(framework: framework)
    let policy = FigurePolicy(people: minimum)
    let ranks = tally.levels.map(\.rank)
    let scale = (ranks.first ?? 1)...(ranks.last ?? 1)
    let groups = FigureGroups(groupings: groupings, counts: counts, releases: [self] + earlier)
    let isFixed = groups.groups.map { group in
      group.key.map { key in earlier.contains { $0.shows(key) } } ?? false
    }
    var proofs: [(position: Int, proof: FigureProof)] = []
    for (position, competency) in framework.competencies.enumerated() {
      let proof = FigureProof(
        groups,
        cells: groups.groups.map {
          FigureCell(
            $0.counts, competency: position, people: $0.people, tally: tally, policy: policy)
        },
        withheld: groups.groups.map { group in
          group.key.map { key in
            earlier.contains { $0.withheldFigures[key]?.contains(competency.id) == true }
          } ?? false
        }, isFixed: isFixed, scale: scale, solver: solver)
      proofs.append((position, proof))
    }
    let unproved = proofs.indices.filter { proofs[$0].proof.needsProof }
    if !unproved.isEmpty {
      let sample = try FigureSample(
        groups, of: counts.overall.respondents,
        about: Set(unproved.flatMap { proofs[$0].proof.open }), records)
      for place in unproved {
        try proofs[place].proof.run(sample, position: proofs[place].position, tally: tally)
      }
    }
    var withheld: [GroupKey: Set<CompetencyID>] = [:]
    for (position, proof) in proofs {
      for group in proof.withheldForOthers {
        guard let key = groups.groups[group].key, shows(key) else { continue }
        withheld[key, default: []].insert(framework.competencies[position].id)
      }
    }
    return Release(
      dimensions: dimensions, tables: tables, minimum: minimum, groups: self.groups,
      withheldFigures: withheld)
  }
}

extension Campaign {
  /// How many were invited, by group, which is no secret: it bounds what a reader takes for possible.
  package var members: [GroupKey: Int] {
    Dictionary(
      invited.map { invited in
        let isEverybody = invited.grouping == Grouping.everybody
        let key = GroupKey(isEverybody ? [:] : [invited.grouping: invited.group])
        return (key, invited.people)
      }, uniquingKeysWith: min)
  }
}
