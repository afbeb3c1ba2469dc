import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// `waymark share --as service`: the file with what a person says that their library's service needs.
struct ServiceShare {
  let campaign: String?
  let output: String?
  let isDryRun: Bool
  let isWithdrawn: Bool
  let review: ShareReview

  func run(in session: Session) throws {
    let words = session.said.serviceShare
    let store =
      try isDryRun
      ? session.openStore(for: .reading)
      : session.openStore(toWriteAs: "share", beginning: "assess")
    let installed = try InstalledDocuments.find()
    guard let choice = ServiceChoice(among: try store.assessments()) else {
      throw Failure.input(words.place, words.notSaid(session.suffix))
    }
    let (said, shared) = (choice.inFiveYears.assessment, choice.shared)
    guard !isWithdrawn || shared.revision > 0 else {
      throw Failure.input(words.place, words.neverShared)
    }
    let loaded = try installed.framework(keptIn: store, as: said.framework)
    let invitation = try campaign.map {
      try AnsweredInvitation(at: $0, framework: loaded, installed: installed).invitation
    }
    let next = try NextShare(
      of: shared.response, after: shared.revision, isWithdrawal: isWithdrawn,
      secret: try store.sharingSecret())
    let view = ServiceView(
      id: shared.response, revision: next.revision, month: choice.finished.isoMonth,
      now: choice.now, inFiveYears: said.answers)
    let file =
      isWithdrawn
      ? SharedFile(Withdrawal(of: .service, view.name, revision: view.revision), proof: next.proof)
      : SharedFile(
        .service(view), framework: said.framework, campaign: invitation?.campaign,
        proof: next.proof)
    let path = output ?? SharedFile.Kind.service.fileName(isWithdrawal: isWithdrawn)
    let target =
      isDryRun ? nil : try OutputFile(sharing: path, under: view.name, in: session)
    let text = try file.json()
    if isWithdrawn {
      try review.say(words.takesBack)
    } else {
      try review.say(words.leaves)
      try review.list(
        words.inWords(
          now: view.now.values.count { $0.level != nil },
          inFiveYears: view.inFiveYears.values.count { $0.level != nil },
          for: invitation?.title.text(in: session.language)))
      try review.say(words.stays)
    }
    try review.show(text)
    if let target, target.replacesOwn {
      try review.say(session.said.share.replaces(target.path.printableLine))
    }
    guard let target, try review.isConfirmed(for: [target.path]) else {
      return session.console.remark(session.said.share.nothingWritten)
    }
    let day = try session.surroundings.today()
    try OutputFile.write([(target, text)]) { write in
      try store.share(
        shared.assessment.id, answers: next.revision, on: day, takesBack: isWithdrawn, body: write)
    }
    session.remarkWritten([target], for: invitation)
    if !isWithdrawn { session.remark(words.toTakeBack(session.suffix)) }
  }
}

/// What is said where a person shares what their library's service needs.
struct ServiceShareWords: Sendable {
  /// The command, where it says what is wrong.
  let place = "share --as service"

  func notSaid(_ suffix: String) -> (what: String, mend: String) {
    (
      "what your service needs is not said to the end",
      "go on with: waymark assess --as service\(suffix)"
    )
  }

  let neverShared = (what: "it was never shared", mend: "there is nothing to take back")

  let leaves = "This is all that leaves, and only if you send it:"
  let stays = "It stays here: your name, your role, your notes, and all answers about yourself."
  let takesBack =
    "This takes back what you shared of your service, if you send it: a random id, and a proof that "
    + "it comes from you."

  /// What the file says, a line for each thing.
  ///
  /// - Parameters:
  ///   - now: how many statements have a level now.
  ///   - inFiveYears: how many have one for then.
  ///   - campaign: the title of the campaign that it is for.
  func inWords(now: Int, inFiveYears: Int, for campaign: String?) -> [String] {
    (campaign.map { ["for the campaign '\($0)'"] } ?? []) + [
      "what your library's service needs now, as you see it: a level for \(statements(now))",
      "what it needs in five years: a level for \(statements(inFiveYears))",
      "the month, a random id, and a proof for later files",
    ]
  }

  private func statements(_ count: Int) -> String { "\(count) statement\(count == 1 ? "" : "s")" }

  func toTakeBack(_ suffix: String) -> String {
    "To take it back later: waymark share --as service --withdraw\(suffix)"
  }
}
