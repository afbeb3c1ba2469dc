package import WaymarkBasics

/// What may be said of what a cohort needs; what is withheld is not in the value at all.
package struct CohortReport: Sendable {
  /// Those who gave a level to a statement.
  package struct Levels: Hashable, Sendable {
    /// How many they are.
    package let rated: Int
    /// How many are on each level of the scale, lowest first: the mix in a room.
    package let counts: [Int]
    /// How many are on a level from which people teach.
    package let couldTeach: Int
  }

  /// A statement that another builds on.
  package struct Base: Hashable, Sendable {
    package let competency: Competency
    /// How many of those below in the other are below in it too.
    package let people: Int
  }

  /// Those of them whose role asks for it, beside what is usual.
  package struct Comparison: Hashable, Sendable {
    /// How many they are.
    package let compared: Int
    /// How many of them are below what is usual.
    package let below: Int
    /// How many levels all those below are missing together.
    package let missing: Int
    /// Whether the roles of less than half of those who rated it ask for it.
    package let isForFew: Bool
    /// What it builds on, with how many of those below are below there too; in the document's order.
    package let lacking: [Base]

    /// How many are at or above what is usual.
    package var atOrAbove: Int { compared - below }
  }

  /// One statement.
  package struct Row: Sendable {
    package let competency: Competency
    package let levels: Figure<Levels>
    package let comparison: Figure<Comparison>
  }

  /// The statements' framework.
  package let framework: Framework
  /// The fewest people of whom anything is said.
  package let minimumGroup: MinimumGroup
  /// How many people the cohort has; of too few, nothing at all is said.
  package let people: Figure<Int>
  /// The statements in the framework's order.
  package let rows: [Row]
  /// Those of its campaigns who agreed to be named, where enough others are counted.
  package let named: NamedPeople

  /// Decides what may be said.
  ///
  /// - Parameter named: those of its campaigns who agreed to be named to their trainer.
  package init(_ needs: CohortNeeds, named: NamedPeople = .none, minimumGroup: MinimumGroup) {
    let isWithheld = minimumGroup.withholds(needs.people)
    func figure<Value>(_ people: Int, _ value: Value) -> Figure<Value> {
      isWithheld || minimumGroup.withholds(people) ? .none(.withheld) : .value(value)
    }
    framework = needs.framework
    self.minimumGroup = minimumGroup
    people = figure(needs.people, needs.people)
    self.named = isWithheld ? .none : named.besides([needs.people], minimumGroup)
    rows = needs.rows.map { row in
      let lacking = row.competency.buildsOn.compactMap { id -> Base? in
        guard let count = row.lacking[id], count > 0, let base = needs.framework.competency(id)
        else { return nil }
        return Base(competency: base, people: count)
      }
      return Row(
        competency: row.competency,
        levels: figure(
          row.rated,
          Levels(rated: row.rated, counts: row.levels, couldTeach: row.couldTeach)),
        comparison: figure(
          row.compared,
          Comparison(
            compared: row.compared, below: row.below, missing: row.missing,
            isForFew: row.isForFew, lacking: lacking)))
    }
  }

  /// Whether so many have a role that asks for a statement that something is said of it.
  package var comparesAnybody: Bool { rows.contains { ($0.comparison.value?.compared ?? 0) > 0 } }

  /// The rows in which somebody is known to be below, the most missing levels first, ties in the
  /// framework's order.
  package var needs: [(row: Row, comparison: Comparison)] {
    rows.compactMap { row in
      row.comparison.value.flatMap { $0.below > 0 ? (row: row, comparison: $0) : nil }
    }.enumerated().sorted { left, right in
      (right.element.comparison.missing, left.offset)
        < (left.element.comparison.missing, right.offset)
    }.map(\.element)
  }
}
