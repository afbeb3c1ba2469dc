extension Profile {
  /// Statements with a level, counted by how they stand to what is usual for a role.
  package struct Counts: Hashable, Sendable {
    /// Two or more levels to go.
    package internal(set) var furtherToGo = 0
    /// One level to go.
    package internal(set) var oneToGo = 0
    /// At what is usual.
    package internal(set) var asUsual = 0
    /// Above what is usual.
    package internal(set) var above = 0
    /// With a level, but not asked by the role.
    package internal(set) var beyond = 0

    init() {}

    init(_ items: [Item], comparison place: Int) {
      for item in items {
        guard let level = item.level else { continue }
        guard let target = item.targets[place] else {
          beyond += 1
          continue
        }
        switch level.rank - target.rank {
        case ...(-2): furtherToGo += 1
        case -1: oneToGo += 1
        case 0: asUsual += 1
        default: above += 1
        }
      }
    }

    /// At or above what is usual.
    package var atOrAbove: Int { asUsual + above }
    /// Not there yet.
    package var notYet: Int { furtherToGo + oneToGo }
    /// All that the role asks for and the person gave a level.
    package var rated: Int { atOrAbove + notYet }

    static func + (left: Counts, right: Counts) -> Counts {
      var sum = left
      sum.furtherToGo += right.furtherToGo
      sum.oneToGo += right.oneToGo
      sum.asUsual += right.asUsual
      sum.above += right.above
      sum.beyond += right.beyond
      return sum
    }
  }

  /// The four kinds of no number, counted apart; none is a zero or a gap.
  package struct Unrated: Hashable, Sendable {
    /// Nobody expects it of the person at work.
    package let notPartOfMyWork: Int
    /// The person could not tell.
    package let cannotJudge: Int
    /// Passed over.
    package let skipped: Int
    /// Not asked, or without an answer yet.
    package let notAsked: Int

    init(_ items: [Item]) {
      notPartOfMyWork = items.count { $0.answer == .notPartOfMyWork }
      cannotJudge = items.count { $0.answer == .cannotJudge }
      skipped = items.count { $0.answer == .skipped }
      notAsked = items.count { $0.answer == nil }
    }
  }
}
