import Waymark

/// Gathers a catalogue.
struct CatalogueBuilder: DraftBuilder {
  private var catalogue: CatalogueDraft
  private var resource: CatalogueDraft.Resource?
  private var practice: CatalogueDraft.Practice?

  init(_ header: DocumentHeader, _ attributes: Attributes) {
    catalogue = CatalogueDraft(header: header, framework: FrameworkMention(attributes))
  }

  var draft: Draft { .catalogue(catalogue) }

  mutating func open(_ name: ElementName, _ attributes: Attributes, at place: LineAndColumn) {
    switch name {
    case .resource: resource = Self.resource(attributes, at: place)
    case .serves:
      resource?.serves.append(
        .init(
          competency: attributes["competency"], from: attributes[number: "from"],
          to: attributes[number: "to"], at: place))
    case .requires:
      resource?.requires.append(
        .init(
          competency: attributes["competency"], level: attributes[number: "level"],
          resource: attributes["resource"], at: place))
    case .event: resource?.events.append(.init(day: attributes["on"], at: place))
    case .practice:
      practice = CatalogueDraft.Practice(
        competency: attributes["competency"], from: attributes[number: "from"],
        minutes: attributes[number: "minutes"], at: place)
    default: break
    }
  }

  mutating func close(
    _ name: ElementName, in parent: ElementName?, _ text: TextElement?
  ) {
    switch (parent, name, text) {
    case (.resource, .title, let text?): resource?.name.title.append(text)
    case (.resource, .description, let text?): resource?.description.append(text)
    case (.catalogue, .title, let text?): catalogue.title.append(text)
    case (.practice, .do, let text?): practice?.text.append(text)
    case (_, .practice, _):
      if let practice { catalogue.practice.append(practice) }
      practice = nil
    case (_, .resource, _):
      if let resource { catalogue.resources.append(resource) }
      resource = nil
    default: break
    }
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
    resource.checked = attributes["checked"]
    resource.status = attributes[word: "status"]
    resource.evidence = attributes[word: "evidence"]
    resource.captions = attributes[word: "captions"]
    resource.certificate = attributes[word: "certificate"]
    return resource
  }
}
