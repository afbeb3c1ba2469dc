package import Waymark
package import WaymarkBasics

/// What a list says of one document: which it is, in which languages, and how much is in it.
package struct DocumentSummary: Hashable, Sendable {
  /// How many of something a document holds.
  package struct Count: Hashable, Sendable {
    /// What is counted.
    package let subject: Subject
    /// How many there are.
    package let number: Int

    init(_ subject: Subject, _ number: Int) {
      self.subject = subject
      self.number = number
    }
  }

  /// What there is in documents.
  package enum Subject: Hashable, Sendable {
    case areas, statements, levels, roles
    /// Background questions, and groupings of their answers.
    case questions, groupings
    case resources, workshops
    /// Statements that a resource or a workshop serves.
    case served
    case objectives, spheres, actions
    /// Background questions that a campaign asks.
    case asked

    /// As files name it.
    var name: String {
      switch self {
      case .areas: "areas"
      case .statements, .served: "competencies"
      case .levels: "levels"
      case .roles: "roles"
      case .questions, .asked: "fields"
      case .groupings: "groupings"
      case .resources: "resources"
      case .workshops: "workshops"
      case .objectives: "objectives"
      case .spheres: "spheres"
      case .actions: "actions"
      }
    }
  }

  package let kind: DocumentKind
  package let id: String
  package let version: String
  /// Its name.
  package let title: LocalizedText
  /// The languages its texts are in, that of the originals first.
  package let languages: [LanguageTag]
  /// The framework that it belongs to, where it names one.
  package let framework: FrameworkReference?
  package let counts: [Count]

  /// Sums up a framework.
  package init(_ framework: Framework) {
    kind = .framework
    id = framework.id.description
    version = framework.version
    title = framework.title
    languages = Self.languages(framework.language, Self.texts(framework))
    self.framework = nil
    counts = [
      Count(.areas, framework.areas.count),
      Count(.statements, framework.competencies.count),
      Count(.levels, framework.scale.steps.count), Count(.roles, framework.roles.count),
    ]
  }

  /// Sums up background questions.
  package init(_ background: BackgroundQuestions) {
    kind = .background
    id = background.id.description
    version = background.version
    title = background.title
    languages = Self.languages(background.language, Self.texts(background))
    framework = nil
    counts = [
      Count(.questions, background.fields.count),
      Count(.groupings, background.derived.count),
    ]
  }

  /// Sums up a catalogue.
  package init(_ catalogue: Catalogue) {
    kind = .catalogue
    id = catalogue.id.description
    version = catalogue.version
    title = catalogue.title
    languages = Self.languages(catalogue.language, Self.texts(catalogue))
    framework = catalogue.framework
    let parts = [
      Count(.resources, catalogue.resources.count), Count(.workshops, catalogue.workshops.count),
    ].filter { $0.number > 0 }
    let services = catalogue.resources.flatMap(\.serves) + catalogue.workshops.flatMap(\.serves)
    counts = parts + [Count(.served, Set(services.map(\.competency)).count)]
  }

  /// Sums up a strategic plan.
  package init(_ plan: StrategicPlan) {
    kind = .plan
    id = plan.id.description
    version = plan.version
    title = plan.title
    languages = Self.languages(plan.language, Self.texts(plan))
    framework = plan.framework
    counts = [
      Count(.objectives, plan.objectives.count), Count(.spheres, plan.spheres.count),
      Count(.actions, plan.actions.count),
    ]
  }

  /// Sums up an invitation; it has no version.
  package init(_ invitation: Invitation) {
    kind = .campaign
    id = invitation.campaign.description
    version = ""
    title = invitation.title
    languages = Self.languages(
      invitation.language, [invitation.title, invitation.asker, invitation.sending])
    framework = invitation.framework.reference
    counts = [Count(.asked, invitation.background.count)]
  }

  private static func languages(
    _ original: LanguageTag, _ texts: [LocalizedText]
  ) -> [LanguageTag] {
    let translations = Set(texts.flatMap(\.translations.keys)).subtracting([original])
    return [original] + translations.sorted { $0.description < $1.description }
  }
  private static func texts(_ framework: Framework) -> [LocalizedText] {
    var texts = [framework.title, framework.source] + framework.roles.map(\.title)
    for step in framework.scale.steps { texts += [step.label, step.meaning].compactMap { $0 } }
    for area in framework.areas { texts += [area.title, area.shortTitle] }
    for competency in framework.competencies {
      texts += [competency.title, competency.statement] + competency.anchors
      texts += competency.reasons.values
    }
    return texts
  }

  private static func texts(_ background: BackgroundQuestions) -> [LocalizedText] {
    var texts = [background.title, background.leadIn]
    for field in background.fields { texts += [field.question] + field.options.map(\.label) }
    for grouping in background.derived {
      texts += [grouping.title] + grouping.groups.map(\.label)
    }
    return texts
  }

  private static func texts(_ catalogue: Catalogue) -> [LocalizedText] {
    [catalogue.title] + catalogue.resources.flatMap { [$0.title, $0.description] }
      + catalogue.resources.flatMap(\.practice).flatMap {
        [$0.text, $0.alone, $0.watch].compactMap { $0 }
      }
      + catalogue.workshops.flatMap { [$0.title, $0.description] }
  }

  private static func texts(_ plan: StrategicPlan) -> [LocalizedText] {
    var texts = [plan.title, plan.source, plan.vision].compactMap { $0 }
    texts += plan.values.flatMap { [$0.title, $0.description].compactMap { $0 } }
    texts += plan.spheres.flatMap { [$0.title, $0.description].compactMap { $0 } }
    texts += plan.actions.flatMap { [$0.title, $0.description].compactMap { $0 } }
    for objective in plan.objectives { texts += [objective.title, objective.note] }
    return texts
  }
}
