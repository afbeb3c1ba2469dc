package import WaymarkBasics

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
