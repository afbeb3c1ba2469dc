import WaymarkBasics

/// What several documents say alike.
package struct CommonWords: Sendable {
  package init() {}

  /// How a warning begins that the people of a campaign do not exist.
  var madeUp: String { "Made up." }
  /// What every document says of a campaign of made-up people.
  var madeUpNotice: String {
    "These people were made up: nothing here says anything about anybody."
  }
  /// The two of them on one line.
  var madeUpLine: String { "\(madeUp) \(madeUpNotice)" }
  /// The same where there is little room.
  var madeUpFooter: String { "Made up: says nothing about anybody." }

  /// Where a document comes from.
  var madeWithWaymark: String { "Made with Waymark." }

  /// What stands in the place of a number that does not exist.
  var none: String { "none" }

  /// `1 person`, `2 people`.
  func people(_ number: Int) -> String { number == 1 ? "1 person" : "\(number) people" }

  /// A number of people, or the mark of what is withheld.
  func number(_ number: Int?) -> String { number.map(String.init) ?? Absence.withheldMark }

  /// Why there is no number.
  func reason(_ absence: Absence) -> String {
    switch absence {
    case .withheld: "withheld, too few people"
    case .noTarget: "no role of those who answered asks for it"
    case .noAnswers: "nobody gave a level"
    case .oneAnswer: "one answer does not vary"
    case .oneStatement: "it is about a single statement"
    case .noVariation: "all answered alike"
    }
  }
}
