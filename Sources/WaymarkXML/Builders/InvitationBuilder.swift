import Waymark
import WaymarkBasics

/// Gathers an invitation.
struct InvitationBuilder: DraftBuilder {
  private var invitation: InvitationDraft

  init(_ header: DocumentHeader, _ attributes: Attributes) {
    invitation = InvitationDraft(
      header: header, framework: FrameworkMention(attributes),
      frameworkHash: attributes["frameworkSha256"], backgroundHash: attributes["backgroundSha256"],
      importance: attributes[word: "importance"], closes: attributes[word: "closes"])
  }

  var draft: Draft { .campaign(invitation) }

  mutating func open(_ name: ElementName, _ attributes: Attributes, at place: LineAndColumn) {
    if name == .ask { invitation.asks.append(LinkDraft(to: attributes["field"], at: place)) }
  }

  mutating func close(_ name: ElementName, in parent: ElementName?, _ text: TextElement?) {
    guard let text, parent == .campaign else { return }
    switch name {
    case .title: invitation.title.append(text)
    case .from: invitation.asker.append(text)
    case .send: invitation.sending.append(text)
    default: break
    }
  }
}
