package import Waymark
package import WaymarkBasics

/// A catalogue of learning resources, to read and for other programs.
package enum CataloguePage {
  /// The page; the catalogue's words are in `language`, Waymark's own are English.
  package static func page(_ catalogue: Catalogue, language: LanguageTag = .english) -> Page {
    let hasAddress = catalogue.resources.contains { $0.url != nil }
    return Page(
      catalogue.title.text(in: language),
      header: [
        Page.Paragraph([
          "\(catalogue.id) \(catalogue.version), for \(catalogue.framework.id) "
            + "\(catalogue.framework.version)"
        ]),
        hasAddress ? Page.Paragraph([PathWords.offline]) : nil,
      ],
      sections: [
        Page.Section(
          nil,
          [
            .entries(
              catalogue.resources.map { entry($0, language) }
                + catalogue.workshops.map { entry($0, language) }, isNumbered: false,
              isSpaced: true)
          ])
      ])
  }

  private static func entry(_ resource: LearningResource, _ language: LanguageTag) -> Page.Entry {
    Page.Entry(
      Page.Phrase(PathWords.name(of: resource, in: language)),
      facts: [["Id: \(resource.id)"], facts(resource, language), [serves(resource.serves)]].map {
        Page.Paragraph($0)
      },
      address: resource.url.map { url in
        Page.Entry.Address(url: url, remark: PathWords.checked(resource))
      })
  }

  private static func entry(_ workshop: WorkshopOffer, _ language: LanguageTag) -> Page.Entry {
    Page.Entry(
      "Workshop: \(workshop.title.text(in: language))",
      facts: [["Id: \(workshop.id)"], facts(workshop, language), [serves(workshop.serves)]].map {
        Page.Paragraph($0)
      })
  }

  private static func facts(_ workshop: WorkshopOffer, _ language: LanguageTag) -> [String] {
    let days = workshop.trainerDays
    return [
      workshop.description.text(in: language),
      "It takes \(PathWords.time(workshop.minutes)), "
        + (workshop.place == .online ? "online" : "on site")
        + ", in \(PathWords.languages(workshop.languages)).",
      "It has \(workshop.seats) seat\(workshop.seats == 1 ? "" : "s"), costs "
        + "\(workshop.usDollars) US dollars and takes \(days) day\(days == 1 ? "" : "s") of a trainer.",
    ]
  }

  private static func facts(_ resource: LearningResource, _ language: LanguageTag) -> [String] {
    (resource.isPractice ? [] : [resource.description.text(in: language)]) + [
      "This \(resource.format.word) takes \(PathWords.length(resource.duration)), "
        + "\(PathWords.cost(resource.cost)), in \(PathWords.languages(resource.languages))."
    ] + (resource.status == .past ? ["It is over and never recommended."] : [])
  }

  private static func serves(_ services: [LearningResource.Service]) -> String {
    "Serves: "
      + services.map { "\($0.competency) from \($0.from.rank) to \($0.to.rank)" }
      .joined(separator: ", ") + "."
  }

  /// The document; a text is an object with `text` and `translations`.
  ///
  /// `minutes` and `checked` are null where nobody knows.
  ///
  /// - Throws: what `JSON.document` throws.
  package static func json(_ catalogue: Catalogue) throws -> String {
    try JSON.document(
      .catalogue,
      [
        "id": JSON.Value(catalogue.id),
        "version": .string(catalogue.version),
        "language": .string(catalogue.language.description),
        "framework": JSON.Value(catalogue.framework), "title": JSON.Value(catalogue.title),
        "resources": .array(catalogue.resources.map(value)),
        "workshops": .array(catalogue.workshops.map(value)),
      ])
  }

  private static func value(_ resource: LearningResource) -> JSON.Value {
    let (cost, dollars) = resource.cost.parts
    return .object([
      "id": JSON.Value(resource.id), "title": JSON.Value(resource.title),
      "description": JSON.Value(resource.description),
      "provider": resource.provider.map(JSON.Value.string) ?? .null,
      "url": resource.url.map(JSON.Value.string) ?? .null,
      "format": .string(resource.format.rawValue),
      "minutes": resource.duration.minutes.map(JSON.Value.integer) ?? .null,
      "minutesAreEstimated": .bool(resource.duration.isEstimate), "cost": .string(cost),
      "usDollars": dollars.map(JSON.Value.integer) ?? .null,
      "access": .string(resource.access.rawValue),
      "languages": .array(resource.languages.map { .string($0.description) }),
      "checked": resource.checked.map(JSON.Value.string) ?? .null,
      "status": .string(resource.status.rawValue),
      "evidence": .string(resource.evidence.rawValue),
      "serves": value(resource.serves),
      "requires": .array(resource.requires.map(value)),
      "captions": resource.features.captions.map(JSON.Value.bool) ?? .null,
      "certificate": resource.features.certificate.map(JSON.Value.bool) ?? .null,
      "days": .array(resource.features.days.map { .string($0.description) }),
    ])
  }

  private static func value(_ services: [LearningResource.Service]) -> JSON.Value {
    .array(
      services.map { service in
        .object([
          "competency": JSON.Value(service.competency), "from": .integer(service.from.rank),
          "to": .integer(service.to.rank),
        ])
      })
  }

  private static func value(_ workshop: WorkshopOffer) -> JSON.Value {
    .object([
      "id": JSON.Value(workshop.id), "title": JSON.Value(workshop.title),
      "description": JSON.Value(workshop.description), "minutes": .integer(workshop.minutes),
      "seats": .integer(workshop.seats), "usDollars": .integer(workshop.usDollars),
      "trainerDays": .integer(workshop.trainerDays), "place": .string(workshop.place.rawValue),
      "languages": .array(workshop.languages.map { .string($0.description) }),
      "serves": value(workshop.serves),
      "requires": .array(
        workshop.requires.map { requirement in
          switch requirement {
          case .level(let competency, let level):
            .object(["competency": JSON.Value(competency), "level": .integer(level.rank)])
          case .workshop(let other): .object(["workshop": JSON.Value(other)])
          }
        }),
    ])
  }

  private static func value(_ requirement: LearningResource.Requirement) -> JSON.Value {
    switch requirement {
    case .level(let competency, let level):
      .object(["competency": JSON.Value(competency), "level": .integer(level.rank)])
    case .resource(let resource): .object(["resource": JSON.Value(resource)])
    }
  }
}
