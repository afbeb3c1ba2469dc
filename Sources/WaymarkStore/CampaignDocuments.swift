public import Waymark

/// The documents whose positions the sheets of a campaign follow, with the bytes they came from.
public struct CampaignDocuments: Sendable {
  /// The framework that is answered.
  public let framework: Framework
  /// Its bytes.
  public let frameworkXML: [UInt8]
  /// The background questions, of which a campaign asks some.
  public let background: BackgroundQuestions
  /// Their bytes.
  public let backgroundXML: [UInt8]

  /// Joins the parts; the hashes of the bytes are those that the campaign names.
  public init(
    framework: Framework, frameworkXML: [UInt8], background: BackgroundQuestions,
    backgroundXML: [UInt8]
  ) {
    self.framework = framework
    self.frameworkXML = frameworkXML
    self.background = background
    self.backgroundXML = backgroundXML
  }
}
