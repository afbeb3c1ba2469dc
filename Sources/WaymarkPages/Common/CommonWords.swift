package import WaymarkBasics

/// Phrases that several documents share.
package struct CommonWords: Sendable {
  package init() {}

  let selfView = "Your own view, not a test."
  /// Who says what is usual for a role.
  let levelsOrigin = [
    "These levels were suggested by Waymark's authors.",
    "They are not ALSC standards, and your library may set its own.",
  ]
  /// What levels are and who says what is usual, in one text.
  var aboutLevels: String { ([selfView] + levelsOrigin).joined(separator: " ") }
  let afterLearning =
    "After learning, an honest rating may go down, because you see more than before."

  /// Whose document it is, where several people share a computer.
  func forPerson(_ name: String) -> String { "For \(name)" }

  /// So many of something.
  func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }

  func statements(_ count: Int) -> String { self.count(count, "statement", "statements") }

  func people(_ count: Int) -> String { self.count(count, "person", "people") }

  /// Minutes in words, from two hours on with hours: "90 minutes", "2 hours 30 minutes".
  func time(_ minutes: Int) -> String {
    guard minutes >= 120 else { return count(minutes, "minute", "minutes") }
    let rest = minutes % 60
    return count(minutes / 60, "hour", "hours")
      + (rest == 0 ? "" : " " + count(rest, "minute", "minutes"))
  }

  /// Languages by their names: "English and Spanish (es-MX)".
  package func languages(_ languages: [LanguageTag]) -> String {
    let names = languages.map(name)
    guard let last = names.last else { return "a language nobody noted" }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The language's name, with the tag where that says more, or the tag alone.
  private func name(_ tag: LanguageTag) -> String {
    let names = ["en": "English", "es": "Spanish", "fr": "French", "zh": "Chinese"]
    guard let language = tag.fallbacks.last, let name = names[language.description] else {
      return tag.description
    }
    return language == tag ? name : self.name(name, id: tag.description)
  }

  /// A title with what tells it from others: "Speak where budgets are decided (advocacy.decisions)".
  func name(_ title: String, id: String) -> String { "\(title) (\(id))" }

  /// A level with its label: "3, On my own".
  func level(_ rank: Int, _ label: String) -> String { "\(rank), \(label)" }

  func chose(_ level: String) -> String { "You chose \(level)." }
}
