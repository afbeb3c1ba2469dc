import WaymarkBasics

/// Weights that make a sample agree with the known margins of its population.
///
/// Iterative proportional fitting (Deming & Stephan 1940) over cells of people who are alike in every
/// variable: all start at 1, and variable after variable is brought to its margin until the largest
/// relative error of a margin is below 1e-10, in at most 500 cycles.
package struct Raking: Hashable, Sendable {
  /// One variable: its categories with how many people of the population are in each.
  package struct Variable: Hashable, Sendable {
    /// The name, for messages.
    package let id: String
    /// The names of the categories, for messages.
    package let categories: [String]
    /// People of the population in each category; any unit, as only proportions matter.
    package let population: [Double]

    /// Takes as many counts as categories, none below 0.
    package init(id: String, categories: [String], population: [Double]) {
      precondition(categories.count == population.count)
      self.id = id
      self.categories = categories
      self.population = population
    }
  }

  /// The weight of everybody in a cell, with a mean of 1 over the people in all cells.
  package private(set) var weights: [Double]
  /// The largest relative error of a margin that is left.
  package private(set) var marginError: Double

  private let places: [[Int]]
  private let people: [Int]
  private let targets: [[Double]]

  private static let cycles = 500
  private static let tolerance = 1e-10

  /// Weights cells of a sample.
  ///
  /// - Parameters:
  ///   - places: for each cell, its category in every variable.
  ///   - people: how many people of the sample are in each cell.
  ///   - variables: the margins of the population.
  /// - Throws: `RakingProblem`.
  package init(
    places: [[Int]], people: [Int], variables: [Variable]
  ) throws(RakingProblem) {
    precondition(places.count == people.count)
    self.places = places
    self.people = people
    let sample = Double(people.reduce(0, +))
    guard sample > 0 else { throw .emptySample }
    var first: Double?
    var targets: [[Double]] = []
    for (place, variable) in variables.enumerated() {
      let total = NeumaierSum(variable.population).value
      if let first, abs(first - total) > 1e-9 * first {
        throw .unequalTotals(variables[0].id, first, other: variable.id, total)
      }
      first = first ?? total
      var found = [Int](repeating: 0, count: variable.categories.count)
      for (cell, count) in people.enumerated() { found[places[cell][place]] += count }
      for (category, count) in found.enumerated() {
        let name = variable.categories[category]
        if variable.population[category] > 0, count == 0 {
          throw .nobody(variable: variable.id, category: name)
        }
        if variable.population[category] == 0, count > 0 {
          throw .notInPopulation(variable: variable.id, category: name)
        }
      }
      targets.append(variable.population.map { $0 / total * sample })
    }
    self.targets = targets
    weights = Array(repeating: 1, count: places.count)
    marginError = 0
    for _ in 0..<Self.cycles {
      for variable in variables.indices { fit(variable) }
      marginError = worst()?.error ?? 0
      if marginError < Self.tolerance { return }
    }
    if let worst = worst() {
      let variable = variables[worst.variable]
      throw .notConverged(
        variable: variable.id, category: variable.categories[worst.category], error: worst.error)
    }
  }

  /// Cuts weights above so many times the mean, and shares the excess equally among the people whose
  /// weights are below, until none is above.
  ///
  /// As `survey::trimWeights(strict = TRUE)`; `marginError` tells what that does to the margins.
  /// - Parameter factor: the cap as a multiple of the mean weight, above 1.
  package mutating func trim(to factor: Double) {
    let total = Double(people.reduce(0, +))
    let cap = factor * weightSum / total
    while true {
      var excess = NeumaierSum()
      var free = 0
      for (cell, weight) in weights.enumerated() {
        if weight > cap {
          excess.add((weight - cap) * Double(people[cell]))
        } else if weight < cap {
          free += people[cell]
        }
      }
      guard excess.value > 1e-12 * total, free > 0 else { break }
      let share = excess.value / Double(free)
      for (cell, weight) in weights.enumerated() where weight != cap {
        weights[cell] = weight > cap ? cap : weight + share
      }
    }
    marginError = worst()?.error ?? 0
  }

  /// Kish's effective sample size, (Σw)² / Σw² (Kish 1965).
  package var effectiveSize: Double {
    var squares = NeumaierSum()
    for (cell, weight) in weights.enumerated() {
      squares.add(weight * weight * Double(people[cell]))
    }
    let sum = weightSum
    return sum * sum / squares.value
  }

  private var weightSum: Double {
    var sum = NeumaierSum()
    for (cell, weight) in weights.enumerated() { sum.add(weight * Double(people[cell])) }
    return sum.value
  }

  private func margin(_ variable: Int) -> [Double] {
    var sums = targets[variable].map { _ in NeumaierSum() }
    for (cell, weight) in weights.enumerated() {
      sums[places[cell][variable]].add(weight * Double(people[cell]))
    }
    return sums.map(\.value)
  }

  private mutating func fit(_ variable: Int) {
    let margin = margin(variable)
    for cell in weights.indices where people[cell] > 0 {
      let category = places[cell][variable]
      weights[cell] *= targets[variable][category] / margin[category]
    }
  }

  private func worst() -> (variable: Int, category: Int, error: Double)? {
    var worst: (variable: Int, category: Int, error: Double)?
    for variable in targets.indices {
      for (category, sum) in margin(variable).enumerated() where targets[variable][category] > 0 {
        let error = abs(sum / targets[variable][category] - 1)
        if error > worst?.error ?? -1 { worst = (variable, category, error) }
      }
    }
    return worst
  }
}

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
