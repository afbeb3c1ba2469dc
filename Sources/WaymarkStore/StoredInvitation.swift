public import Waymark

/// An invitation as a store keeps it beside the assessment that answers it, in its very words.
public struct StoredInvitation: Equatable, Sendable {
  /// The campaign that invites.
  public let campaign: ID<Campaign>
  /// The bytes of the invitation.
  public let xml: [UInt8]
  /// The SHA-256 of the background questions, whose bytes the store keeps too.
  public let backgroundDocument: String

  /// Joins the parts.
  public init(campaign: ID<Campaign>, xml: [UInt8], backgroundDocument: String) {
    self.campaign = campaign
    self.xml = xml
    self.backgroundDocument = backgroundDocument
  }
}
