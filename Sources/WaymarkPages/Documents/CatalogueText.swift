package import Waymark
package import WaymarkBasics

/// A catalogue of learning resources as text to read.
package enum CatalogueText {
  /// The catalogue in lines of at most the style's width, each ended by a line feed.
  ///
  /// The catalogue's words are in `language`, Waymark's own are English.
  package static func page(
    _ catalogue: Catalogue, style: TextStyle = TextStyle(), language: LanguageTag = .english
  ) -> String {
    var page = TextPage(style)
    page.heading(catalogue.title.text(in: language))
    page.line(
      "\(catalogue.id) \(catalogue.version), for \(catalogue.framework.id) "
        + "\(catalogue.framework.version)")
    if catalogue.resources.contains(where: { $0.url != nil }) { page.line(PathWords.offline) }
    for resource in catalogue.resources {
      page.blank()
      page.line(PathWords.name(of: resource, in: language))
      page.sentences(["Id: \(resource.id)"], indentation: 2)
      page.sentences(facts(resource, language), indentation: 2)
      page.sentences(
        ["Serves: " + resource.serves.map(words).joined(separator: ", ") + "."], indentation: 2)
      if let url = resource.url {
        page.sentences(["\(url) (\(PathWords.checked(resource)))"], indentation: 2)
      }
    }
    for workshop in catalogue.workshops {
      page.blank()
      page.line("Workshop: \(workshop.title.text(in: language))")
      page.sentences(["Id: \(workshop.id)"], indentation: 2)
      page.sentences(facts(workshop, language), indentation: 2)
      page.sentences(
        ["Serves: " + workshop.serves.map(words).joined(separator: ", ") + "."], indentation: 2)
    }
    return page.text
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

  private static func words(_ service: LearningResource.Service) -> String {
    "\(service.competency) from \(service.from.rank) to \(service.to.rank)"
  }
}
