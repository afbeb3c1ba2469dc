import Waymark
import WaymarkBasics

/// Gathers a catalogue.
struct CatalogueBuilder: DraftBuilder {
  private var catalogue: CatalogueDraft
  private var resource: CatalogueDraft.Resource?
  private var practice: CatalogueDraft.Practice?
  private var workshop: CatalogueDraft.Workshop?

  init(_ header: DocumentHeader, _ attributes: Attributes) {
    catalogue = CatalogueDraft(header: header, framework: FrameworkMention(attributes))
  }

  var draft: Draft { .catalogue(catalogue) }

  mutating func open(_ name: ElementName, _ attributes: Attributes, at place: LineAndColumn) {
    switch name {
    case .resource: resource = Self.resource(attributes, at: place)
    case .serves:
      let service = CatalogueDraft.Service(
        competency: attributes["competency"], from: attributes[number: "from"],
        to: attributes[number: "to"], at: place)
      resource?.serves.append(service)
      workshop?.serves.append(service)
    case .requires:
      let requirement = CatalogueDraft.Requirement(
        competency: attributes["competency"], level: attributes[number: "level"],
        resource: attributes[workshop == nil ? "resource" : "workshop"], at: place)
      resource?.requires.append(requirement)
      workshop?.requires.append(requirement)
    case .workshop: workshop = Self.workshop(attributes, at: place)
    case .event: resource?.events.append(.init(day: attributes["on"], at: place))
    case .practice:
      practice = CatalogueDraft.Practice(
        competency: attributes["competency"], from: attributes[number: "from"],
        kind: attributes[word: "kind"] ?? "do", minutes: attributes[number: "minutes"],
        times: attributes[number: "times"], weeks: attributes[number: "weeks"], at: place)
    default: break
    }
  }

  mutating func close(
    _ name: ElementName, in parent: ElementName?, _ text: TextElement?
  ) {
    switch (parent, name, text) {
    case (.resource, .title, let text?): resource?.name.title.append(text)
    case (.resource, .description, let text?): resource?.description.append(text)
    case (.workshop, .title, let text?): workshop?.name.title.append(text)
    case (.workshop, .description, let text?): workshop?.description.append(text)
    case (.catalogue, .title, let text?): catalogue.title.append(text)
    case (.practice, .do, let text?): practice?.text.append(text)
    case (.practice, .alone, let text?): practice?.alone.append(text)
    case (.practice, .watch, let text?): practice?.watch.append(text)
    case (_, .practice, _):
      if let practice { catalogue.practice.append(practice) }
      practice = nil
    case (_, .workshop, _):
      if let workshop { catalogue.workshops.append(workshop) }
      workshop = nil
    case (_, .resource, _):
      if let resource { catalogue.resources.append(resource) }
      resource = nil
    default: break
    }
  }

  private static func workshop(
    _ attributes: Attributes, at place: LineAndColumn
  ) -> CatalogueDraft.Workshop {
    var workshop = CatalogueDraft.Workshop(id: attributes["id"], at: place)
    workshop.minutes = attributes[number: "minutes"]
    workshop.seats = attributes[number: "seats"]
    workshop.usd = attributes[number: "usd"]
    workshop.trainerDays = attributes[number: "trainerDays"]
    workshop.setting = attributes[word: "place"]
    workshop.languages = attributes["language"]
    return workshop
  }

  private static func resource(
    _ attributes: Attributes, at place: LineAndColumn
  ) -> CatalogueDraft.Resource {
    var resource = CatalogueDraft.Resource(id: attributes["id"], at: place)
    resource.format = attributes[word: "format"]
    resource.minutes = attributes[number: "minutes"]
    resource.estimated = attributes[word: "estimated"]
    resource.cost = attributes[word: "cost"]
    resource.usd = attributes[number: "usd"]
    resource.access = attributes[word: "access"]
    resource.languages = attributes["language"]
    resource.provider = attributes["provider"]
    resource.url = attributes["url"]
    let evidence = attributes[word: "evidence"]
    resource.seen = attributes["seen"] ?? (evidence == "memory" ? nil : attributes["checked"])
    resource.by =
      attributes[word: "by"] ?? evidence.flatMap { look($0, isSeen: resource.seen != nil) }
    resource.status = attributes[word: "status"]
    resource.captions = attributes[word: "captions"]
    resource.certificate = attributes[word: "certificate"]
    return resource
  }

  /// How an address was looked at, where a catalogue says it in the words of before; `nil` where nobody
  /// says when.
  private static func look(_ evidence: String, isSeen: Bool) -> String? {
    switch (evidence, isSeen) {
    case ("memory", _): "memory"
    case ("page", true): "live"
    case ("described", true): "linked"
    default: nil
    }
  }
}
