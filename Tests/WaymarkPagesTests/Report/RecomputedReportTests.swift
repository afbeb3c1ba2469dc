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
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "data"), withIntermediateDirectories: true)

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
    for file in files {
      try Data(file.contents.utf8).write(to: folder.appending(path: file.path))
    }

    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "recompute_report.py")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["python3", script.path]
      + ["demo.csv", "framework.xml", "."].map { folder.appending(path: $0).path }
      + ["--background", folder.appending(path: "background.xml").path]
    let said = Pipe()
    process.standardError = said
    process.standardOutput = said
    try process.run()
    let words = String(decoding: try said.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(words)")
    #expect(words.hasPrefix("\(people) respondents, "))
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
