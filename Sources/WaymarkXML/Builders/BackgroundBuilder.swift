import Waymark
import WaymarkBasics

/// Gathers background questions.
struct BackgroundBuilder: DraftBuilder {
  private var background: BackgroundDraft
  private var field: BackgroundDraft.Field?
  private var option: BackgroundDraft.Option?
  private var grouping: BackgroundDraft.Grouping?
  private var group: BackgroundDraft.Group?

  init(_ header: DocumentHeader) { background = BackgroundDraft(header: header) }

  var draft: Draft { .background(background) }

  mutating func open(_ name: ElementName, _ attributes: Attributes, at place: LineAndColumn) {
    switch name {
    case .field:
      field = .init(
        id: attributes["id"], kind: attributes[word: "kind"], about: attributes[word: "about"],
        at: place)
    case .option:
      option = .init(
        id: attributes["id"], from: attributes[number: "from"], to: attributes[number: "to"],
        at: place)
    case .derived: grouping = .init(id: attributes["id"], from: attributes["from"], at: place)
    case .group: group = .init(id: attributes["id"], at: place)
    case .member: group?.members.append(LinkDraft(to: attributes["option"], at: place))
    case .positions: background.framework = attributes["framework"]
    case .position:
      background.rows.append(
        .init(
          option: attributes["option"], role: attributes["role"], field: attributes["when"],
          options: attributes["is"], at: place))
    default: break
    }
  }

  mutating func close(
    _ name: ElementName, in parent: ElementName?, _ text: TextElement?
  ) {
    if let text { return add(text, name, in: parent) }
    switch name {
    case .field:
      if let field { background.fields.append(field) }
      field = nil
    case .option:
      if let option { field?.options.append(option) }
      option = nil
    case .derived:
      if let grouping { background.groupings.append(grouping) }
      grouping = nil
    case .group:
      if let group { grouping?.groups.append(group) }
      group = nil
    default: break
    }
  }

  private mutating func add(
    _ text: TextElement, _ name: ElementName, in parent: ElementName?
  ) {
    switch (parent, name) {
    case (.option, .label): option?.name.title.append(text)
    case (.field, .question): field?.question.append(text)
    case (.group, .label): group?.name.title.append(text)
    case (.derived, .title): grouping?.name.title.append(text)
    case (.background, .title): background.title.append(text)
    case (.background, .leadIn): background.leadIn.append(text)
    default: break
    }
  }
}
