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
    let all = try store.assessments()
    guard
      let stored = all.first(where: {
        $0.assessment.service == .inFiveYears && $0.assessment.finished != nil
      }), let finished = stored.assessment.finished
    else {
      throw Failure.input(
        "share --as service", "what your service needs is not said to the end",
        mend: "go on with: waymark assess --as service\(session.suffix)")
    }
    // What is said anew replaces what was shared before, and is taken back as that: one person is one
    // manager, however often asked.
    let shared =
      all.first {
        $0.assessment.service == .inFiveYears && $0.revision > 0
          && $0.assessment.framework == stored.assessment.framework
      } ?? stored
    guard !isWithdrawn || shared.revision > 0 else {
      throw Failure.input(
        "share --as service", "it was never shared", mend: "there is nothing to take back")
    }
    let loaded = try installed.framework(keptIn: store, as: stored.assessment.framework)
    let invitation = try campaign.map {
      try AnsweredInvitation(at: $0, framework: loaded, installed: installed).invitation
    }
    let next = try NextShare(
      of: shared.response, after: shared.revision, isWithdrawal: isWithdrawn,
      secret: try store.sharingSecret())
    let view = ServiceView(
      id: shared.response, revision: next.revision, month: finished.isoMonth,
      now: ServiceSitting.answersForNow(of: stored, among: all),
      inFiveYears: stored.assessment.answers)
    let file =
      isWithdrawn
      ? SharedFile(Withdrawal(of: .service, view.name, revision: view.revision), proof: next.proof)
      : SharedFile(
        .service(view), framework: stored.assessment.framework, campaign: invitation?.campaign,
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
