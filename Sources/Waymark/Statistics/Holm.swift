/// Several tests taken together, so that the more of them there are the more each has to show.
package enum Holm {
  /// Above this an adjusted chance is no more than what several tests give by themselves.
  package static let limit = 0.05

  /// The chances of several tests, adjusted so that all those below a limit are found wrong together no
  /// more often than the limit says, whatever they have in common (Holm 1979).
  ///
  /// Chances from 0 to 1, in any order; the adjusted ones stand in the same order.
  package static func adjusted(_ chances: [Double]) -> [Double] {
    var adjusted = chances
    var most = 0.0
    let order = chances.indices.sorted { (chances[$0], $0) < (chances[$1], $1) }
    for (rank, place) in order.enumerated() {
      most = max(most, min(1, Double(chances.count - rank) * chances[place]))
      adjusted[place] = most
    }
    return adjusted
  }
}
