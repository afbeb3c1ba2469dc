package import Waymark
package import WaymarkBasics

/// A catalogue of learning resources, to read and for other programs.
package struct CataloguePage {
  private let words: DocumentWords
  private let language: LanguageTag

  /// The page; the catalogue's words are in `language`.
  package static func page(
    _ catalogue: Catalogue, words: DocumentWords, language: LanguageTag = .english
  ) -> Page {
    CataloguePage(words: words, language: language).page(catalogue)
  }

  private func page(_ catalogue: Catalogue) -> Page {
    let hasAddress = catalogue.resources.contains { $0.url != nil }
    return Page(
      catalogue.title.text(in: language),
      header: [
        Page.Paragraph([
          words.name(catalogue.id.description, catalogue.version, for: catalogue.framework)
        ]),
        hasAddress ? Page.Paragraph([words.resource.offline]) : nil,
      ],
      sections: [
        Page.Section(
          nil,
          [
            .entries(
              catalogue.resources.map(entry) + catalogue.workshops.map(entry), isNumbered: false,
              isSpaced: true)
          ])
      ])
  }

  private func entry(_ resource: LearningResource) -> Page.Entry {
    let description = resource.isPractice ? [] : [resource.description.text(in: language)]
    let takes = words.takes(
      resource.format, resource.duration, resource.cost, in: resource.languages,
      isSum: resource.isSum)
    let facts = description + [takes] + (resource.status == .past ? [words.isOver] : [])
    return Page.Entry(
      Page.Phrase(
        words.resource.name(resource.title.text(in: language), of: resource)),
      facts: ([[words.id(resource.id.description)]]
        + words.resource.details(resource.practice, in: language).map { [$0] }
        + [facts, [words.serves(resource.serves)]]).map { Page.Paragraph($0) },
      address: resource.url.map { url in
        Page.Entry.Address(url: url, remark: words.resource.seen(resource.sighting))
      })
  }

  private func entry(_ workshop: WorkshopOffer) -> Page.Entry {
    let facts = [
      workshop.description.text(in: language),
      words.workshopTakes(workshop.minutes, workshop.place, in: workshop.languages),
      words.workshopHas(
        seats: workshop.seats, usDollars: workshop.usDollars, trainerDays: workshop.trainerDays),
    ]
    return Page.Entry(
      Page.Phrase(words.workshop(workshop.title.text(in: language))),
      facts: [[words.id(workshop.id.description)], facts, [words.serves(workshop.serves)]].map {
        Page.Paragraph($0)
      })
  }

  /// The document; a text is an object with `text` and `translations`.
  ///
  /// `minutes`, `seen` and `by` are null where nobody knows; `practice` is empty for what others offer.
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
      "seen": resource.sighting?.month.map(JSON.Value.string) ?? .null,
      "by": (resource.sighting?.word).map(JSON.Value.string) ?? .null,
      "status": .string(resource.status.rawValue),
      "serves": value(resource.serves),
      "requires": .array(resource.requires.map(value)),
      "captions": resource.features.captions.map(JSON.Value.bool) ?? .null,
      "certificate": resource.features.certificate.map(JSON.Value.bool) ?? .null,
      "days": .array(resource.features.days.map { .string($0.description) }),
      "practice": .array(resource.practice.map(value)),
    ])
  }

  private static func value(_ part: PracticePart) -> JSON.Value {
    .object([
      "kind": .string(part.kind.rawValue), "do": JSON.Value(part.text),
      "alone": part.alone.map(JSON.Value.init) ?? .null,
      "watch": part.watch.map(JSON.Value.init) ?? .null,
      "minutes": .integer(part.minutes), "times": .integer(part.times),
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
