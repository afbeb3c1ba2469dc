package import WaymarkBasics

/// What people said of the importance of the statements, of those only who may be told about.
package enum StatedImportance: Hashable, Sendable {
  /// They picked statements; withheld where too few picked any, `noAnswers` where nobody did.
  case picks(Figure<Picks>)
  /// They rated each statement.
  case ratings(Ratings)

  /// How often each statement was picked.
  package struct Picks: Hashable, Sendable {
    /// One statement.
    package struct Row: Hashable, Sendable {
      /// The statement.
      package let id: CompetencyID
      /// Its short name.
      package let title: String
      /// How many people picked it.
      package let picked: Int
    }

    /// How many people picked anything.
    package let people: Int
    /// The statements in the framework's order.
    package let rows: [Row]

    /// The share of those who picked anything that picked a statement, 0 to 1.
    package func share(of row: Row) -> Double { Double(row.picked) / Double(people) }
  }

  /// The importance of each statement beside the level.
  package struct Ratings: Hashable, Sendable {
    /// Where the quadrants are cut: the means over the statements that are shown.
    package struct Cut: Hashable, Sendable {
      /// The mean importance.
      package let importance: Double
      /// The mean level.
      package let level: Double
    }

    /// One statement.
    package struct Row: Hashable, Sendable {
      /// The statement.
      package let id: CompetencyID
      /// Its short name.
      package let title: String
      /// What is needed; withheld where too few gave both, or a level.
      package let need: Figure<Need>
    }

    /// Where the quadrants are cut; none where no statement is shown.
    package let cut: Figure<Cut>
    /// The statements in the framework's order.
    package let rows: [Row]

    /// Whether importance and levels have not the same steps, so that they are not subtracted.
    package var haveUnequalScales: Bool {
      rows.contains { $0.need.value.map { $0.scores.discrepancy == nil } ?? false }
    }
  }

  /// The need to learn a statement beside that of the other statements that are shown.
  package struct Need: Hashable, Sendable {
    /// What the ratings say of the statement itself.
    package let scores: NeedScores
    /// The rank of its Borich score, 1 for the greatest need, `nil` without a score; ties share one.
    package let rank: Int?
    /// Where it stands among the others.
    package let quadrant: Quadrant
  }

  /// The quadrants of importance-performance analysis (Martilla & James 1977).
  ///
  /// At or above a mean is high; where all are equal, all are high and nothing is amiss.
  package enum Quadrant: Hashable, Sendable {
    /// Important, and the level is high.
    case keepUp
    /// Important, and the level is low.
    case concentrateHere
    /// Less important, and the level is high.
    case possibleOverkill
    /// Less important, and the level is low.
    case lowPriority

    init(_ scores: NeedScores, _ cut: Ratings.Cut) {
      self =
        switch (scores.importance >= cut.importance, scores.level >= cut.level) {
        case (true, true): .keepUp
        case (true, false): .concentrateHere
        case (false, true): .possibleOverkill
        case (false, false): .lowPriority
        }
    }
  }
}

extension StatedImportance {
  /// Works out what people said; `nil` where they were not asked for any importance.
  init?(_ details: SheetDetails, _ overall: GapReport.Tables, minimumGroup: MinimumGroup) {
    if !details.rated.isEmpty {
      self = .ratings(Ratings(details.rated, overall, minimumGroup: minimumGroup))
    } else if !details.picked.isEmpty {
      self = .picks(Picks.of(details, overall, minimumGroup: minimumGroup))
    } else {
      return nil
    }
  }
}

extension StatedImportance.Picks {
  fileprivate static func of(
    _ details: SheetDetails, _ overall: GapReport.Tables, minimumGroup: MinimumGroup
  ) -> Figure<Self> {
    guard overall.respondents != nil, !minimumGroup.withholds(details.pickers) else {
      return .none(.withheld)
    }
    guard details.pickers > 0 else { return .none(.noAnswers) }
    return .value(
      Self(
        people: details.pickers,
        rows: zip(overall.competencies, details.picked).map {
          Row(id: $0.id, title: $0.title, picked: $1)
        }))
  }
}

extension StatedImportance.Ratings {
  /// - Parameter rated: for each statement how many gave each importance and level.
  fileprivate init(
    _ rated: [[[Int]]], _ overall: GapReport.Tables, minimumGroup: MinimumGroup
  ) {
    let scores = zip(overall.competencies, rated).map { row, counts -> Figure<NeedScores> in
      let found = NeedScores(counts: counts)
      guard row.figures != nil, !minimumGroup.withholds(found?.people ?? 0) else {
        return .none(.withheld)
      }
      return Figure(found, orNone: .noAnswers)
    }
    let shown = scores.compactMap(\.value)
    let cut = Cut(shown)
    let isWithheld = scores.contains { $0.absence == .withheld }
    self.cut = Figure(cut, orNone: isWithheld ? .withheld : .noAnswers)
    rows = zip(overall.competencies, scores).map { row, scores in
      let need = scores.value.flatMap { own in
        cut.map { cut in
          StatedImportance.Need(
            scores: own,
            rank: own.discrepancy.map { discrepancy in
              1
                + shown.compactMap(\.discrepancy)
                .count { $0.meanWeighted > discrepancy.meanWeighted }
            },
            quadrant: StatedImportance.Quadrant(own, cut))
        }
      }
      return Row(
        id: row.id, title: row.title,
        need: Figure(need, orNone: scores.absence ?? .noAnswers))
    }
  }
}

extension StatedImportance.Ratings.Cut {
  /// The means of some statements; `nil` of none.
  fileprivate init?(_ shown: [NeedScores]) {
    guard !shown.isEmpty else { return nil }
    importance = NeumaierSum(shown.map(\.importance)).value / Double(shown.count)
    level = NeumaierSum(shown.map(\.level)).value / Double(shown.count)
  }
}
