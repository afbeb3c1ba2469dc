package import WaymarkBasics

/// What a gap report says of each part of a strategic plan.
///
/// It joins what the report shows and nothing else, so that what is withheld stays withheld.
package struct StrategicPlanReport: Hashable, Sendable {
  /// A statement that speaks to a part of the plan.
  package struct Statement: Hashable, Sendable {
    /// What the report says of the statement.
    package let row: GapReport.CompetencyRow
    /// How directly it speaks to the part; the most direct one where several objectives name it.
    package let strength: Competency.Strength
  }

  /// A sphere, an area of action or an objective.
  package struct Part: Hashable, Sendable {
    /// Which of the three it is.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      /// Whom the plan changes.
      case sphere
      /// What the plan works on.
      case action
      /// What the plan wants to reach.
      case objective
    }

    /// Which of the three it is.
    package let kind: Kind
    /// The id in the plan.
    package let id: String
    /// The name.
    package let title: String
    /// What self-assessment can say of an objective; `nil` for a sphere or an area of action.
    package let measure: StrategicPlan.Measure?
    /// The plan's own words on that; empty for a sphere or an area of action.
    package let note: String
    /// Whether how many are willing to serve speaks to an objective.
    package let countsService: Bool
    /// The statements that speak to it, in the framework's order; each once.
    package let statements: [Statement]
    /// How many of them are joined: where anybody answered the core form, those of the core if there are
    /// any.
    package let joined: Int
    /// The ratings of those that are joined that are below usual for the own role.
    ///
    /// The interval counts as many people as were compared for any one statement: nobody is counted
    /// twice, so that it is rather too wide than too narrow.
    package let below: Figure<GapReport.Below>
    /// The change of that share since an earlier campaign; `nil` without one, and where it asked none of
    /// the statements or too few answered.
    package let change: Change?

    /// The statements with the largest shares below usual, largest first, ties by id.
    package func largestGaps(_ limit: Int) -> [(
      row: GapReport.CompetencyRow, below: GapReport.Below
    )] {
      GapReport.sorted(statements.map(\.row), limit)
    }
  }

  /// The plan's name.
  package let title: String
  /// The plan's version.
  package let version: String
  /// The spheres, the areas of action and then the objectives, each in the plan's order.
  package let parts: [Part]

  /// Joins what a report says of the competencies that the parts of a plan name.
  ///
  /// Competencies that the report does not hold are left out.
  init(
    _ plan: StrategicPlan, competencies: [GapReport.CompetencyRow], coreForm: CoreFormPart?,
    comparison: Comparison?
  ) {
    title = plan.title.original
    version = plan.version
    func part(
      _ kind: Part.Kind, _ id: String, _ title: LocalizedText,
      _ objectives: [StrategicPlan.Objective], measure: StrategicPlan.Measure? = nil,
      note: String = "", countsService: Bool = false
    ) -> Part {
      let statements = competencies.compactMap { row -> Statement? in
        let strengths = objectives.compactMap { $0.competencies[row.id] }
        guard let first = strengths.first else { return nil }
        return Statement(row: row, strength: strengths.contains(.direct) ? .direct : first)
      }
      let rows = statements.map(\.row)
      let joined = coreForm?.joined(rows, \.id) ?? rows
      let compared = comparison?.earlierCoreForm?.joined(joined, \.id) ?? joined
      return Part(
        kind: kind, id: id, title: title.original, measure: measure, note: note,
        countsService: countsService, statements: statements, joined: joined.count,
        below: Self.joined(joined), change: comparison?.shareChange(of: Set(compared.map(\.id))))
    }
    parts =
      plan.spheres.map { sphere in
        part(
          .sphere, sphere.id.description, sphere.title,
          plan.objectives.filter { $0.sphere == sphere.id })
      }
      + plan.actions.map { action in
        part(
          .action, action.id.description, action.title,
          plan.objectives.filter { $0.action == action.id })
      }
      + plan.objectives.map { objective in
        part(
          .objective, objective.id.description, objective.title, [objective],
          measure: objective.measure, note: objective.note.original,
          countsService: objective.countsService)
      }
  }

  private static func joined(_ rows: [GapReport.CompetencyRow]) -> Figure<GapReport.Below> {
    let shown = rows.compactMap { $0.figures?.below.value }
    let hidesAny = rows.contains { row in
      row.figures.map { $0.below.absence == .withheld } ?? true
    }
    guard let people = shown.map(\.people).max() else {
      return .none(hidesAny ? .withheld : .noTarget)
    }
    return Figure(
      GapReport.Below(
        count: shown.reduce(0) { $0 + $1.count }, total: shown.reduce(0) { $0 + $1.total },
        people: people, further: shown.reduce(0) { $0 + $1.further },
        above: shown.reduce(0) { $0 + $1.above }), orNone: .noTarget)
  }
}
