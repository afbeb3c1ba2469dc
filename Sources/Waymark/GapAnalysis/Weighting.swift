package import WaymarkBasics

/// Weights that make those who answered stand for the whole profession, and what they change.
package struct Weighting: Hashable, Sendable {
  /// One category of a variable: how many answered, beside the population.
  package struct Share: Hashable, Sendable {
    /// The variable, such as `state`.
    package let variable: String
    /// The category as people read it.
    package let category: String
    /// How many people answered; withheld below the minimum.
    package let people: Figure<Int>
    /// The share of the population, 0 to 1.
    package let population: Double
  }

  /// A figure without weights and with them.
  package struct Both: Hashable, Sendable {
    /// Everybody counted once.
    package let unweighted: Double
    /// Everybody counted by weight.
    package let weighted: WeightedEstimate
  }

  /// One competency.
  package struct Row: Hashable, Sendable {
    /// The competency.
    package let id: CompetencyID
    /// Its short name.
    package let title: String
    /// How many people gave a level; withheld below the minimum, and then with every figure.
    package let people: Figure<Int>
    /// The share below usual.
    package let share: Figure<Both>
    /// The mean level.
    package let mean: Figure<Both>
  }

  /// What is done with people who left an answer out that the weights need.
  package enum Unanswered: Hashable, Sendable {
    /// They keep the mean weight.
    case meanWeight
    /// They are left out.
    case leftOut
  }

  /// Who answered beside the population, variable by variable.
  package let shares: [Share]
  /// Each competency, in the framework's order.
  package let rows: [Row]
  /// How many people the weights were made for.
  package let people: Int
  /// How many left an answer out that the weights need.
  package let unanswered: Int
  /// What was done with those.
  package let treatment: Unanswered
  /// Kish's effective size of the sample.
  package let effectiveSize: Double
  /// The largest relative error of a margin, which trimming makes larger.
  package let marginError: Double
  /// The cap that was set on weights, as a multiple of the mean weight.
  package let cap: Double?

  /// Whether the weights make half of the sample or more worth nothing.
  package var isWeak: Bool { effectiveSize < 0.5 * Double(people) }
}
