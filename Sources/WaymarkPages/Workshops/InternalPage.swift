import Waymark
import WaymarkBasics

/// A page for those who plan, the same in every format.
///
/// It says what it is, the finding, entries with their facts, lists, tables, and how it was made.
struct InternalPage {
  /// One of the numbered entries.
  struct Entry: Hashable {
    let title: String
    let facts: [String]
  }

  /// Lines under a heading, or under none.
  struct List: Hashable {
    let heading: String?
    let lines: [String]
  }

  let title: String
  let notice: [String]
  let summary: [String]
  /// What stands above the entries.
  var heading = ""
  var entries: [Entry] = []
  /// The lists; those without lines are left out.
  var lists: [List] = []
  /// The tables of the page for a browser.
  var tables: [DataTable] = []
  var method: [String] = []

  /// The page in lines of at most the style's width; without its tables.
  func text(_ style: TextStyle) -> String {
    var page = TextPage(style)
    page.heading(title)
    page.sentences(notice)
    page.blank()
    page.sentences(summary)
    if !entries.isEmpty {
      page.blank()
      page.heading(heading)
      for (place, entry) in entries.enumerated() {
        page.numbered(place + 1, entry.title)
        page.sentences(entry.facts, indentation: 3)
      }
    }
    for list in lists where !list.lines.isEmpty {
      page.blank()
      if let heading = list.heading { page.heading(heading) }
      for line in list.lines { page.bullet(line) }
    }
    if !method.isEmpty {
      page.blank()
      page.sentences(method)
    }
    return page.text
  }

  /// A Markdown document; without its tables.
  var markdown: String {
    func paragraph(_ sentences: [String]) -> [String] {
      sentences.isEmpty ? [] : ["", Markdown.escaped(sentences.joined(separator: " "))]
    }
    var lines = ["# \(Markdown.escaped(title))"] + paragraph(notice) + paragraph(summary)
    if !entries.isEmpty { lines += ["", "## \(heading)", ""] }
    for (place, entry) in entries.enumerated() {
      lines.append("\(place + 1). **\(Markdown.escaped(entry.title))**")
      lines += entry.facts.map { "    - \(Markdown.escaped($0))" }
    }
    for list in lists where !list.lines.isEmpty {
      lines += (list.heading.map { ["", "## \($0)"] } ?? []) + [""]
      lines += list.lines.map { "- \(Markdown.escaped($0))" }
    }
    lines += paragraph(method)
    return lines.map { $0 + "\n" }.joined()
  }

  /// The page for a browser and a printer.
  var html: String {
    func section(_ heading: String, _ content: [HTML]) -> HTML {
      HTML(.section, [], [HTML(.h2, [], heading)] + content)
    }
    let header = HTML(
      .header, [],
      [
        HTML(.h1, [], title),
        HTML(.p, [], [HTML(.b, [], notice.joined(separator: " "))]),
        HTML(.p, [.class("lead")], summary.joined(separator: " ")),
      ])
    let numbered = HTML(
      .ol, [.class("steps")],
      entries.map { entry in
        HTML(
          .li, [],
          [HTML(.b, [], entry.title)] + entry.facts.map { HTML(.p, [.class("soft")], $0) })
      })
    let bullets = lists.filter { !$0.lines.isEmpty }.map { list in
      let content = HTML(.ul, [], list.lines.map { HTML(.li, [], $0) })
      return list.heading.map { section($0, [content]) } ?? content
    }
    let reading = tables.map { section($0.title, ReportHTML.reading($0)) }
    let footer =
      method.isEmpty ? [] : [HTML(.footer, [.class("soft")], method.joined(separator: " "))]
    return HTML.page(
      title: title, language: .english, style: PageStyle.sheet, more: [ReportStyle.sheet],
      body: [
        HTML(
          .main, [],
          [header] + (entries.isEmpty ? [] : [section(heading, [numbered])]) + bullets + reading
            + footer)
      ])
  }
}
