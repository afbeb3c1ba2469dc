import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore
import WaymarkXML

/// An invitation that an assessment answers, with its bytes and the documents that it names.
struct AnsweredInvitation {
  let invitation: Invitation
  let xml: [UInt8]
  let documents: CampaignDocuments

  var stored: StoredInvitation {
    StoredInvitation(
      campaign: invitation.campaign, xml: xml, backgroundDocument: invitation.backgroundDocument)
  }

  /// The invitation as the core asks for it.
  var invited: (invitation: Invitation, questions: BackgroundQuestions) {
    (invitation, documents.background)
  }

  /// Reads an invitation from a file, and makes sure that what it asks can be asked here.
  init(at path: String, framework: LoadedFramework, installed: InstalledDocuments) throws {
    let file = SourceFile(
      name: BoundedFile.name(of: path),
      bytes: try BoundedFile.read(path, limit: Limits.file))
    invitation = try installed.invitation(file)
    xml = file.bytes
    documents = try installed.campaignDocuments(framework)
    if let mismatch = invitation.mismatch(
      with: framework.framework, key: framework.key, questions: documents.background,
      backgroundDocument: documents.backgroundKey)
    {
      if case .otherBackground = mismatch, let own = installed.own.background {
        throw Failure.input(BoundedFile.name(of: own), CommandWords.english.sitting.notItsQuestions)
      }
      throw Failure.input(file.name, mismatch.what, mend: mismatch.mend)
    }
  }

  /// Reads the invitation that a store keeps with an assessment.
  init(
    _ stored: StoredInvitation, framework: LoadedFramework, in store: Store,
    installed: InstalledDocuments
  ) throws {
    xml = stored.xml
    invitation = try installed.invitation(
      SourceFile(name: CommandWords.english.sitting.invitation, bytes: xml))
    documents = try installed.documents(
      framework: framework, background: stored.backgroundDocument, keptIn: store)
  }
}
