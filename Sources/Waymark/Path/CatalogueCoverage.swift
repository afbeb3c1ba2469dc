package import WaymarkBasics

/// What there is to learn from for each competency and level step.
package struct CatalogueCoverage: Hashable, Sendable {
  /// One level step of a competency.
  package struct Step: Hashable, Sendable {
    package let competency: CompetencyID
    /// The level before.
    package let from: Level
    /// The level after, one above.
    package let to: Level
    /// The resources that can still be used and lead over the step; practice is not among them.
    package let resources: [LearningResource]
    /// How many practice steps there are.
    package let practice: Int
    /// How many of the workshops lead over the step.
    package let workshops: Int

    /// The minutes of the shortest resource and of the longest; `nil` where nobody knows any.
    package var minutes: ClosedRange<Int>? {
      let known = resources.compactMap(\.duration.minutes)
      guard let least = known.min(), let most = known.max() else { return nil }
      return least...most
    }

    /// The month since when nobody has looked at one of the resources; `nil` where one was never
    /// looked at, or there is none.
    package var oldestLook: String? {
      let months = resources.map(\.sighting?.month)
      return months.contains(nil) ? nil : months.compactMap { $0 }.min()
    }

    /// The languages of the resources, each once, by their tags.
    package var languages: [LanguageTag] {
      Set(resources.flatMap(\.languages)).sorted { $0.description < $1.description }
    }
  }

  /// Every level step of every competency, in the framework's order.
  package let steps: [Step]

  /// The steps for which there is nothing but practice, or nothing at all.
  package var withoutResources: [Step] { steps.filter(\.resources.isEmpty) }

  /// Looks through a catalogue for a framework.
  package init(_ catalogue: Catalogue, framework: Framework) {
    let workshops = catalogue.workshops.flatMap(\.serves)
    let usable = catalogue.resources.filter { $0.status == .listed }
    var serving: [CompetencyID: [(LearningResource, LearningResource.Service)]] = [:]
    for resource in usable {
      for service in resource.serves {
        serving[service.competency, default: []].append((resource, service))
      }
    }
    let levels = framework.scale.steps.map(\.level)
    steps = framework.competencies.flatMap { competency in
      zip(levels, levels.dropFirst()).map { from, to in
        let over = (serving[competency.id] ?? []).filter { $0.1.from <= from && $0.1.to >= to }
          .map(\.0)
        return Step(
          competency: competency.id, from: from, to: to,
          resources: over.filter { !$0.isPractice }, practice: over.count(where: \.isPractice),
          workshops: workshops.count {
            $0.competency == competency.id && $0.from <= from && $0.to >= to
          })
      }
    }
  }
}
