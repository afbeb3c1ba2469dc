package import Waymark
import WaymarkBasics

extension PublishedReport {
  /// The release for people to read as plain text.
  package var markdown: String {
    var parts = ["# \(Markdown.escaped(title))\n"]
    if campaign.isMadeUp { parts.append("> **Made up.** \(GapReport.madeUpNotice)\n") }
    parts.append("**\(Markdown.escaped(finding))**\n")
    parts.append(Markdown.escaped(withheld) + "\n")
    for table in readingTables {
      let columns =
        [Markdown.Column.words(Markdown.escaped(table.columns[0]))]
        + table.columns.dropFirst().map { .numbers(Markdown.escaped($0)) }
      parts.append("## \(Markdown.escaped(table.title))\n")
      parts.append(Markdown.escaped(table.note) + "\n")
      parts.append(
        Markdown.table(columns, rows: table.rows.map { [Markdown.escaped($0[0])] + $0.dropFirst() })
      )
    }
    parts.append("## Method and limits\n")
    parts.append(method.map { "- \(Markdown.escaped($0))\n" }.joined())
    return parts.joined(separator: "\n")
  }
}
