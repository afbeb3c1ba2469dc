import Foundation
import Testing
import Waymark
import WaymarkPages
import WaymarkTestSupport

/// Reports against `Tests/recompute_report.py`, which works them out again from the rows.
struct RecomputedReportTests {
  @Test(arguments: [(0, 10), (7, 10), (60, 10), (400, 10), (400, 5), (1200, 10)])
  func `A report is the same when another program works it out`(
    people: Int, minimum: Int
  ) throws {
    let framework = try SampleFramework.small()
    let background = try SampleBackground.small()
    let demo = DemoCampaign(framework: framework, background: background, people: people, seed: 7)
    let groupings = try Grouping.named(
      ["role", "state", "region"], framework: framework, background: background)
    var counter = SheetCounter(framework: framework, tables: groupings.map { [$0] })
    let text = WideTableText(framework: framework, background: background)
    var table = text.header
    for person in demo {
      table += text.line(for: person)
      counter.add(
        AnswerSheet(person.answers, framework: framework), role: person.role,
        background: person.background, framework: framework, questions: background)
    }
    let report = GapReport(
      campaign: try SampleCampaign.made(isMadeUp: true), framework: framework,
      counts: try counter.counts(),
      minimumGroup: try MinimumGroup(people: minimum))
    let files =
      try report.files() + [
        ("demo.csv", table), ("framework.xml", xml(framework)), ("background.xml", xml(background)),
      ]
    try withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/data", withIntermediateDirectories: true)
      for file in files where !file.path.hasPrefix("charts/") {
        try Data(file.contents.utf8).write(to: URL(filePath: "\(folder)/\(file.path)"))
      }
      let outcome = try ProgramRun(
        Checkout.python,
        [
          Checkout.path("Tests/recompute_report.py"), "demo.csv", "framework.xml", ".",
          "--background", "background.xml",
        ], folder: folder
      ).run()
      #expect(outcome.exit == 0, "\(outcome)")
      #expect(outcome.stdout.hasPrefix("\(people) respondents, "), "\(outcome)")
    }
  }

  private func xml(_ framework: Framework) -> String {
    let roles = framework.roles.map { "<role id='\($0.id)'/>" }.joined()
    let areas = framework.areas.map { area in
      let competencies = area.competencies.map { competency in
        let targets = framework.roles.compactMap { role in
          competency.targets[role.id].map { "<target role='\(role.id)' level='\($0.rank)'/>" }
        }
        return "<competency id='\(competency.id)'>\(targets.joined())</competency>"
      }
      return "<area id='\(area.id)'>\(competencies.joined())</area>"
    }
    return "<framework xmlns='urn:waymark:framework'><roles>\(roles)</roles>\(areas.joined())"
      + "</framework>"
  }

  private func xml(_ background: BackgroundQuestions) -> String {
    let derived = background.derived.map { derived in
      let groups = derived.groups.map { group in
        "<group id='\(group.id)'>"
          + group.members.map { "<member option='\($0)'/>" }.joined() + "</group>"
      }
      return "<derived id='\(derived.id)' from='\(derived.from)'>\(groups.joined())</derived>"
    }
    return "<background xmlns='urn:waymark:background'>\(derived.joined())</background>"
  }
}
