package import Waymark
package import WaymarkBasics

extension GapReport {
  /// The report as a spreadsheet for people.
  ///
  /// - Parameter created: the day that the file says it was made on; without one the day on which
  ///   the campaign closed or closes.
  package func workbook(created: CalendarDate? = nil) -> Workbook {
    Workbook(
      report: title,
      created: created ?? campaign.closed ?? campaign.closes,
      footer: "Internal, not for publication."
        + (campaign.isMadeUp ? " Made up: says nothing about anybody." : ""),
      cover: [
        campaign.isMadeUp ? "Made up. \(Self.madeUpNotice)" : nil,
        "This file is \(Self.internalNotice).",
        findingSentences.joined(separator: " "), withheldSentence,
        "Framework: \(frameworkTitle), \(campaign.framework.id) version \(campaign.framework.version).",
        "Campaign: \(campaign.id).", "Made with Waymark.",
      ].compactMap { $0 },
      withheld: "Withheld: from 1 to \(minimumGroup.people - 1) people stand behind the figure.",
      method: methodSentences,
      tables: [competenciesTable, areasTable] + (breakdowns.isEmpty ? [] : [groupsByStatement])
        + furtherTables)
  }
}
