package import Waymark
package import WaymarkBasics

/// A sheet for a supervisor.
package enum SupervisorPage {
  /// The page to print or to hand on; what has no lines is left out.
  package static func page(
    _ sheet: SupervisorSheet, words: SupervisorWords, language: LanguageTag
  ) -> Page {
    Page(
      words.title, header: [],
      sections: [
        Page.Section(
          words.strengthsHeading, lines: sheet.strengths.map { $0.statement.text(in: language) }),
        Page.Section(
          words.goalsHeading, lines: sheet.goals.map { goal($0, words: words, language: language) }),
        Page.Section(words.helpHeading, lines: sheet.help),
      ], footer: [words.origin])
  }

  private static func goal(
    _ step: LearningPath.Step, words: SupervisorWords, language: LanguageTag
  ) -> String {
    let resource = step.resource
    let gain = step.gains.first
    let anchor = gain.flatMap { $0.item.competency.anchor($0.reached) }
    return [
      words.goal(
        gain?.item.competency.title.text(in: language),
        with: words.path.resource.name(
          resource.title.text(in: language), by: resource.provider)),
      words.takes(resource.duration, resource.cost), PathPage.when(step, words: words.path),
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

  /// What to learn, where a step serves a competency, and by what.
  func goal(_ competency: String?, with resource: String) -> String {
    path.sentence((competency.map { "\($0). With: " } ?? "") + resource)
  }

  func takes(_ duration: LearningResource.Duration, _ cost: LearningResource.Cost) -> String {
    "It takes \(path.resource.length(duration)) and \(path.resource.cost(cost))."
  }

  func thereWhen(_ anchor: String) -> String { "I am there when: \(anchor)" }

  // What a person may need.

  let colleague = "A colleague to learn from"
  let talk = "A talk about how it went"

  func workingTime(_ minutes: Int) -> String { "\(path.common.time(minutes)) of working time" }

  func money(_ dollars: Int) -> String { "\(dollars) US dollars" }
}
