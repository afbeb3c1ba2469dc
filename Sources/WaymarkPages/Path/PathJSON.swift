package import Waymark
package import WaymarkBasics

/// A learning path as JSON for other programs.
package enum PathJSON {
  /// The document: the steps in order with their reasons, what was left out and why, and the
  /// competencies that nothing serves yet.
  ///
  /// `minutes` are absent where nobody knows; `checked` is absent when nobody has looked; a step has
  /// a `date` where the steps were laid into weeks.
  ///
  /// - Throws: `EncodingError`, which no path causes.
  package static func document(
    _ path: LearningPath, words: PathWords, language: LanguageTag = .english
  ) throws -> String {
    try JSON.document(Document(PathPage(path: path, words: words, language: language)))
  }

  private struct Document: Encodable {
    let about: String
    let framework: FrameworkName
    let role: String?
    let profileDate: String
    let minutes: Int
    let minutesWanted: Int?
    let isProvedBest: Bool
    let steps: [Step]
    let leftOut: [LeftOut]
    let nothingFits: [String]
    let changes: [String]
    let done: [Done]

    init(_ page: PathPage) {
      let path = page.path
      about = page.words.common.aboutLevels
      framework = FrameworkName(path.profile.key)
      role = path.profile.comparisons.first?.role.id.description
      profileDate = path.profile.date.description
      minutes = path.minutes
      minutesWanted = path.wishes.minutesInAll
      isProvedBest = path.isProved
      steps = path.steps.map { step in
        let reasons = page.reasons(step).flatMap {
          [$0.purpose + "."] + $0.facts + [$0.thereWhen].compactMap { $0 }
        }
        return Step(
          resource: Resource(step.resource, page.language), minutes: step.minutes,
          date: step.day?.description, closes: step.gains.map(Gain.init),
          reason: reasons.joined(separator: " "))
      }
      leftOut = path.leftOut.map { leftOut in
        LeftOut(
          resource: Resource(leftOut.resource, page.language),
          minutes: leftOut.resource.duration.minutes,
          reason: page.reason(leftOut))
      }
      nothingFits = path.uncovered.map(\.competency.id.description)
      changes = page.changes
      done = path.wishes.done.map { record in
        Done(
          resource: record.resource.description, title: record.title,
          date: record.day.description, note: record.note)
      }
    }
  }

  private struct Done: Encodable {
    let resource, title, date: String
    let note: String?
  }

  private struct Step: Encodable {
    let resource: Resource
    let minutes: Int
    let date: String?
    let closes: [Gain]
    let reason: String
  }

  private struct LeftOut: Encodable {
    let resource: Resource
    let minutes: Int?
    let reason: String
  }

  private struct Resource: Encodable {
    let id, title, format, cost: String
    let provider, url: String?
    let usDollars: Int?
    let minutesAreEstimated: Bool
    let languages: [String]
    let checked: String?

    init(_ resource: LearningResource, _ language: LanguageTag) {
      id = resource.id.description
      title = resource.title.text(in: language)
      provider = resource.provider
      url = resource.url
      format = resource.format.rawValue
      (cost, usDollars) = resource.cost.parts
      minutesAreEstimated = resource.duration.isEstimate
      languages = resource.languages.map(\.description)
      checked = resource.checked
    }
  }

  private struct Gain: Encodable {
    let competency: String
    let held, from, to, reached: Int
    let usual: Int?

    init(_ gain: LearningPath.Gain) {
      competency = gain.item.competency.id.description
      held = gain.held.rank
      from = gain.service.from.rank
      to = gain.service.to.rank
      reached = gain.reached.rank
      usual = gain.item.target?.rank
    }
  }
}
