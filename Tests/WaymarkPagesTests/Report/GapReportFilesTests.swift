import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark
@testable import WaymarkPages

struct GapReportFilesTests {
  private func report(
    framework: Framework, isMadeUp: Bool = false, people: Int = 12, by names: [String] = []
  ) throws -> GapReport {
    let questions = try SampleBackground.small()
    let groupings = try Grouping.named(names, framework: framework, background: questions)
    var counter = SheetCounter(framework: framework, tables: groupings.map { [$0] })
    let sheet = try #require(
      AnswerSheet(
        String(repeating: "2", count: framework.competencies.count), framework: framework))
    for _ in 0..<people {
      counter.add(
        sheet, role: RoleID("librarian"), framework: framework, questions: questions)
    }
    return GapReport(
      campaign: try SampleCampaign.made(isMadeUp: isMadeUp), framework: framework,
      counts: try counter.counts())
  }

  @Test func `The paths are those of a report folder, groups only when asked for`() throws {
    let framework = try SampleFramework.small()
    let paths = [
      "report.html", "report.md", "report.json", "datapackage.json", "data/competencies.csv",
      "data/areas.csv",
    ]
    func files(by grouping: [String]) throws -> (charts: [String], others: [String]) {
      let all = try report(framework: framework, by: grouping).files().map(\.path)
      return (
        all.filter { $0.hasPrefix("charts/") }, all.filter { !$0.hasPrefix("charts/") }
      )
    }
    let (plain, grouped) = (try files(by: []), try files(by: ["role"]))
    #expect(plain.others == paths + ["data/reliability.csv"])
    #expect(
      grouped.others
        == paths + ["data/groups.csv", "data/reliability.csv", "data/differences.csv"])
    #expect(plain.charts.contains("charts/areas-dots.svg"), "\(plain.charts)")
    #expect(Set(grouped.charts).subtracting(plain.charts) == ["charts/levels-by-role.svg"])
    #expect(Set(grouped.charts).count == grouped.charts.count)
  }

  @Test func `A made-up campaign is marked as made up in every file`() throws {
    let framework = try SampleFramework.small()
    for file in try report(framework: framework, isMadeUp: true, by: ["role"]).files() {
      let rows = file.contents.split(separator: "\r\n").dropFirst()
      switch file.path {
      case "report.md": #expect(file.contents.contains("> **Made up.**"))
      case "report.html": #expect(file.contents.contains("<b>Made up.</b>"))
      case "report.json", "datapackage.json":
        #expect(file.contents.contains("\"madeUp\" : true"))
      case "data/groups.csv": #expect(rows.allSatisfy { $0.contains("made up") })
      default: #expect(rows.allSatisfy { $0.hasPrefix("spring,yes,") })
      }
    }
    for file in try report(framework: framework, by: ["role"]).files() {
      // The data dictionary explains the column.
      if file.path == "datapackage.json" {
        #expect(file.contents.contains("\"madeUp\" : false"))
      } else {
        #expect(!file.contents.lowercased().contains("made up"), "\(file.path)")
      }
    }
  }

  @Test func `Every report says that it is not for publication`() throws {
    let framework = try SampleFramework.small()
    let notice = "internal, not for publication"
    let plain = try report(framework: framework)
    let grouped = try report(framework: framework, by: ["role"])
    #expect(try plain.markdown.contains(notice) && plain.json().contains(notice))
    #expect(try grouped.markdown.contains(notice) && grouped.json().contains(notice))
  }

  @Test func `The Markdown begins with the finding`() throws {
    let markdown = try report(framework: try SampleFramework.small()).markdown
    #expect(
      markdown.hasPrefix(
        """
        # Gap report: Spring

        Sample competencies. Campaign spring. People rated themselves. This is their own view, not a test.

        > **This report is internal, not for publication.** Groups of fewer than 10 people are \
        withheld and marked `[c]`, but they could still be worked out from other figures.

        **12 people answered. No statement stands out from the others by more than chance: 80 % of \
        all ratings together are below what is usual for people's own roles (48 of 60).**

        - How many were invited is not known.

        """))
  }

  @Test func `Groups stand side by side before they stand one by one`() throws {
    let markdown = try report(framework: try SampleFramework.small(), by: ["role"]).markdown
    #expect(
      markdown.contains(
        """

        ## Group by group

        ### Share below usual. By role

        | Group | People | I Talking with Children | II Planning and Money |
        | :-- | --: | --: | --: |
        | Children's librarian | 12 | 100 % | 50 % |

        """))
    let (glance, single) = (
      try #require(markdown.firstRange(of: "## Group by group")),
      try #require(markdown.firstRange(of: "\n## By role\n\n### Children's librarian\n"))
    )
    let method = try #require(markdown.firstRange(of: "## Method and limits"))
    #expect(glance.lowerBound < method.lowerBound && method.lowerBound < single.lowerBound)
    #expect(glance.lowerBound < single.lowerBound)
  }

  @Test func `Where nobody answered, no table says so once more`() throws {
    let markdown = try report(
      framework: try SampleFramework.small(), people: 0, by: ["role"]
    ).markdown
    #expect(
      markdown.contains(
        "**Nobody has answered so far. There is nothing to show yet.**\n\n## Method and limits\n"))
    #expect(!markdown.contains("| "))
  }

  @Test func `Titles that are formulas, markup or markers of a terminal stay texts`() throws {
    let sample = try SampleFramework.small()
    let hostile = "=cmd|' /C calc'!A1 <script>alert(1)</script> `x` [l](javascript:x) \u{1B}[2J"
    let areas = sample.areas.map { area in
      Area(
        id: area.id, title: LocalizedText(hostile), shortTitle: area.shortTitle,
        competencies: area.competencies.map {
          Competency(
            id: $0.id, title: LocalizedText(hostile), statement: $0.statement, anchors: $0.anchors,
            targets: $0.targets)
        })
    }
    let framework = Framework(
      id: sample.id, version: "1", language: .english, licence: "CC-BY-4.0",
      title: LocalizedText(hostile), source: sample.source, scale: sample.scale,
      roles: sample.roles, areas: areas)
    let report = try report(framework: framework, by: ["role"])
    #expect(!report.markdown.contains("<script>"))
    #expect(!report.markdown.contains("[l]("))
    #expect(!report.markdown.contains("cmd|"))
    #expect(
      !report.tables.competencies.csv.contains(",=")
        && !report.tables.competencies.csv.contains("\"="))
    #expect(!report.tables.areas.csv.contains(",=") && !report.tables.areas.csv.contains("\"="))
    for file in try report.files() { #expect(!file.contents.contains("\u{1B}")) }
  }

  @Test func `No file holds a number of a withheld group`() throws {
    let report = try report(framework: try SampleFramework.small(), people: 7, by: ["role"])
    for file in try report.files() {
      #expect(file.contents.contains("[c]"), "\(file.path)")
      // The style sheet of the page has numbers of its own.
      let said = file.contents.split(separator: "</style>").last ?? ""
      #expect(!said.contains("7"), "\(file.path)")
    }
  }
}
