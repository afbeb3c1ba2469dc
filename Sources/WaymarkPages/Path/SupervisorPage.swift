package import Waymark
package import WaymarkBasics

/// A sheet for a supervisor.
package enum SupervisorPage {
  /// The page to print or to hand on, with room to write; what has no lines is left out.
  ///
  /// - Parameter person: whose name stands on it; without one there is room for it.
  package static func page(
    _ sheet: SupervisorSheet, person: String? = nil, words: SupervisorWords, language: LanguageTag
  ) -> Page {
    Page(
      words.title,
      header: [
        Page.Paragraph([words.name(person)]), Page.Paragraph([words.date]),
      ],
      sections: [
        Page.Section(
          words.strengthsHeading, lines: sheet.strengths.map { strength($0, language) }),
        Page.Section(
          words.goalsHeading,
          lines: sheet.goals.map { step in
            [
              goal(step, words: words, language: language), details(step, words, language),
            ].joined(separator: " ")
          }),
        Page.Section(words.helpHeading, lines: sheet.help),
        Page.Section(
          words.agreedHeading, for: .document,
          (0..<lines).map { _ in .paragraph(Page.Paragraph([words.line])) }),
        Page.Section(
          words.agreedHeading, for: .browser,
          (0..<lines).map { _ in .figure(HTML(.p, [.class("write")], "")) }),
      ], footer: [words.origin], styles: [style])
  }

  /// How many lines there are to write on.
  private static let lines = 3

  private static let style: StaticString = """
    .write { height: 2.2rem; margin: 0; border-bottom: 1px solid var(--line); }

    """

  /// A strength as it stands on the page.
  package static func strength(_ competency: Competency, _ language: LanguageTag) -> String {
    competency.statement.text(in: language)
  }

  /// A goal as it begins on the page, with all that it says of what a person cannot do yet.
  package static func goal(
    _ step: LearningPath.Step, words: SupervisorWords, language: LanguageTag
  ) -> String {
    words.goal(
      words.path.resource.doing(step.resource.title.text(in: language), of: step.resource),
      by: step.resource.provider,
      for: step.gains.first?.item.competency.title.text(in: language))
  }

  private static func details(
    _ step: LearningPath.Step, _ words: SupervisorWords, _ language: LanguageTag
  ) -> String {
    let resource = step.resource
    let gain = step.gains.first { $0.closed > $0.held }
    let anchor = gain.flatMap { $0.item.competency.anchor($0.closed) }
    return [
      words.takes(
        resource.duration, resource.isPractice ? nil : resource.cost, isSum: resource.isSum),
      step.day.map { day in
        guard resource.features.days.isEmpty else { return words.path.takesPlace(on: day) }
        return step.beginsBy.map { words.begin(by: $0, until: day) } ?? words.dueBy(day)
      },
      anchor.map { words.thereWhen($0.text(in: language)) },
    ].compactMap { $0 }.joined(separator: " ")
  }

  /// What a person may need for some goals, to choose from: time, and money where it is asked.
  package static func needs(
    of goals: [LearningPath.Step], words: SupervisorWords
  ) -> [String] {
    let minutes = goals.reduce(0) { $0 + $1.minutes }
    let costs = goals.compactMap { $0.resource.cost.usDollars }.reduce(0, +)
    return [
      minutes > 0 ? words.workingTime(minutes) : nil, costs > 0 ? words.money(costs) : nil,
      words.colleague, words.talk,
    ].compactMap { $0 }
  }
}

/// The sentences of a sheet for a supervisor, the same in every format; it is the person who speaks.
package struct SupervisorWords: Sendable {
  let path = PathWords()

  package init() {}

  let title = "For a talk about my work"
  let origin =
    "I chose what stands here. It is my own view, made for learning and not for appraisal."

  let strengthsHeading = "What I can build on"
  let goalsHeading = "What I want to learn"
  let helpHeading = "What I need for it"
  let agreedHeading = "What we agree on"

  /// Room to write on in a text.
  let line = String(repeating: "_", count: 38)

  func name(_ person: String?) -> String {
    "Name: \(person ?? String(repeating: "_", count: 28))"
  }

  var date: String { "Date: \(String(repeating: "_", count: 28))" }

  /// What to learn with, and what for, where a step serves a competency.
  func goal(_ title: String, by provider: String?, for competency: String?) -> String {
    path.sentence(title + (provider.map(path.resource.by) ?? ""))
      + (competency.map { " \(path.sentence(path.purpose + $0))" } ?? "")
  }

  /// - Parameter cost: `nil` where nothing need be said of it.
  func takes(
    _ duration: LearningResource.Duration, _ cost: LearningResource.Cost?, isSum: Bool
  ) -> String {
    "It takes \(path.resource.length(duration, isSum: isSum))"
      + (cost.map { " and \(path.resource.cost($0))" } ?? "") + "."
  }

  func dueBy(_ day: CalendarDate) -> String { "I will do it by \(day.inWords)." }

  func begin(by first: CalendarDate, until last: CalendarDate) -> String {
    "I will begin by \(first.inWords) and be done by about \(last.inWords)."
  }

  func thereWhen(_ anchor: String) -> String { "I am there when: \(anchor)" }

  // What a person may need.

  let colleague = "A colleague to learn from"
  let talk = "A talk about how it went"

  func workingTime(_ minutes: Int) -> String { "\(path.common.time(minutes)) of working time" }

  func money(_ dollars: Int) -> String { "\(dollars) US dollars" }
}
