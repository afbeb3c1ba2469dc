import WaymarkBasics

/// Why weights cannot be made for a sample.
package enum RakingProblem: Problem, Error {
  /// A category has people in the population and nobody in the sample.
  case nobody(variable: String, category: String)
  /// A category has people in the sample and none in the population.
  case notInPopulation(variable: String, category: String)
  /// Two variables add up to populations of different sizes.
  case unequalTotals(String, Double, other: String, Double)
  /// The margins could not all be met: the worst relative error that was left, and where.
  case notConverged(variable: String, category: String, error: Double)
  /// Nobody in the sample has an answer to every variable.
  case emptySample

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .nobody(let variable, let category):
      "\(variable) '\(category)' has people in the population and nobody who answered"
    case .notInPopulation(let variable, let category):
      "\(variable) '\(category)' has people who answered and nobody in the population"
    case .unequalTotals(let variable, let total, let other, let otherTotal):
      "\(variable) adds up to \(Self.number(total)) and \(other) to \(Self.number(otherTotal)), a "
        + "difference of \(Self.number(abs(total - otherTotal)))"
    case .notConverged(let variable, let category, let error):
      "the margins cannot all be met: \(variable) '\(category)' stays "
        + "\(Decimal.text(error * 100, places: 1)) % off"
    case .emptySample: "nobody who answered has an answer to every variable"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .nobody, .notInPopulation:
      "join the category with another one in the questions and the margins"
    case .unequalTotals: "give counts of the same population for every variable"
    case .notConverged: "weight by fewer variables, or by wider categories"
    case .emptySample: "weight by questions that people answered"
    }
  }

  private static func number(_ value: Double) -> String {
    Decimal.text(value, places: value == value.rounded() ? 0 : 2)
  }
}
