import Waymark
package import WaymarkBasics

/// A sheet for a supervisor.
package enum SupervisorPage {
  /// The page to print or to hand on.
  package static func page(_ words: SupervisorWords) -> Page {
    Page(
      SupervisorWords.title, header: [],
      sections: words.sections.map { Page.Section($0.heading, lines: $0.lines) },
      footer: [SupervisorWords.origin])
  }
}
