import Waymark
import WaymarkBasics

/// Gathers a strategic plan.
struct StrategicPlanBuilder: DraftBuilder {
  private var plan: StrategicPlanDraft
  private var part: StrategicPlanDraft.Part?
  private var objective: StrategicPlanDraft.Objective?

  init(_ header: DocumentHeader, _ attributes: Attributes) {
    plan = StrategicPlanDraft(
      header: header, framework: FrameworkMention(attributes),
      starts: attributes[number: "starts"], ends: attributes[number: "ends"])
  }

  var draft: Draft { .plan(plan) }

  mutating func open(_ name: ElementName, _ attributes: Attributes, at place: LineAndColumn) {
    switch name {
    case .value, .sphere, .action: part = .init(id: attributes["id"], at: place)
    case .objective:
      objective = .init(
        id: attributes["id"], action: attributes["action"], sphere: attributes["sphere"],
        measured: attributes[word: "measured"],
        service: attributes[word: "service"], at: place)
    case .speaks:
      objective?.speaks.append(
        LinkDraft(to: attributes["competency"], strength: attributes[word: "strength"], at: place))
    default: break
    }
  }

  mutating func close(
    _ name: ElementName, in parent: ElementName?, _ text: TextElement?
  ) {
    if let text { return add(text, name, in: parent) }
    switch name {
    case .value:
      if let part { plan.values.append(part) }
      part = nil
    case .sphere:
      if let part { plan.spheres.append(part) }
      part = nil
    case .action:
      if let part { plan.actions.append(part) }
      part = nil
    case .objective:
      if let objective { plan.objectives.append(objective) }
      objective = nil
    default: break
    }
  }

  private mutating func add(
    _ text: TextElement, _ name: ElementName, in parent: ElementName?
  ) {
    switch (parent, name) {
    case (.value, .title), (.sphere, .title), (.action, .title): part?.name.title.append(text)
    case (.value, .description), (.sphere, .description), (.action, .description):
      part?.description.append(text)
    case (.objective, .title): objective?.name.title.append(text)
    case (.objective, .note): objective?.note.append(text)
    case (.plan, .title): plan.title.append(text)
    case (.plan, .source): plan.source.append(text)
    case (.plan, .vision): plan.vision.append(text)
    default: break
    }
  }
}

/// Gathers an invitation.
struct InvitationBuilder: DraftBuilder {
  private var invitation: InvitationDraft

  init(_ header: DocumentHeader, _ attributes: Attributes) {
    invitation = InvitationDraft(
      header: header, framework: FrameworkMention(attributes),
      frameworkHash: attributes["frameworkSha256"], backgroundHash: attributes["backgroundSha256"],
      form: attributes[word: "form"], importance: attributes[word: "importance"],
      closes: attributes[word: "closes"])
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
