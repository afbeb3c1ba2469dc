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
    let store =
      try isDryRun
      ? session.openStore(for: .reading)
      : session.openStore(toWriteAs: "share", beginning: "assess")
    let installed = try InstalledDocuments.find()
    guard let choice = ServiceChoice(among: try store.assessments()) else {
      throw Failure.input(
        "share --as service", "what your service needs is not said to the end",
        mend: "go on with: waymark assess --as service\(session.suffix)")
    }
    let (said, shared) = (choice.inFiveYears.assessment, choice.shared)
    guard !isWithdrawn || shared.revision > 0 else {
      throw Failure.input(
        "share --as service", "it was never shared", mend: "there is nothing to take back")
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
    session.console.remark(
      "This is all that leaves, and only if you send it. It has no name, no notes and no role:")
    try session.console.write(text)
    if !isWithdrawn { session.remark(inWords(view, invitation)) }
    guard let target else { return session.console.remark("Nothing was written.") }
    try OutputFile.write([(target, text)]) { write in
      try store.share(shared.assessment.id, answers: next.revision, body: write)
    }
    session.remarkWritten([target], for: invitation)
    if !isWithdrawn {
      session.console.remark(
        "To take it back later: waymark share --as service --withdraw\(session.suffix)")
    }
  }

  private func inWords(_ view: ServiceView, _ invitation: Invitation?) -> String {
    func levels(_ answers: [CompetencyID: Answer]) -> String {
      let count = answers.values.count { $0.level != nil }
      return "\(count) statement\(count == 1 ? "" : "s")"
    }
    return "In words: what your library's service needs, as you see it: a level now for "
      + "\(levels(view.now)) and in five years for "
      + "\(levels(view.inFiveYears)), "
      + (invitation.map { "for the campaign '\($0.title.text(in: .english))', " } ?? "")
      + "the month, a random id, and a proof for later files. None of your answers about yourself."
  }
}
