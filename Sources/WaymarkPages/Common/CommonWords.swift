package import Waymark
package import WaymarkBasics

/// What several documents say alike.
package struct CommonWords: Sendable {
  package init() {}

  /// How many opened a form and left it.
  func opened(_ opened: OpenedRows) -> String {
    (opened.isAtLeast ? "At least " : "")
      + "\(opened.rows) opened, not answered: rows without one answer to a statement."
  }

  /// So many of something.
  func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  /// `1 person`, `2 people`.
  func people(_ number: Int) -> String { count(number, "person", "people") }

  /// `1 statement`, `2 statements`.
  func statements(_ number: Int) -> String { count(number, "statement", "statements") }

  /// Minutes, from two hours on with hours: `90 minutes`, `2 hours 30 minutes`.
  func time(_ minutes: Int) -> String {
    guard minutes >= 120 else { return count(minutes, "minute", "minutes") }
    let rest = minutes % 60
    return count(minutes / 60, "hour", "hours")
      + (rest == 0 ? "" : " " + count(rest, "minute", "minutes"))
  }

  /// Languages by their names: `English and Spanish (es-MX)`.
  package func languages(_ languages: [LanguageTag]) -> String {
    languages.isEmpty ? "a language nobody noted" : list(languages.map(name))
  }

  /// The texts as they stand in a sentence, with "and" before the last.
  func list(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The language's name, with the tag where that says more, or the tag alone.
  private func name(_ tag: LanguageTag) -> String {
    let language = tag.language
    guard let name = LanguageWords.english(language) else { return tag.description }
    return language == tag ? name : self.name(name, id: tag)
  }

  /// A thing of a document with the id that commands know it by.
  func name(_ title: String, id: some CustomStringConvertible) -> String { "\(title) (\(id))" }
}

extension CommonWords {
  /// That a questionnaire asked a part of its framework.
  func notAsked(_ count: Int, of all: Int) -> String {
    "\(count) of the \(statements(all)) of the framework "
      + "\(count == 1 ? "was" : "were") not asked: nothing is said of them."
  }
}

// What people are told of themselves.
extension CommonWords {
  var selfView: String { "Your own view, not a test." }

  /// Where statements and levels come from, in a framework's own words, and what they are not.
  package func origin(of framework: Framework, _ language: LanguageTag) -> [String] {
    [framework.source.text(in: language)]
      + (framework.hasUsualLevels ? ["Your library may set its own levels."] : [])
  }

  /// All of it as one text.
  func about(_ framework: Framework, _ language: LanguageTag) -> String {
    ([selfView] + origin(of: framework, language)).joined(separator: " ")
  }

  var afterLearning: String {
    "After learning, an honest rating may go down, because you see more than before."
  }

  /// Whose document it is, where several people share a computer.
  func forPerson(_ name: String) -> String { "For \(name)" }

  /// A level with its label: `3, On my own`.
  func level(_ rank: Int, _ label: String?) -> String {
    label.map { "\(rank), \($0)" } ?? String(rank)
  }

  func chose(_ level: String) -> String { "You chose \(level)." }

  /// The answers that are no level.
  var notPartOfMyWork: String { "Not part of my work" }
  var cannotJudge: String { "I can't judge this" }
}

// What reports and tables say of campaigns and figures.
extension CommonWords {
  /// How a warning begins that the people of a campaign do not exist.
  var madeUp: String { "Made up." }
  /// What every document says of a campaign of made-up people.
  var madeUpNotice: String {
    "These people were made up: nothing here says anything about anybody."
  }
  /// The two of them on one line.
  var madeUpLine: String { "\(madeUp) \(madeUpNotice)" }
  /// Something of a campaign of made-up people, on one line.
  func madeUp(_ text: String) -> String { "\(madeUp) \(text)" }
  /// The same where there is little room.
  var madeUpFooter: String { "Made up: says nothing about anybody." }

  /// Why nobody was compared with a usual level.
  func nothingCompared(hasUsualLevels: Bool) -> String {
    hasUsualLevels
      ? "Nobody can be compared with a usual level: too few people answered who have a role that asks "
        + "for a statement."
      : "No statement has a usual level for any role, so that nothing was compared."
  }

  /// Where a document comes from.
  var madeWithWaymark: String { "Made with Waymark." }

  /// What stands in the place of a number that does not exist.
  var none: String { "none" }

  /// A number of people, or the mark of what is withheld.
  func number(_ number: Int?) -> String { number.map(String.init) ?? Absence.withheldMark }

  /// One share less another, in points.
  func points(_ difference: Double) -> String {
    let points = Int((difference * 100).rounded(.toNearestOrAwayFromZero))
    let sign = points > 0 ? "+" : points < 0 ? "\u{2212}" : ""
    return "\(sign)\(abs(points)) \(abs(points) == 1 ? "point" : "points")"
  }

  /// Why there is no number.
  func reason(_ absence: Absence) -> String {
    switch absence {
    case .withheld: "withheld, too few people"
    case .noTarget: "no role of those who answered asks for it"
    case .noAnswers: "nobody gave a level"
    case .oneAnswer: "one answer does not vary"
    case .oneStatement: "it is about a single statement"
    case .noVariation: "all answered alike"
    case .unequalScales: "importance and levels have not the same number of steps"
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

/// What a column of a table is called, and what stands in it, in a sentence.
package struct ColumnWords: Sendable {
  let title: String
  let meaning: String

  init(_ title: String, _ meaning: String) {
    self.title = title
    self.meaning = meaning
  }
}

extension DataTable.Column {
  /// A column by its name for programs and its words for people.
  init(_ name: String, _ words: ColumnWords, _ kind: Kind) {
    self.init(name, words.title, words.meaning, kind)
  }
}
