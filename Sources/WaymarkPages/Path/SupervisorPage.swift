import Waymark
package import WaymarkBasics

/// A sheet for a supervisor in each format.
package enum SupervisorPage {
  /// The sheet in lines of at most the style's width.
  package static func text(_ words: SupervisorWords, style: TextStyle = TextStyle()) -> String {
    var page = TextPage(style)
    page.heading(SupervisorWords.title)
    for section in words.sections {
      page.blank()
      page.heading(section.heading)
      for line in section.lines { page.bullet(line) }
    }
    page.blank()
    page.line(SupervisorWords.origin)
    return page.text
  }

  /// The sheet as Markdown; everything that came from a file or a person is escaped.
  package static func markdown(_ words: SupervisorWords) -> String {
    let sections = words.sections.flatMap { section in
      ["## \(section.heading)", ""] + section.lines.map { "- \(Markdown.escaped($0))" } + [""]
    }
    return (["# \(SupervisorWords.title)", ""] + sections + [SupervisorWords.origin])
      .map { $0 + "\n" }.joined()
  }

  /// The sheet as one page to print.
  package static func html(_ words: SupervisorWords) -> String {
    let sections = words.sections.map { section in
      HTML(
        .section, [],
        [
          HTML(.h2, [], section.heading),
          HTML(.ul, [], section.lines.map { HTML(.li, [], $0) }),
        ])
    }
    return HTML.page(
      title: SupervisorWords.title, language: .english, style: PageStyle.sheet,
      body: [
        HTML(
          .main, [],
          [HTML(.header, [], [HTML(.h1, [], SupervisorWords.title)])] + sections
            + [HTML(.footer, [.class("soft")], SupervisorWords.origin)])
      ])
  }
}
