package import Waymark
package import WaymarkBasics

/// An invitation as a store keeps it beside the assessment that answers it, in its very words.
package struct StoredInvitation: Equatable, Sendable {
  /// The campaign that invites.
  package let campaign: ID<Campaign>
  /// The bytes of the invitation.
  package let xml: [UInt8]
  /// The SHA-256 of the background questions, whose bytes the store keeps too.
  package let backgroundDocument: String

  /// Joins the parts.
  package init(campaign: ID<Campaign>, xml: [UInt8], backgroundDocument: String) {
    self.campaign = campaign
    self.xml = xml
    self.backgroundDocument = backgroundDocument
  }
}
