import Waymark
import WaymarkBasics

extension QuestionnaireText {
  /// The choices at a prompt in one sentence, for an input that was none of them.
  func choices(at prompt: Questionnaire.Prompt) -> String {
    let highest = framework.scale.steps.count
    return switch prompt {
    case .role: "Type a number from 0 to \(framework.roles.count)."
    case .areas: "Type a number from 1 to \(framework.areas.count), or press Enter."
    case .question: "Type 1 to \(highest), 0, 9, s, b, n, a, h or q; h explains them."
    case .rating: "Type 1, not important, to 5, essential, or s to leave it open; b goes back."
    case .background:
      "Type a number or the answer's words, s or Enter to skip, b to go back, f to skip the rest."
    case .note: "Write one line, or press Enter to leave the note as it is."
    case .noneOfArea, .lookAgain: "Type y for yes, or press Enter for no."
    case .picks:
      "Type up to \(Assessment.Importance.areaLimit) numbers of statements you rated, or Enter alone."
    case .areaEnd: "Press Enter to go on, or type the number of one statement."
    case .topThree: "Type up to \(Assessment.Importance.topLimit) of the numbers, or Enter alone."
    case .review: "Type f and Enter to finish, or an area number to see its answers."
    case .done: "The questionnaire is closed."
    }
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
