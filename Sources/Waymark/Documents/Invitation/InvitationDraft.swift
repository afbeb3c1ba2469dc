/// An invitation as a document gives it, with the place of every part; not yet checked.
package struct InvitationDraft: Hashable, Sendable {
  /// What the document says of itself; its id is the campaign's.
  package var header: DocumentHeader
  /// The framework that is answered.
  package var framework: FrameworkMention
  /// The SHA-256 of the framework's file.
  package var frameworkHash: String?
  /// The SHA-256 of the file of background questions.
  package var backgroundHash: String?
  /// How importance is asked, one word.
  package var importance: String?
  /// The last day, as written; absent when there is none.
  package var closes: String?
  /// The campaign's name.
  package var title = TextDraft()
  /// Who asks.
  package var asker = TextDraft()
  /// How the file is sent.
  package var sending = TextDraft()
  /// The background questions that are asked.
  package var asks: [LinkDraft] = []

  /// Begins with the attributes; the rest follows.
  package init(
    header: DocumentHeader, framework: FrameworkMention, frameworkHash: String?,
    backgroundHash: String?, importance: String?, closes: String?
  ) {
    self.header = header
    self.framework = framework
    self.frameworkHash = frameworkHash
    self.backgroundHash = backgroundHash
    self.importance = importance
    self.closes = closes
  }

  /// Makes an invitation of the draft or tells all that is wrong with it.
  ///
  /// - Parameters:
  ///   - framework: the framework that it names; `nil` takes its word.
  ///   - isWhole: `false` when parts of the document could not be read; then nothing is said of
  ///     what is missing, as it may stand in those parts.
  package func checked(
    against framework: Framework?, isWhole: Bool = true
  ) -> Checked<Invitation> {
    var rules = InvitationRules(self, framework: framework, isWhole: isWhole)
    return rules.checked()
  }
}
