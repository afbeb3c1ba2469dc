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
    guard assessment == nil, !withdraw, result.stored.assessment.workshop != nil,
      let whole = result.choice.wholeBeside
    else { return nil }
    return session.said.share.isAboutWorkshop(
      whole: whole.id.uuidString.prefix(8).lowercased(), session.suffix)
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

/// The revision that a file under an id is to bear next, with what proves it.
struct NextShare {
  let revision: Int
  let proof: RevisionProof

  /// - Parameters:
  ///   - id: the id under which files were shared `earlier` times.
  ///   - isWithdrawal: whether it takes those back; that is possible however often it was shared.
  /// - Throws: `Failure` when it was shared as often as can be.
  init(of id: UUID, after earlier: Int, isWithdrawal: Bool, secret: SharingSecret) throws {
    let last = SharedFile.revisions.upperBound
    guard isWithdrawal || earlier + 1 < last else {
      throw Failure.input("share", CommandWords.english.share.sharedTooOften(earlier))
    }
    revision = min(earlier + 1, last)
    proof = secret.proof(
      of: id.name,
      at: RevisionProof.Step(revision: revision, isWithdrawal: isWithdrawal), sha256: SHA256.hex)
  }
}

// What ids are made from is no sentence: in other words they would be other ids.
extension SharingSecret {
  /// The id that lets a person's years be compared.
  var link: UUID { id(of: "link", sha256: SHA256.hex) }

  /// The id of the offer that is made beside an assessment.
  func mentoringCard(of assessment: UUID) -> UUID {
    id(of: "mentoring card of \(assessment)", sha256: SHA256.hex)
  }
}
