package import Waymark
package import WaymarkBasics

/// Catalogues for the small sample framework, made by hand.
package enum SampleCatalogue {
  /// A catalogue of these resources.
  package static func make(_ resources: [LearningResource], version: String = "1") throws
    -> Catalogue
  {
    Catalogue(
      id: try SampleAssessment.id("sample"), version: "1", language: .english,
      framework: FrameworkReference(id: try SampleAssessment.id("sample"), version: version),
      title: LocalizedText("Sample resources"), resources: resources)
  }

  /// A resource whose services are competency, from and to.
  package static func resource(
    _ id: String, _ serves: [(String, Int, Int)],
    duration: LearningResource.Duration = .estimated(minutes: 60),
    cost: LearningResource.Cost = .free, languages: [String] = ["en"],
    status: LearningResource.Status = .listed,
    sighting: LearningResource.Sighting? = .seen(month: "2026-11", .stored),
    title: String? = nil, provider: String = "Sample Library", url: String? = nil,
    format: LearningResource.Format = .webinar, requires: [LearningResource.Requirement] = [],
    days: [CalendarDate] = []
  ) throws -> LearningResource {
    LearningResource(
      id: try SampleAssessment.id(id), title: LocalizedText(title ?? "Title of \(id)"),
      description: LocalizedText("Watch and try."), provider: provider,
      url: url ?? "https://example.org/\(id)", format: format, duration: duration, cost: cost,
      access: .open,
      languages: try languages.map { tag in
        guard let tag = LanguageTag(tag) else { throw SampleError() }
        return tag
      }, sighting: sighting, status: status,
      serves: try serves.map { competency, from, to in
        guard let from = Level(rank: from), let to = Level(rank: to) else { throw SampleError() }
        return LearningResource.Service(
          competency: try SampleAssessment.id(competency), from: from, to: to)
      }, requires: requires, features: LearningResource.Features(days: days))
  }

  /// Practice of one level step: something to read first, then something to do three times.
  package static func practice(
    _ competency: String, from rank: Int, weeks: Int = 1
  ) throws -> LearningResource {
    guard let from = Level(rank: rank), let to = Level(rank: rank + 1) else { throw SampleError() }
    let doing = LocalizedText("Try it with a child.")
    return LearningResource(
      id: try SampleAssessment.id("practice.\(competency).\(rank)"), title: doing,
      description: doing,
      provider: nil, url: nil, format: .practice, duration: .estimated(minutes: 55), cost: .free,
      access: .open, languages: [.english], sighting: nil, status: .listed,
      serves: [
        LearningResource.Service(
          competency: try SampleAssessment.id(competency), from: from, to: to)
      ],
      practice: [
        PracticePart(kind: .prepare, text: LocalizedText("Write three questions."), minutes: 10),
        PracticePart(
          kind: .do, text: doing, alone: LocalizedText("Try it with a peer by phone."),
          watch: LocalizedText("The child asks back."), minutes: 45, times: 3,
          weeks: weeks),
      ])
  }
}
