import Waymark
import WaymarkBasics

extension QuestionnaireText {
  /// The choices at a prompt in one sentence, for an input that was none of them.
  func choices(at prompt: Questionnaire.Prompt) -> String {
    words.choices(
      at: prompt, highest: framework.scale.steps.count, roles: framework.roles.count,
      areas: framework.areas.count)
  }

  func help(at prompt: Questionnaire.Prompt, _ view: Questionnaire.Occasion.View) -> [String] {
    switch prompt {
    case .question: break
    case .rating, .background: return paragraph(choices(at: prompt))
    case .role, .areas, .note, .noneOfArea, .lookAgain, .picks, .areaEnd, .topThree, .review, .done:
      return paragraph(choices(at: prompt)) + keys(view)
    }
    let meanings = framework.scale.steps.flatMap { step -> [String] in
      guard let meaning = step.meaning?.text(in: language) else { return [] }
      return row(
        String(step.level.rank), "\(step.label.text(in: language)): \(meaning)")
    }
    return keys(view) + meanings
  }
}
