import Waymark
package import WaymarkBasics

/// A sheet for a supervisor.
package enum SupervisorPage {
  package static func page(_ words: SupervisorWords) -> Page {
    Page(
      SupervisorWords.title, header: [],
      sections: words.sections.map { Page.Section($0.heading, lines: $0.lines) },
      footer: [SupervisorWords.origin])
  }
}
