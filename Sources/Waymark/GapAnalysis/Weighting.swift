/// Weights that make those who answered stand for the whole profession, and what they change.
public struct Weighting: Hashable, Sendable {
  /// One category of a variable: how many answered, beside the population.
  public struct Share: Hashable, Sendable {
    /// The variable, such as `state`.
    public let variable: String
    /// The category as people read it.
    public let category: String
    /// How many people answered; withheld below the minimum.
    public let people: Figure<Int>
    /// The share of the population, 0 to 1.
    public let population: Double
  }

  /// A figure without weights and with them.
  public struct Both: Hashable, Sendable {
    /// Everybody counted once.
    public let unweighted: Double
    /// Everybody counted by weight.
    public let weighted: WeightedEstimate
  }

  /// One competency.
  public struct Row: Hashable, Sendable {
    /// The competency.
    public let id: CompetencyID
    /// Its short name.
    public let title: String
    /// How many people gave a level; withheld below the minimum, and then with every figure.
    public let people: Figure<Int>
    /// The share below usual.
    public let share: Figure<Both>
    /// The mean level.
    public let mean: Figure<Both>
  }

  /// What is done with people who left an answer out that the weights need.
  public enum Unanswered: Hashable, Sendable {
    /// They keep the mean weight.
    case meanWeight
    /// They are left out.
    case leftOut
  }

  /// Who answered beside the population, variable by variable.
  public let shares: [Share]
  /// Each competency, in the framework's order.
  public let rows: [Row]
  /// How many people the weights were made for.
  public let people: Int
  /// How many left an answer out that the weights need.
  public let unanswered: Int
  /// What was done with those.
  public let treatment: Unanswered
  /// Kish's effective size of the sample.
  public let effectiveSize: Double
  /// The largest relative error of a margin, which trimming makes larger.
  public let marginError: Double
  /// The cap that was set on weights, as a multiple of the mean weight.
  public let cap: Double?

  /// Whether the weights make half of the sample or more worth nothing.
  public var isWeak: Bool { effectiveSize < 0.5 * Double(people) }
}
