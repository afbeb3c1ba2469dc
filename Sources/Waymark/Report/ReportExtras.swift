package import WaymarkBasics

/// What a report says beside its own answers; each part is there when it was asked for or can be known.
package struct ReportExtras: Hashable, Sendable {
  /// An earlier campaign beside this one.
  package var comparison: Comparison?
  /// What weights change.
  package var weighting: Weighting?
  /// Who is willing to serve.
  package var willingness: Willingness?
  /// What those who answered for their library's service say that it needs.
  package var service: ServiceNeed?
  /// How many opened a form and left it without a rating; `nil` where nobody did, or it is not known.
  package var opened: OpenedRows?
  /// The workshops that could be held for the people of the campaign; `nil` where that is not known.
  package var workshops: [WorkshopOffer]?
  /// When it is made; `nil` where it does not say.
  package var making: Making?

  /// Nothing.
  package init() {}
}

/// Rows of tables without a rating, of those who opened a form and left it.
package struct OpenedRows: Hashable, Sendable {
  package let rows: Int
  /// Whether there may be more, as several imports brought such rows.
  package let isAtLeast: Bool

  package init(rows: Int, isAtLeast: Bool) {
    (self.rows, self.isAtLeast) = (rows, isAtLeast)
  }
}

/// The day on which a report is made.
package struct Making: Hashable, Sendable {
  package let day: CalendarDate
  /// Whether answers may still come in after it.
  package let isOpen: Bool

  package init(on day: CalendarDate, isOpen: Bool) {
    (self.day, self.isOpen) = (day, isOpen)
  }
}

/// How many people of each group said that they are willing to serve.
package struct Willingness: Hashable, Sendable {
  /// One group, or everybody.
  package struct Row: Hashable, Sendable {
    /// The question that the people were sorted by; `nil` for everybody.
    package let by: String?
    /// The group as people read it.
    package let group: String
    /// How many people are in it; withheld when they are too few, with all the rest.
    package let people: Figure<Int>
    /// How many of them are willing, for each of the questions.
    package let willing: [Figure<Int>]
  }

  /// The questions about service, as people read them.
  package let questions: [String]
  /// Everybody, then the groups of each grouping in order; a group of nobody is left out.
  package let rows: [Row]

  /// Sets those who are willing beside the groups of a report; `nil` where nobody said so.
  ///
  /// Of too few people it is there though nobody did, wherever it was asked: that it is not there would
  /// tell what they said.
  package init?(_ tally: WillingnessTally, counts: CampaignCounts, minimumGroup: MinimumGroup) {
    let isWithheld = minimumGroup.withholds(counts.overall.respondents)
    guard !tally.questions.isEmpty, isWithheld || !tally.isEmpty else { return nil }
    func row(_ by: String?, _ group: String, _ people: Int, _ willing: [Int]) -> Row {
      let isWithheld = minimumGroup.withholds(people)
      return Row(
        by: by, group: group, people: isWithheld ? .none(.withheld) : .value(people),
        willing: willing.map { isWithheld ? .none(.withheld) : .value($0) })
    }
    questions = tally.questions
    var rows = [row(nil, "Everybody", counts.overall.respondents, tally.overall)]
    for (place, (grouping, groups)) in zip(counts.groupings, counts.groups).enumerated() {
      for (group, counts) in groups.enumerated() where counts.respondents > 0 {
        rows.append(
          row(
            grouping.title, grouping.groups[group].label, counts.respondents,
            tally.groups[place][group]))
      }
    }
    self.rows = rows
  }
}

/// How many people another target would put below it.
package struct RaisedTarget: Hashable, Sendable {
  /// How many people of the role are below.
  package struct People: Hashable, Sendable {
    /// How many people of the role gave the statement a level.
    package let rated: Int
    /// How many of them are below what is usual today; 0 where the role does not ask for it today.
    package let belowNow: Int
    /// How many of them would be below the other target.
    package let belowThen: Int

    /// How many more people would be below; negative for a lowered target.
    package var more: Int { belowThen - belowNow }
  }

  /// The other target.
  package let change: TargetChange
  /// The role's name.
  package let role: String
  /// The statement's short name.
  package let title: String
  /// What is usual today; `nil` where the role does not ask for it.
  package let usual: Level?
  /// How many people; withheld when too few of the role gave the statement a level.
  package let people: Figure<People>

  init(
    _ change: TargetChange, framework: Framework, counts: LevelCounts, minimumGroup: MinimumGroup
  ) {
    self.change = change
    let rolePlace = framework.roles.firstIndex { $0.id == change.role }
    let position = framework.competencies.firstIndex { $0.id == change.competency }
    role = rolePlace.map { framework.roles[$0].title.original } ?? change.role.description
    guard let rolePlace, let position else {
      title = change.competency.description
      usual = nil
      people = .none(.noAnswers)
      return
    }
    let competency = framework.competencies[position]
    let usual = competency.targets[change.role]
    title = competency.title.original
    self.usual = usual
    let byLevel = framework.scale.steps.map(\.level).map { level in
      (level: level, count: counts.count(of: .level(level), competency: position, role: rolePlace))
    }
    func below(_ target: Level?) -> Int {
      byLevel.reduce(0) { sum, entry in
        target.map { entry.level.isBelow($0) } == true ? sum + entry.count : sum
      }
    }
    let rated = byLevel.reduce(0) { $0 + $1.count }
    people =
      minimumGroup.withholds(rated)
      ? .none(.withheld)
      : rated == 0
        ? .none(.noAnswers)
        : .value(
          People(rated: rated, belowNow: below(usual), belowThen: below(change.level)))
  }
}

/// How many people of a report answered the core form, and what follows from it.
///
/// Where anybody did, a figure that joins statements joins core statements alone: everybody was asked
/// these, so that no figure is of some people by three statements and of others by ten.
package struct CoreFormPart: Hashable, Sendable {
  /// How many people answered the core form; withheld where these, or all others, are too few.
  package let people: Figure<Int>
  /// Whether nobody answered any other statement.
  package let isEverybody: Bool
  /// The core statements.
  package let statements: Set<CompetencyID>
  /// How many statements there are in all.
  package let all: Int

  /// `nil` where nobody answered the core form, and where those who answered at all are too few.
  package init?(_ counts: CampaignCounts, framework: Framework, minimumGroup: MinimumGroup) {
    let (core, respondents) = (counts.coreForms, counts.overall.respondents)
    guard core > 0, !minimumGroup.withholds(respondents) else { return nil }
    // Who answered few core statements counts as no core form, but was asked nothing else either.
    isEverybody = framework.competencies.indices.allSatisfy { position in
      framework.competencies[position].isCore
        || counts.overall.count(of: nil, competency: position)
          + counts.overall.count(of: .skipped, competency: position) == respondents
    }
    let isWithheld = minimumGroup.withheld(of: [core, respondents - core]).contains(true)
    people = isWithheld ? .none(.withheld) : .value(core)
    statements = framework.coreStatements
    all = framework.competencies.count
  }

  /// Which of some statements a figure joins: those that are core, or, where none is, all of them, which
  /// only those were asked who answered the full form.
  func joined<Statement>(
    _ candidates: [Statement], _ id: (Statement) -> CompetencyID
  ) -> [Statement] {
    let core = candidates.filter { statements.contains(id($0)) }
    return core.isEmpty ? candidates : core
  }
}
