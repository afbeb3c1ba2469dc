import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// What a person adds to their response by their own choice.
extension ShareCommand {
  static let unlinked =
    "Without --link nobody can set this beside what you said before."

  /// What `--looking-back` and `--did` ask for; nothing unless it is said now.
  func addition(to result: PersonalResult, in store: Store) throws -> ResponseAddition {
    ResponseAddition(
      lookingBack: lookingBack ? try levelsLookingBack(in: result) : nil,
      did: did ? try entriesDone(in: store) : [])
  }

  /// What is said where the last assessment was about a workshop alone, and there is one of everything.
  func remarkOnShortForm(_ result: PersonalResult) -> String? {
    guard assessment == nil, let workshop = result.stored.assessment.workshop,
      let whole = result.choice.wholeBeside
    else { return nil }
    return "This is about the workshop '\(workshop)' alone. To share everything: waymark share "
      + "--assessment \(whole.id.uuidString.prefix(8).lowercased())"
  }

  /// What it says, with a comma before each part; empty when nothing is added.
  func inWords(_ addition: ResponseAddition) -> String {
    let then = addition.lookingBack.map {
      ", where you were in \($0.month) as you see it now "
        + "(\($0.levels.count) statement\($0.levels.count == 1 ? "" : "s"))"
    }
    let done =
      addition.did.isEmpty
      ? nil : ", that you did \(addition.did.map(\.description).joined(separator: ", "))"
    return [then, done].compactMap { $0 }.joined()
  }

  /// The levels that were given last for an earlier day, of the statements that have one now too.
  private func levelsLookingBack(in result: PersonalResult) throws -> LookingBack {
    do throws(ResultChoice.LookingBackProblem) {
      return try result.choice.lookingBack()
    } catch {
      let option = result.stored.assessment.workshopOption
      switch error {
      case .never:
        throw Failure.input(
          "--looking-back", "you have not looked back to an earlier day yet",
          mend: "do it with: waymark assess\(option) --then DAY")
      case .nothingInCommon(let day):
        throw Failure.input(
          "--looking-back",
          "no statement has a level now and on \(day.inWords), to which you looked back",
          mend: "look back to what you answered with: waymark assess\(option) --then DAY")
      }
    }
  }

  private func entriesDone(in store: Store) throws -> [ID<LearningResource>] {
    let done = try store.learningLog()?.done ?? []
    guard !done.isEmpty else {
      throw Failure.input(
        "--did", "nothing is marked as done", mend: "mark it with: waymark path --done ID")
    }
    return done.map(\.resource)
  }
}

extension ShareCommand {
  /// What the person is willing to do, as answers to the questions about service; nothing unless it
  /// is said now.
  func service(questions: () throws -> BackgroundQuestions) throws -> Background {
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
          "way to serve", name,
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
