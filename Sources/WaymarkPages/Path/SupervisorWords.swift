import Waymark

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
