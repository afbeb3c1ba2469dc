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

extension CommonWords {
  /// What stands at the foot of every sheet that is not for everybody.
  var internalFooter: String { "Internal, not for publication." }

  /// What every page says of itself that was not proved to expose nobody.
  ///
  /// - Parameter fewest: the fewest people of whom anything is said.
  func internalNotice(fewest: Int) -> String {
    "Internal, not for publication: where fewer than \(fewest) people gave an answer, "
      + "figures are withheld (\(Absence.withheldMark))."
  }

  var afterLearning: String {
    "After learning, an honest rating may go down, because you see more than before."
  }

  /// `1 statement`, `2 statements`.
  func statements(_ number: Int) -> String {
    number == 1 ? "1 statement" : "\(number) statements"
  }

  /// Minutes, from two hours on with hours: `90 minutes`, `2 hours 30 minutes`.
  func time(_ minutes: Int) -> String {
    func count(_ number: Int, _ unit: String) -> String {
      "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
    guard minutes >= 120 else { return count(minutes, "minute") }
    let rest = minutes % 60
    return count(minutes / 60, "hour") + (rest == 0 ? "" : " " + count(rest, "minute"))
  }

  /// A thing of a document with the id that commands know it by.
  func name(_ title: String, id: some CustomStringConvertible) -> String { "\(title) (\(id))" }
}

// What a gap report says, published or not.
extension CommonWords {
  func gapReport(_ campaign: String) -> String { "Gap report: \(campaign)" }

  func framework(_ title: String) -> String { "\(title)." }

  func framework(_ title: String, id: String, version: String) -> String {
    "Framework: \(title), \(id) version \(version)."
  }

  func campaign(_ id: String) -> String { "Campaign: \(id)." }
}
