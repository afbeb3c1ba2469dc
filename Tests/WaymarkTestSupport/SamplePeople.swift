package import Waymark
import WaymarkBasics

/// People and workshops for the small sample framework, made by hand or by chance.
package enum SamplePeople {
  /// A person with a code for each competency, of a role and a state.
  package static func record(
    _ respondent: String, _ sheet: String, role: Int?, state: String? = nil,
    importance: String = "-----"
  ) throws -> CodedResponse {
    let background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] =
      try state.map { [try SampleAssessment.id("state"): [try SampleAssessment.id($0)]] } ?? [:]
    return CodedResponse(
      respondent: respondent, revision: 1, link: nil, month: nil, role: role,
      sheet: Array(sheet.utf8), importance: Array(importance.utf8),
      background: BackgroundSheet(background, questions: try SampleBackground.small()).codes)
  }

  /// A workshop whose services are competency, from and to.
  package static func workshop(
    _ id: String, _ serves: [(String, Int, Int)], minutes: Int = 120, seats: Int = 20,
    usDollars: Int = 100, trainerDays: Int = 1, place: WorkshopOffer.Place = .onSite,
    requires: [WorkshopOffer.Requirement] = [], title: String? = nil
  ) throws -> WorkshopOffer {
    WorkshopOffer(
      id: try SampleAssessment.id(id), title: LocalizedText(title ?? "Title of \(id)"),
      description: LocalizedText("Try it."), minutes: minutes, seats: seats, usDollars: usDollars,
      trainerDays: trainerDays, place: place, languages: [.english],
      serves: try serves.map { competency, from, to in
        guard let from = Level(rank: from), let to = Level(rank: to) else { throw SampleError() }
        return LearningResource.Service(
          competency: try SampleAssessment.id(competency), from: from, to: to)
      }, requires: requires)
  }
}
