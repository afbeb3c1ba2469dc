import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkXML

/// What the framework, the plan and the catalogue that come with Waymark promise beyond being sound.
@Suite struct ShippedContentTests {
  /// How high the targets of a role may be.
  struct Band: Sendable, CustomTestStringConvertible {
    let role: String
    /// How many statements it is asked for.
    var items = 1...63
    /// How many of them may have at least the target 3, 4 and 5.
    var at3 = 63
    var at4 = 63
    var at5 = 6

    var testDescription: String { role }
  }

  @Test func `There are 63 statements in seven areas, and six roles`() throws {
    let framework = try Self.framework()
    #expect(framework.areas.map(\.id.description) == ["I", "II", "III", "IV", "V", "VI", "VII"])
    #expect(framework.areas.map(\.competencies.count) == [7, 10, 11, 10, 8, 9, 8])
    #expect(
      framework.roles.map(\.id.description) == [
        "assistant", "new-librarian", "librarian", "manager", "solo", "consultant",
      ])
    #expect(framework.scale.steps.count == 5)
  }

  @Test func `Every text fits its place on the screen`() throws {
    let framework = try Self.framework()
    for step in framework.scale.steps {
      #expect(Self.length(step.label) <= 13, "\(step.label.original)")
    }
    for competency in framework.competencies {
      #expect(competency.id.description.count <= 30, "\(competency.id)")
      #expect(Self.length(competency.title) <= 44, "\(competency.id)")
      #expect((40...76).contains(Self.length(competency.statement)), "\(competency.id)")
      #expect(competency.anchors.count == 5, "\(competency.id)")
      for (place, anchor) in competency.anchors.enumerated() {
        #expect(Self.length(anchor) <= 60, "\(competency.id), level \(place + 1)")
      }
    }
  }

  @Test func `No two texts of the statements are the same`() throws {
    let competencies = try Self.framework().competencies
    #expect(Set(competencies.map(\.statement.original)).count == competencies.count)
    #expect(Set(competencies.map(\.title.original)).count == competencies.count)
    for competency in competencies {
      #expect(Set(competency.anchors.map(\.original)).count == 5, "\(competency.id)")
    }
  }

  @Test(arguments: [
    Band(role: "assistant", items: 20...30, at3: 6, at4: 0, at5: 0),
    Band(role: "new-librarian", items: 40...50, at3: 10, at4: 0, at5: 0),
    Band(role: "librarian", at4: 12, at5: 0),
    Band(role: "manager", at4: 25, at5: 0),
    // Nobody else is there when a sign of harm is unclear.
    Band(role: "solo", at4: 1, at5: 0),
    // Helping others until they can is the job.
    Band(role: "consultant", items: 1...30),
  ])
  func `The targets of a role ask for what an ordinary week needs`(band: Band) throws {
    let framework = try Self.framework()
    let role = try #require(RoleID(band.role))
    let targets = framework.competencies.compactMap { $0.targets[role]?.rank }
    #expect(band.items.contains(targets.count))
    #expect(targets.count { $0 >= 3 } <= band.at3)
    #expect(targets.count { $0 >= 4 } <= band.at4)
    #expect(targets.count { $0 >= 5 } <= min(band.at5, framework.competencies.count / 10))
  }

  @Test func `A target above 3 has its reason in one sentence, and no other needs one`() throws {
    for competency in try Self.framework().competencies {
      #expect(
        Set(competency.reasons.keys) == Set(competency.targets.filter { $0.value.rank > 3 }.keys),
        "\(competency.id)")
      for (role, reason) in competency.reasons {
        #expect((40...160).contains(Self.length(reason)), "\(competency.id), \(role)")
        #expect(reason.original.hasSuffix("."), "\(competency.id), \(role)")
      }
    }
  }

  @Test func `Three statements of every area are core`() throws {
    for area in try Self.framework().areas {
      #expect(area.competencies.count(where: \.isCore) == 3, "\(area.id)")
    }
  }

  @Test func `Every role is there for four or five statements, and two come first`() throws {
    let framework = try Self.framework()
    for role in framework.roles {
      let central = framework.competencies.filter { $0.centralTo.contains(role.id) }
      #expect((4...5).contains(central.count), "\(role.id)")
      #expect(central.allSatisfy { $0.targets[role.id] != nil }, "\(role.id)")
    }
    #expect(
      framework.competencies.filter(\.comesFirst).map(\.id.description)
        == ["admin.safety", "profession.privacy"])
  }

  @Test func `A target is at most one above the targets of what it builds on`() throws {
    let framework = try Self.framework()
    for competency in framework.competencies {
      for base in try competency.buildsOn.map({ try #require(framework.competency($0)) }) {
        for (role, target) in competency.targets {
          let below = base.targets[role]?.rank
          #expect(
            below.map { target.rank <= $0 + 1 } == true,
            "\(role): \(competency.id) at \(target.rank), \(base.id) at \(below ?? 0)")
        }
      }
    }
  }

  @Test func `The plan has nine objectives, and two that no skill speaks to`() throws {
    let plan = try Self.plan()
    #expect(
      plan.objectives.map(\.id.description) == [
        "EDI-1", "EDI-2", "EDI-3", "ADV-1", "ADV-2", "ADV-3", "LD-1", "LD-2", "LD-3",
      ])
    #expect(plan.spheres.count == 3)
    #expect(plan.actions.count == 3)
    let silent = plan.objectives.filter(\.competencies.isEmpty)
    #expect(silent.map(\.id.description) == ["EDI-1", "EDI-2"])
    #expect(silent.allSatisfy { $0.measure == .no })
  }

  @Test func `The plan's vision, values, spheres and areas stand in its file, and when it ended`()
    throws
  {
    let plan = try Self.plan()
    // As https://www.ala.org/alsc/aboutalsc/stratplan had them before June 2023.
    #expect(
      plan.vision?.original
        == "Members of the Association for Library Service to Children engage communities to build "
        + "healthy, successful futures for all children.")
    #expect(
      plan.values.map(\.title.original) == [
        "Collaboration", "Excellence", "Inclusiveness", "Innovation", "Integrity and Respect",
        "Leadership", "Responsiveness",
      ])
    #expect(plan.spheres.allSatisfy { $0.description != nil })
    #expect(plan.actions.allSatisfy { $0.description != nil })
    #expect(!plan.hasEnded(on: try #require(CalendarDate(written: "2023-12-31"))))
    #expect(plan.hasEnded(on: try #require(CalendarDate(written: "2024-01-01"))))
  }

  private static func resources() throws -> [LearningResource] {
    try documents().flatMap { document -> [LearningResource] in
      if case .catalogue(let catalogue) = document { catalogue.resources } else { [] }
    }
  }

  @Test func `Every level step of every statement has a practice step, so that no gap is without`()
    throws
  {
    let framework = try Self.framework()
    let practice = try Self.resources().filter(\.isPractice)
    for competency in framework.competencies {
      for rank in 1..<framework.scale.steps.count {
        let steps = practice.filter { step in
          step.serves.contains {
            $0.competency == competency.id && $0.from.rank == rank && $0.to.rank == rank + 1
          }
        }
        #expect(steps.count == 1, "\(competency.id) \(rank)")
      }
    }
    // 63 statements of four steps each.
    #expect(practice.count == 252)
    #expect(Set(practice.map(\.title.original)).count == practice.count)
    for step in practice {
      #expect(step.practice.count { $0.kind == .do } == 1, "\(step.id)")
      #expect(step.practice.last?.text == step.title, "\(step.id)")
      #expect(step.practice.last?.watch != nil, "\(step.id)")
      #expect(
        step.duration == .estimated(minutes: step.practice.map(\.minutes).reduce(0, +)),
        "\(step.id)")
      for part in step.practice {
        #expect(Self.length(part.text) <= 150, "\(step.id)")
        #expect(part.alone.map(Self.length) ?? 0 <= 150, "\(step.id)")
        #expect(part.watch.map(Self.length) ?? 0 <= 80, "\(step.id)")
        // More than half a day only where it is spread over weeks.
        #expect((10...(part.weeks > 1 ? 480 : 240)).contains(part.minutes), "\(step.id)")
        #expect(part.minutes / part.times >= 3, "\(step.id)")
      }
    }
  }

  @Test func `Workshops lead step by step in every area, in titles and sentences that fit a line`()
    throws
  {
    let framework = try Self.framework()
    let workshops = try Self.documents().flatMap { document -> [WorkshopOffer] in
      if case .catalogue(let catalogue) = document { catalogue.workshops } else { [] }
    }
    #expect(workshops.count >= 24)
    let served = Set(workshops.flatMap(\.serves).map(\.competency))
    #expect(framework.competencies.allSatisfy { served.contains($0.id) })
    for area in framework.areas {
      let ids = Set(area.competencies.map(\.id))
      let here = workshops.count { workshop in
        workshop.serves.contains { ids.contains($0.competency) }
      }
      #expect(here >= 3, "\(area.id)")
    }
    for workshop in workshops {
      #expect(Self.length(workshop.title) <= 50, "\(workshop.id)")
      #expect(Self.length(workshop.description) <= 130, "\(workshop.id)")
      #expect((60...840).contains(workshop.minutes) && (8...60).contains(workshop.seats))
      #expect((1...3).contains(workshop.serves.count), "\(workshop.id)")
      #expect(workshop.serves.allSatisfy { $0.to.rank - $0.from.rank <= 2 }, "\(workshop.id)")
    }
  }

  @Test func `There are at least 60 resources, each with an address on the web`() throws {
    let resources = try Self.resources().filter { !$0.isPractice }
    #expect(resources.count >= 60)
    for resource in resources {
      let address = try URL(string: #require(resource.url))
      #expect(["http", "https"].contains(address?.scheme), "\(resource.id)")
      #expect(address?.host()?.contains(".") == true, "\(resource.id)")
      #expect(!resource.serves.isEmpty, "\(resource.id)")
      #expect(resource.sighting != nil, "\(resource.id)")
    }
  }

  private static func length(_ text: LocalizedText) -> Int { text.original.unicodeScalars.count }

  private static func documents() throws -> [Document] {
    let files = try FileManager.default.contentsOfDirectory(atPath: Samples.schemas)
      .filter { $0.hasSuffix(".xml") }.sorted()
      .map { name in
        SourceFile(
          name: name,
          bytes: [UInt8](try Data(contentsOf: URL(filePath: Samples.schemas + "/" + name))))
      }
    return try Samples.loader.load(files).map { try $0.get() }
  }

  private static func plan() throws -> StrategicPlan {
    try #require(
      try documents().lazy.compactMap { document in
        if case .plan(let plan) = document { plan } else { nil }
      }.first)
  }

  private static func framework() throws -> Framework {
    try #require(
      try documents().lazy.compactMap { document in
        if case .framework(let framework) = document { framework } else { nil }
      }.first)
  }
}
