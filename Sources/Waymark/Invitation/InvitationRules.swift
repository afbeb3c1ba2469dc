import WaymarkBasics

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
    let closes = draft.closes.flatMap { check.day($0, "closes", at: place) }
    let title = check.text(draft.title, "title", limit: Invitation.nameLimit, at: place)
    let asker = check.text(draft.asker, "from", limit: Invitation.nameLimit, at: place)
    let sending = check.text(
      draft.sending, "send", limit: Invitation.sendingLimit, at: place)
    let background = fields()
    guard let id, let reference, let frameworkHash, let backgroundHash, let importance,
      check.findings.isEmpty
    else { return Checked(nil, check) }
    return Checked(
      Invitation(
        campaign: id, language: check.language, title: title, asker: asker, sending: sending,
        framework: Framework.Key(
          id: reference.id, version: reference.version, sha256: frameworkHash),
        importance: importance, backgroundDocument: backgroundHash, background: background,
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
    var seen = Once<String>()
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
