import Waymark
import WaymarkBasics

extension Session {
  /// Says that files to be shared were written and not sent, and how a campaign wants them.
  func remarkWritten(_ files: [OutputFile], for invitation: Invitation?) {
    let names = files.map(\.path.printableLine).joined(separator: " and ")
    console.remark("Wrote \(names); nothing was sent.")
    if let invitation { remark("How to send it: \(invitation.sending.text(in: language))") }
  }
}
