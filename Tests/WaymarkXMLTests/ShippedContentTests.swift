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
    var items = 1...62
    /// How many of them may have at least the target 3, 4 and 5.
    var at3 = 62
    var at4 = 62
    var at5 = 6

    var testDescription: String { role }
  }

  @Test func `There are 62 statements in seven areas, and six roles`() throws {
    let framework = try Self.framework()
    #expect(framework.areas.map(\.id.description) == ["I", "II", "III", "IV", "V", "VI", "VII"])
    #expect(framework.areas.map(\.competencies.count) == [8, 10, 10, 9, 9, 8, 8])
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
    Band(role: "assistant", items: 30...40, at3: 6, at4: 0, at5: 0),
    Band(role: "new-librarian", at3: 10, at4: 0, at5: 0),
    Band(role: "librarian", at4: 12),
    Band(role: "manager", at4: 25),
    Band(role: "solo", at4: 0, at5: 0),
    Band(role: "consultant"),
  ])
  func `The targets of a role ask for what an ordinary week needs`(band: Band) throws {
    let framework = try Self.framework()
    let role = try #require(RoleID(band.role))
    let targets = framework.competencies.compactMap { $0.targets[role]?.rank }
    #expect(band.items.contains(targets.count))
    #expect(targets.count { $0 >= 3 } <= band.at3)
    #expect(targets.count { $0 >= 4 } <= band.at4)
    #expect(targets.count { $0 >= 5 } <= min(band.at5, targets.count / 10))
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
    let plan = try #require(
      try Self.documents().lazy.compactMap { document in
        if case .plan(let plan) = document { plan } else { nil }
      }.first)
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
    #expect(practice.count == 248)
    #expect(Set(practice.map(\.title.original)).count == practice.count)
    for step in practice {
      #expect(Self.length(step.title) <= 150, "\(step.id)")
      #expect((10...60).contains(step.duration.minutes ?? 0), "\(step.id)")
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

  private static func framework() throws -> Framework {
    try #require(
      try documents().lazy.compactMap { document in
        if case .framework(let framework) = document { framework } else { nil }
      }.first)
  }
}
