package import WaymarkBasics

/// What several documents say alike.
package struct CommonWords: Sendable {
  package init() {}

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
    return language == tag ? name : self.name(name, id: tag)
  }

  /// A thing of a document with the id that commands know it by.
  func name(_ title: String, id: some CustomStringConvertible) -> String { "\(title) (\(id))" }
}

// What people are told of themselves.
extension CommonWords {
  var selfView: String { "Your own view, not a test." }

  /// Who says what is usual for a role.
  var levelsOrigin: [String] {
    [
      "These levels were suggested by Waymark's authors.",
      "They are not ALSC standards, and your library may set its own.",
    ]
  }

  /// The two of them as one text.
  var aboutLevels: String { ([selfView] + levelsOrigin).joined(separator: " ") }

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
