import Waymark
import WaymarkBasics

/// Gathers a framework.
struct FrameworkBuilder: DraftBuilder {
  private var framework: FrameworkDraft
  private var step: FrameworkDraft.Step?
  private var role: FrameworkDraft.RoleDraft?
  private var area: FrameworkDraft.Area?
  private var competency: FrameworkDraft.Competency?
  private var target: FrameworkDraft.Target?
  private var rank: Int?

  init(_ header: DocumentHeader) { framework = FrameworkDraft(header: header) }

  var draft: Draft { .framework(framework) }

  mutating func open(_ name: ElementName, _ attributes: Attributes, at place: LineAndColumn) {
    switch name {
    case .level: step = .init(rank: attributes[number: "rank"], at: place)
    case .role: role = .init(id: attributes["id"], alone: attributes[word: "alone"], at: place)
    case .area: area = .init(id: attributes["id"], at: place)
    case .competency:
      competency = .init(
        id: attributes["id"], official: attributes["official"], core: attributes[word: "core"],
        first: attributes[word: "first"],
        at: place)
    case .anchor: rank = attributes[number: "level"]
    case .target:
      target = .init(
        role: attributes["role"], rank: attributes[number: "level"],
        central: attributes[word: "central"], at: place)
    case .supports:
      competency?.supports.append(
        LinkDraft(to: attributes["objective"], strength: attributes[word: "strength"], at: place))
    case .buildsOn:
      competency?.buildsOn.append(LinkDraft(to: attributes["competency"], at: place))
    default: break
    }
  }

  mutating func close(
    _ name: ElementName, in parent: ElementName?, _ text: TextElement?
  ) {
    if let text { return add(text, name, in: parent) }
    switch name {
    case .level:
      if let step { framework.steps.append(step) }
      step = nil
    case .role:
      if let role { framework.roles.append(role) }
      role = nil
    case .area:
      if let area { framework.areas.append(area) }
      area = nil
    case .target:
      if let target { competency?.targets.append(target) }
      target = nil
    case .competency:
      if let competency { area?.competencies.append(competency) }
      competency = nil
    default: break
    }
  }

  private mutating func add(
    _ text: TextElement, _ name: ElementName, in parent: ElementName?
  ) {
    switch (parent, name) {
    case (.competency, .anchor):
      competency?.addAnchor(
        text.words, language: text.language, rank: rank, at: text.place)
    case (.target, .reason): target?.reason.append(text)
    case (.competency, .title): competency?.title.append(text)
    case (.competency, .statement): competency?.statement.append(text)
    case (.area, .title): area?.title.append(text)
    case (.area, .short): area?.shortTitle.append(text)
    case (.role, .title): role?.name.title.append(text)
    case (.level, .label): step?.label.append(text)
    case (.level, .meaning): step?.meaning.append(text)
    case (.framework, .title): framework.title.append(text)
    case (.framework, .source): framework.source.append(text)
    default: break
    }
  }
}
