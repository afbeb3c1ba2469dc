import Waymark
import WaymarkBasics

/// What is said of the documents that the questionnaire is made of, beside their own words.
public struct DocumentWords: Sendable {
  let common = CommonWords()
  let resource = ResourceWords()

  package init() {}

  /// Which document it is.
  func name(_ id: String, _ version: String) -> String { "\(id) \(version)" }

  /// Which document it is and which framework it belongs to.
  func name(_ id: String, _ version: String, for framework: FrameworkReference) -> String {
    name(id, version) + belongs(to: framework)
  }

  private func belongs(to framework: FrameworkReference) -> String {
    ", for \(framework.id) \(framework.version)"
  }

  /// A part of a document with its number.
  func part(_ id: String, _ title: String) -> String { "\(id) \(title)" }

  // What is installed.

  let listTitle = "Installed documents"

  func listed(_ name: String, _ title: String) -> String { "\(name): \(title)" }

  func contents(
    _ kind: DocumentKind, for framework: FrameworkReference?, in languages: [LanguageTag],
    _ counts: [DocumentSummary.Count]
  ) -> String {
    "\(self.kind(kind))\(framework.map(belongs) ?? ""), in \(common.languages(languages)): "
      + counts.map(count).joined(separator: ", ") + "."
  }

  private func kind(_ kind: DocumentKind) -> String {
    switch kind {
    case .framework: "Framework"
    case .background: "Background questions"
    case .catalogue: "Learning resources"
    case .plan: "Strategic plan"
    case .campaign: "Invitation"
    }
  }

  private func count(_ count: DocumentSummary.Count) -> String {
    let number = count.number
    return switch count.subject {
    case .areas: common.count(number, "area", "areas")
    case .statements: common.statements(number)
    case .levels: common.count(number, "level", "levels")
    case .roles: common.count(number, "role", "roles")
    case .questions: common.count(number, "question", "questions")
    case .groupings:
      common.count(number, "grouping of their answers", "groupings of their answers")
    case .resources: common.count(number, "resource", "resources")
    case .workshops: common.count(number, "workshop", "workshops")
    case .served: common.count(number, "statement served", "statements served")
    case .objectives: common.count(number, "objective", "objectives")
    case .spheres: common.count(number, "sphere", "spheres")
    case .actions: common.count(number, "area of action", "areas of action")
    case .asked: common.count(number, "background question", "background questions")
    }
  }
}

// A framework.
extension DocumentWords {
  var levelsHeading: String { "Levels" }
  var rolesHeading: String { "Roles to compare with" }
  var areasHeading: String { "Areas" }

  func licensed(_ name: String, _ licence: String) -> String { "\(name), licence \(licence)" }

  func level(_ label: String, _ meaning: String?) -> String {
    label + (meaning.map { ": \($0)" } ?? "")
  }

  func area(_ name: String, statements: Int, core: Int) -> String {
    "\(name): \(common.statements(statements))" + (core == 0 ? "" : ", \(core) of them core")
  }

  var comesFirst: String {
    "First: whoever is below the middle of the scale begins with it on a path."
  }

  /// - Parameter roles: those that are there for it.
  func central(to roles: [String]) -> String {
    "Central to the work of: \(roles.joined(separator: ", "))."
  }

  var isCore: String { "Core: it is one of those that stand for their area in a short form." }

  /// Why a role needs a level.
  func reason(_ role: String, rank: Int, _ reason: String) -> String {
    "Why \(role) \(rank): \(reason)"
  }

  func competency(_ title: String, id: CompetencyID, official: String?) -> String {
    common.name(title, id: id) + (official.map { ", official number \($0)" } ?? "")
  }

  func usualLevel(_ roles: [(role: String, rank: Int)]) -> String {
    fact("Usual level", roles.map { "\($0.role) \($0.rank)" })
  }

  func notAsked(of roles: [String]) -> String { fact("Not asked of", roles) }

  func buildsOn(_ competencies: [String]) -> String { fact("Builds on", competencies) }

  func objectives(_ objectives: [String]) -> String { fact("Objectives", objectives) }

  /// An objective that a competency supports, with its title where the plan is there.
  func objective(_ id: String, _ title: String?, _ strength: Competency.Strength) -> String {
    let isDirect = strength == .direct
    return id + (title.map { " \($0)" } ?? "") + (isDirect ? "" : ", in part")
  }

  private func fact(_ name: String, _ items: [String]) -> String {
    "\(name): \(items.joined(separator: "; "))."
  }
}

// A form to fill in by hand.
extension DocumentWords {
  func formIntroduction(_ statements: Int, minutes: ClosedRange<Int>) -> String {
    let (least, most) = (minutes.lowerBound, minutes.upperBound)
    let time = least == most ? common.time(most) : "\(least) to \(most) minutes"
    return "\(common.statements(statements)), about \(time). You rate yourself: this is your own "
      + "view, not a test. Keep this paper where others do not read it."
  }

  var formMarks: String {
    "For each statement, mark the highest line that has been true of you in the last 12 months. "
      + "Mark 0 when it is not part of your work, and 9 when you can't judge it. Leave out what you "
      + "like."
  }

  func licence(_ licence: String) -> String { "Licence: \(licence)." }

  /// A box to mark; a text follows where the label is explained.
  func box(_ key: String, _ label: String, isExplained: Bool) -> String {
    "\(key) \(label)" + (isExplained ? ":" : "")
  }

  var note: String { "Note:" }

  /// Stands beside a statement that is one of those for a short form.
  var coreMark: String { "core" }
}

// Background questions.
extension DocumentWords {
  func question(_ text: String, id: String, isMany: Bool) -> String {
    common.name(text, id: id + (isMany ? ", choose all that fit" : ""))
  }

  func derived(_ title: String, id: String, from field: String) -> String {
    "\(title) (\(id), from \(field))"
  }

  func group(_ label: String, _ members: [String]) -> String {
    "\(label): \(members.joined(separator: ", "))"
  }

  var positionRoles: String { "Which role a position is compared with; the first line that fits" }

  func positionRole(
    _ position: String, where condition: (field: String, options: [String])?, role: String
  ) -> String {
    let rest = condition.map { ", where \($0.field) is \($0.options.alternatives)" } ?? ""
    return "\(position)\(rest): \(role)"
  }
}

// A catalogue.
extension DocumentWords {
  var isOver: String { "It is over and never recommended." }

  func id(_ id: String) -> String { "Id: \(id)" }

  func takes(
    _ format: LearningResource.Format, _ duration: LearningResource.Duration,
    _ cost: LearningResource.Cost, in languages: [LanguageTag], isSum: Bool
  ) -> String {
    "This \(resource.format(format)) \(resource.takes(duration, cost, in: languages, isSum: isSum))"
  }

  func serves(_ services: [LearningResource.Service]) -> String {
    let served = services.map { "\($0.competency) from \($0.from.rank) to \($0.to.rank)" }
    return "Serves: \(served.joined(separator: ", "))."
  }

  func workshop(_ title: String) -> String { "Workshop: \(title)" }

  func workshopTakes(
    _ minutes: Int, _ place: WorkshopOffer.Place, in languages: [LanguageTag]
  ) -> String {
    "It takes \(common.time(minutes)), \(self.place(place)), in \(common.languages(languages))."
  }

  private func place(_ place: WorkshopOffer.Place) -> String {
    switch place {
    case .online: "online"
    case .onSite: "on site"
    }
  }

  func workshopHas(seats: Int, usDollars: Int, trainerDays: Int) -> String {
    "It has \(common.count(seats, "seat", "seats")), costs \(usDollars) US dollars and takes "
      + "\(common.count(trainerDays, "day", "days")) of a trainer."
  }
}

// A strategic plan.
extension DocumentWords {
  var visionHeading: String { "Vision" }
  var valuesHeading: String { "Core values" }
  var spheresHeading: String { "Spheres" }

  func ended(in year: Int) -> String { "This plan ended in \(year)." }

  /// How a plan that follows is put in.
  func nextPlan(for framework: FrameworkReference) -> String {
    "To put in the next one, write it as a file like this one (docs/framework-format.md says how), for "
      + "\(framework.id) \(framework.version) and with ids of its own for its objectives. Check it "
      + "with: waymark framework validate my-plan.xml. Then put it into the folder competencies of "
      + "Waymark: of several plans the one whose file comes last by its name counts."
  }

  /// A value, a sphere or an area of action, with what is meant by it.
  func meaning(_ title: String, _ description: String?) -> String {
    title + (description.map { ": \($0)" } ?? "")
  }

  func sphere(_ title: String) -> String { "Sphere: \(title)" }

  /// What self-ratings say of an objective.
  func selfRatings(_ measure: StrategicPlan.Measure) -> String {
    let words =
      switch measure {
      case .direct: "they speak to it directly"
      case .partly: "they speak to a part of it"
      case .weak: "they only hint at it"
      case .use: "that people use them says more than the levels do"
      case .no: "they cannot measure it"
      }
    return "Self-ratings: \(words)."
  }

  func statements(_ strength: Competency.Strength, _ ids: [String]) -> String {
    let name =
      switch strength {
      case .direct: "Statements about it"
      case .partly: "Statements about it in part"
      }
    return "\(name): \(ids.joined(separator: ", "))."
  }
}
