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
    var target: OutputFile?
    if !isDryRun {
      target = try OutputFile(path, for: .owner, in: session)
    }
    let text = try file.json()
    session.console.remark(words.leaves)
    try session.console.write(text)
    if !isWithdrawn {
      session.remark(
        words.inWords(
          now: view.now.values.count { $0.level != nil },
          inFiveYears: view.inFiveYears.values.count { $0.level != nil },
          for: invitation?.title.text(in: .english)))
    }
    guard let target else {
      return session.console.remark(session.said.share.nothingWritten)
    }
    try OutputFile.write([(target, text)]) { write in
      try store.share(shared.assessment.id, answers: next.revision, body: write)
    }
    session.remarkWritten([target], for: invitation)
    if !isWithdrawn { session.console.remark(words.toTakeBack(session.suffix)) }
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

  let leaves =
    "This is all that leaves, and only if you send it. It has no name, no notes and no role:"

  /// What the file says, for those who do not read JSON.
  ///
  /// - Parameters:
  ///   - now: how many statements have a level now.
  ///   - inFiveYears: how many have one for then.
  ///   - campaign: the title of the campaign that it is for.
  func inWords(now: Int, inFiveYears: Int, for campaign: String?) -> String {
    "In words: what your library's service needs, as you see it: a level now for "
      + "\(statements(now)) and in five years for \(statements(inFiveYears)), "
      + (campaign.map { "for the campaign '\($0)', " } ?? "")
      + "the month, a random id, and a proof for later files. None of your answers about yourself."
  }

  private func statements(_ count: Int) -> String { "\(count) statement\(count == 1 ? "" : "s")" }

  func toTakeBack(_ suffix: String) -> String {
    "To take it back later: waymark share --as service --withdraw\(suffix)"
  }
}
