import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// The questionnaire as a web page would drive it: every input says what it belongs to, and what comes
/// from a page that stands behind is kept where it belongs, or refused.
struct Browser {
  private var questionnaire: Questionnaire
  private let text: QuestionnaireText
  private let keep: ([AssessmentChange]) throws -> Void
  private(set) var said: [Questionnaire.Remark] = []
  private(set) var shown: [String] = []

  /// What is asked next.
  var prompt: Questionnaire.Prompt { questionnaire.prompt }

  init(
    _ questionnaire: Questionnaire, keep: @escaping ([AssessmentChange]) throws -> Void
  ) throws {
    self.questionnaire = questionnaire
    self.keep = keep
    text = QuestionnaireText(
      framework: questionnaire.framework, language: questionnaire.language, style: TextStyle(),
      answersByKey: false, words: Words.english.questionnaire)
    try carryOut(self.questionnaire.start())
  }

  mutating func send(_ input: Questionnaire.Input, after seconds: Double = 0) throws {
    try carryOut(questionnaire.receive(input, after: seconds))
  }

  private mutating func carryOut(_ effects: [Questionnaire.Effect]) throws {
    for effect in effects {
      switch effect {
      case .keep(let change): try keep([change])
      case .say(let remark): said.append(remark)
      case .show(let screen): shown.append(text.text(screen, of: questionnaire))
      case .leave: break
      }
    }
  }
}
