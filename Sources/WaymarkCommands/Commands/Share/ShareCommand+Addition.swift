import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// What a person adds to their response by their own choice.
extension ShareCommand {
  /// What `--looking-back` and `--did` ask for; nothing unless it is said now.
  func addition(
    to result: PersonalResult, in store: Store, _ words: ShareWords
  ) throws -> ResponseAddition {
    ResponseAddition(
      lookingBack: lookingBack ? try levelsLookingBack(in: result, words) : nil,
      did: did ? try entriesDone(in: store, words) : [])
  }

  /// What is said where the last assessment was about a workshop alone, and there is one of everything.
  func remarkOnShortForm(_ result: PersonalResult, in session: Session) -> String? {
    guard assessment == nil, let workshop = result.stored.assessment.workshop,
      let whole = result.choice.wholeBeside
    else { return nil }
    return session.said.share.isAboutWorkshop(
      workshop, whole: whole.id.uuidString.prefix(8).lowercased(), session.suffix)
  }

  /// The levels that were given last for an earlier day, of the statements that have one now too.
  private func levelsLookingBack(
    in result: PersonalResult, _ words: ShareWords
  ) throws -> LookingBack {
    do throws(ResultChoice.LookingBackProblem) {
      return try result.choice.lookingBack()
    } catch {
      throw Failure.input(
        "--looking-back", words.cannotLookBack(error, result.stored.assessment.workshopOption))
    }
  }

  private func entriesDone(
    in store: Store, _ words: ShareWords
  ) throws -> [ID<LearningResource>] {
    let done = try store.learningLog()?.done ?? []
    guard !done.isEmpty else {
      throw Failure.input("--did", words.nothingDone)
    }
    return done.map(\.resource)
  }
}

extension ShareCommand {
  /// What the person is willing to do, as answers to the questions about service; nothing unless it
  /// is said now.
  func service(
    _ words: ShareWords, questions: () throws -> BackgroundQuestions
  ) throws -> Background {
    guard !serve.isEmpty else { return [:] }
    let fields = try questions().fields.filter { $0.subject == .service && $0.choice == .one }
    let prefix = "serve-"
    var answers: Background = [:]
    for name in serve {
      let wanted = name.lowercased()
      guard let field = fields.first(where: { [wanted, prefix + wanted].contains($0.id.folded) }),
        let yes = field.options.first
      else {
        throw Failure.unknown(
          words.wayToServe, name,
          among: fields.map { String($0.id.description.trimmingPrefix(prefix)) })
      }
      answers[field.id] = [yes.id]
    }
    return answers
  }
}

extension InstalledDocuments {
  /// The background questions that came with the program for what was answered.
  func questions(for result: PersonalResult) throws -> BackgroundQuestions {
    try background(for: result.loaded.framework).questions
  }
}
