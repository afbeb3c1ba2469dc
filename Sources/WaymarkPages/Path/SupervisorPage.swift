package import Waymark
package import WaymarkBasics

/// A sheet for a supervisor.
package enum SupervisorPage {
  /// The page to print or to hand on.
  package static func page(_ words: SupervisorWords) -> Page {
    Page(
      SupervisorWords.title, header: [],
      sections: words.sections.map { Page.Section($0.heading, lines: $0.lines) },
      footer: [SupervisorWords.origin])
  }
}

/// The sentences of a sheet for a supervisor, the same in every format.
package struct SupervisorWords {
  let sheet: SupervisorSheet
  private let path: PathWords

  /// - Parameter path: the path that the goals are steps of.
  package init(_ sheet: SupervisorSheet, path: LearningPath, language: LanguageTag) {
    self.sheet = sheet
    self.path = PathWords(path, language: language)
  }

  static let title = "For a talk about my work"
  static let origin =
    "I chose what stands here. It is my own view, made for learning and not for appraisal."

  /// A heading with its lines; those without lines are left out.
  struct Section {
    let heading: String
    let lines: [String]
  }

  var sections: [Section] {
    [
      Section(heading: "What I can build on", lines: strengths),
      Section(heading: "What I want to learn", lines: sheet.goals.map(goal)),
      Section(heading: "What I need for it", lines: sheet.help),
    ].filter { !$0.lines.isEmpty }
  }

  private var strengths: [String] {
    sheet.strengths.map { $0.statement.text(in: path.profile.language) }
  }

  private func goal(_ step: LearningPath.Step) -> String {
    let gain = step.gains.first
    let purpose = gain.map {
      "\($0.item.competency.title.text(in: path.profile.language)). With: "
    }
    let cost = PathWords.cost(step.resource.cost)
    let there = gain.flatMap { gain in
      gain.item.competency.anchor(gain.reached).map {
        "I am there when: \($0.text(in: path.profile.language))"
      }
    }
    return [
      PathWords.sentence((purpose ?? "") + path.name(of: step.resource)),
      "It takes \(PathWords.length(step.resource.duration)) and \(cost).", path.when(step), there,
    ].compactMap { $0 }.joined(separator: " ")
  }

  /// What a person may need for some goals, to choose from: time, and money where it is asked.
  package static func needs(of goals: [LearningPath.Step]) -> [String] {
    let minutes = goals.reduce(0) { $0 + $1.minutes }
    let costs = goals.compactMap { $0.resource.cost.usDollars }.reduce(0, +)
    return [
      minutes > 0 ? "\(PathWords.time(minutes)) of working time" : nil,
      costs > 0 ? "\(costs) US dollars" : nil,
      "A colleague to learn from", "A talk about how it went",
    ].compactMap { $0 }
  }
}
