import Waymark
import WaymarkBasics

@testable import WaymarkPages

/// The files and tables of a report in English.
extension GapReport {
  private var words: ReportWords { Words.english.report }
  private var page: Page { ReportPage.page(self, words: words) }

  var html: String { page.html }
  var markdown: String { page.markdown }
  var tables: ReportTables { ReportTables(self, words: words) }

  func json() throws -> String {
    try ReportJSON(self, statistics: tables.further, words: words).json()
  }

  func files() throws -> [(path: String, contents: String)] {
    try ReportFiles(self, words: words).files()
  }
}
