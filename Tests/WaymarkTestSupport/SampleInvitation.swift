package import Foundation
package import WaymarkBasics

@testable package import Waymark

/// Invitations that tests share.
package enum SampleInvitation {
  /// An invitation to `spring` on `SampleFramework`, with some of `SampleBackgroundQuestions`.
  package static func made(
    form: QuestionnaireForm = .full, importance: ImportanceMode = .rated,
    background: [String] = ["state", "ages"],
    title: String = "Spring", closes: CalendarDate? = CalendarDate("2026-12-31")
  ) throws -> Invitation {
    let campaign = try SampleCampaign.made()
    return Invitation(
      Campaign(
        id: campaign.id, title: title, framework: campaign.framework,
        backgroundDocument: campaign.backgroundDocument, closes: closes, form: form,
        importance: importance,
        background: try background.map {
          guard let id = ID<BackgroundQuestions.Field>($0) else { throw SampleError() }
          return id
        }),
      asker: "The Council", sending: "Put the file on the shared drive.")
  }

  /// What the questionnaire asks for it; the areas of the small sample begin with the second.
  package static func occasion(
    importance: ImportanceMode = .rated, background: [String] = ["state", "ages"]
  ) throws -> Questionnaire.Occasion {
    Questionnaire.Occasion(
      try made(importance: importance, background: background),
      questions: try SampleBackgroundQuestions.small(), response: try response(beginningWith: 1))
  }

  /// The first id, counting up, that begins with a certain one of two areas.
  package static func response(beginningWith start: Int) throws -> UUID {
    for number in 0..<100 {
      let text = "00000000-0000-4000-8000-0000000000\(number < 10 ? "0" : "")\(number)"
      guard let id = UUID(uuidString: text) else { throw SampleError() }
      if Rotation.start(of: id, areas: 2) == start { return id }
    }
    throw SampleError()
  }
}
