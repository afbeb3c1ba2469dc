import Waymark
import WaymarkBasics

extension ReportHTML {
  /// How the numbers were made, and what they do not say.
  static func method(_ report: GapReport) -> Section {
    Section(
      id: "method", title: "Method and limits",
      content: [
        HTML(
          .ul, [],
          report.methodSentences.map { HTML(.li, [], $0) })
      ])
  }

  /// The other files of the report.
  static func files(_ report: GapReport) -> Section {
    let files: [(StaticString, String)] =
      [
        ("report.xlsx", "the tables as a spreadsheet"),
        ("report.md", "the same to read as plain text, with a summary for a board"),
        ("report.json", "the same for programs"),
        ("datapackage.json", "what every column of the data means, for people and programs"),
        ("data/competencies.csv", "a row a statement"), ("data/areas.csv", "a row an area"),
      ]
      + (report.breakdowns.isEmpty ? [] : [("data/groups.csv", "the groups")])
    return Section(
      id: "files", title: "The data",
      content: [
        HTML(
          .ul, [],
          files.map { file, words in
            HTML(.li, [], [HTML(.a, [.file(file)], "\(file)"), HTML(text: ": \(words)")])
          })
      ])
  }
}

extension GapReport {
  /// How the numbers were made and what they do not say, a sentence or two each.
  var methodSentences: [String] {
    [
      "Framework: \(frameworkTitle), \(campaign.framework.id) version "
        + "\(campaign.framework.version).",
      "People rated themselves, and people judge themselves unevenly.",
      "Everybody is compared with the level that is usual for their own role. People without "
        + "a role, and statements that a role does not ask for, have no share: “none”.",
      "Only levels count. “Not part of my work”, “can't judge”, skipped and not asked are "
        + "counted apart; none of them is a gap.",
      "The 95 % interval is Wilson's. It covers chance, not who chose to answer. For an area "
        + "each person counts once, so that it is rather too wide than too narrow. That of a mean, in "
        + "the data, is Student's.",
      "Where fewer than \(ReportWords.fewestForShares) people were compared, counts stand in "
        + "place of per cent.",
      "\(Absence.withheldMark) is withheld: from 1 to \(minimumGroup.people - 1) people "
        + "stand behind the figure.",
    ]
  }
}
