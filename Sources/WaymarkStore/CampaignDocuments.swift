package import Waymark

/// The documents whose positions the sheets of a campaign follow, with the bytes they came from.
package struct CampaignDocuments: Sendable {
  /// The framework that is answered.
  package let framework: Framework
  /// Its bytes.
  package let frameworkXML: [UInt8]
  /// The background questions, of which a campaign asks some.
  package let background: BackgroundQuestions
  /// Their bytes.
  package let backgroundXML: [UInt8]

  /// Joins the parts; the hashes of the bytes are those that the campaign names.
  package init(
    framework: Framework, frameworkXML: [UInt8], background: BackgroundQuestions,
    backgroundXML: [UInt8]
  ) {
    self.framework = framework
    self.frameworkXML = frameworkXML
    self.background = background
    self.backgroundXML = backgroundXML
  }
}
