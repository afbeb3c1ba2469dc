package import WaymarkBasics

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
  /// Which statements are asked, one word; absent for all.
  package var form: String?
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
    backgroundHash: String?, form: String?, importance: String?, closes: String?
  ) {
    self.header = header
    self.framework = framework
    self.frameworkHash = frameworkHash
    self.backgroundHash = backgroundHash
    self.form = form
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

/// What must hold in an invitation beyond its shape.
struct InvitationRules {
  private let draft: InvitationDraft
  private let framework: Framework?
  private var check: DraftCheck

  init(_ draft: InvitationDraft, framework: Framework?, isWhole: Bool) {
    self.draft = draft
    self.framework = framework
    // It is for one campaign, not to be published again: it has no version and no licence.
    check = DraftCheck(draft.header, isWhole: isWhole, isPublished: false)
  }

  mutating func checked() -> Checked<Invitation> {
    let place = draft.header.place
    let id: ID<Campaign>? = check.parsed(draft.header.id, .campaign, at: place)
    let reference = check.reference(draft.framework, against: framework)
    let frameworkHash = hash(draft.frameworkHash, "frameworkSha256")
    let backgroundHash = hash(draft.backgroundHash, "backgroundSha256")
    let importance: ImportanceMode? = check.choice(draft.importance, "importance", at: place)
    let form: QuestionnaireForm? =
      draft.form == nil ? .full : check.choice(draft.form, "form", at: place)
    let closes = draft.closes.flatMap { check.day($0, "closes", at: place) }
    let title = check.text(draft.title, "title", limit: Invitation.nameLimit, at: place)
    let asker = check.text(draft.asker, "from", limit: Invitation.nameLimit, at: place)
    let sending = check.text(
      draft.sending, "send", limit: Invitation.sendingLimit, at: place)
    let background = fields()
    guard let id, let reference, let frameworkHash, let backgroundHash, let form, let importance,
      check.findings.isEmpty
    else { return Checked(nil, check) }
    return Checked(
      Invitation(
        campaign: id, language: check.language, title: title, asker: asker, sending: sending,
        framework: Framework.Key(
          id: reference.id, version: reference.version, sha256: frameworkHash),
        form: form, importance: importance, backgroundDocument: backgroundHash,
        background: background,
        closes: closes),
      check)
  }

  private mutating func hash(_ text: String?, _ name: String) -> String? {
    let place = draft.header.place
    guard let text = check.required(text, name, at: place) else { return nil }
    let isHash =
      text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    if isHash { return text }
    check.report(.badHash(name, text), at: place)
    return nil
  }

  private mutating func fields() -> [ID<BackgroundQuestions.Field>] {
    var seen = FirstMentions<String>()
    var fields: [ID<BackgroundQuestions.Field>] = []
    for link in draft.asks {
      guard let id: ID<BackgroundQuestions.Field> = check.parsed(link.id, .field, at: link.place)
      else { continue }
      if seen.isFirst(id.folded, .field, id.description, at: link.place, &check) {
        fields.append(id)
      }
    }
    return fields
  }
}

/// Why this Waymark cannot ask what an invitation asks.
package enum InvitationMismatch: Problem {
  /// The framework is another one, or another version of it.
  case otherFramework(asks: Framework.Key, has: Framework.Key)
  /// The framework and its version are right, but not its words.
  case otherWords(Framework.Key)
  /// The core form is asked, and the framework has none.
  case noCoreStatements
  /// The background questions are not the same.
  case otherBackground
  /// A background question that does not exist.
  case unknownField(ID<BackgroundQuestions.Field>, near: String?)
}

extension Invitation {
  /// Why its questions cannot be asked with these documents; `nil` when they can.
  ///
  /// - Parameters:
  ///   - key: that of `framework`.
  ///   - backgroundDocument: the SHA-256 of the file of `questions`.
  package func mismatch(
    with framework: Framework, key: Framework.Key, questions: BackgroundQuestions,
    backgroundDocument: String
  ) -> InvitationMismatch? {
    let asks = self.framework
    guard asks.reference == key.reference else { return .otherFramework(asks: asks, has: key) }
    guard asks.sha256 == key.sha256 else { return .otherWords(asks) }
    guard form == .full || !framework.coreStatements.isEmpty else { return .noCoreStatements }
    guard !background.isEmpty else { return nil }
    guard self.backgroundDocument == backgroundDocument else { return .otherBackground }
    let known = questions.fields.map(\.id)
    return background.first { !known.contains($0) }.map {
      .unknownField($0, near: $0.description.closest(among: known.map(\.description)))
    }
  }
}
