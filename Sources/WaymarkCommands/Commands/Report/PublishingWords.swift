import Waymark
import WaymarkBasics

/// What `waymark report --publish` says: a decision that is seen before it is made.
struct PublishingWords: Sendable {
  /// The most withheld groups that are named.
  private static let most = 20

  /// What a run is, as others are told that wait for it.
  let run = "report --publish"

  let needsCampaign =
    "--publish needs --campaign NAME: counts from elsewhere cannot be proved to expose nobody"

  func publishes(without option: String) -> String {
    "--publish writes the tables that the campaign declared, and nothing else; leave out \(option)"
  }
  func noRelease(in folder: String) -> String {
    "--earlier '\(folder)': no release is there, which has a report.json; name the folder that report "
      + "--publish wrote"
  }
  func sharesNothing(_ earlier: String) -> String {
    "--earlier: no statement has a share in whole per cent both in “\(earlier)” and here, so that nothing "
      + "can be compared; leave the option out"
  }
  let comparesReleases =
    "--publish compares what is published alone: instead of --compare use --earlier FOLDER, the folder of "
    + "the earlier release"

  /// - Parameter names: what the population is divided by.
  func weightsByOne(_ names: [String]) -> String {
    "--population: a release is weighted by one question, as it shows no groups by several; leave all but "
      + "one of \(names.joined(separator: ", ")) out of the table"
  }

  /// - Parameter shown: what the release shows groups by.
  func noGroups(by name: String, of shown: [String]) -> String {
    "--population: the campaign declared no table by \(name), so that nothing that is published can be "
      + "weighted by it; "
      + (shown.isEmpty
        ? "leave the option out" : "weight by \(shown.joined(separator: " or ")), or leave it out")
  }

  /// - Parameter groups: those with people who answered and nobody in the population.
  func nobodyOf(_ groups: [String], by name: String) -> String {
    "--population: people of \(groups.joined(separator: ", ")) answered, and the table has nobody there; add "
      + "a row with \(name), its id and how many there are"
  }

  func needsPublish(_ option: String) -> String { "\(option) goes with --publish; add it" }

  /// - Parameter phase: where the campaign stands, in words.
  func isOpen(_ id: ID<Campaign>, phase: String, suffix: String) -> String {
    "campaign '\(id)': \(phase), and publishing would freeze it before everybody has answered; close it "
      + "with `waymark campaign close \(id)\(suffix)`, look at a --preview, or add --while-open"
  }

  func moreThanInvited(
    _ people: Int, invited: Int, _ id: ID<Campaign>, suffix: String
  ) -> (what: String, mend: String) {
    (
      "\(people) people answered and \(invited) were invited, so that one of both is wrong",
      "correct it before it is published: waymark campaign change \(id) --invited TABLE.csv\(suffix)"
    )
  }

  // MARK: - Seen before

  /// - Parameter already: the day on which the campaign was published; `nil` where it was not.
  func previewed(_ folder: String, already: CalendarDate?) -> String {
    "Wrote \(folder)/report.html, a preview: "
      + (already.map {
        "nothing more is published by it; the campaign was published on \($0.inWords) and is frozen"
      } ?? "nothing is published, and nothing is frozen")
  }

  /// What is withheld and why, in sentences; says no more than the release itself.
  func withheld(_ report: PublishedReport) -> [String] {
    let groups = report.release.groups.filter { $0.people == nil }
    let names = groups.prefix(Self.most).map(\.key.name).joined(separator: "; ")
    let more = groups.count > Self.most ? "; and \(groups.count - Self.most) more" : ""
    let withheld = report.release.withheldFigures.filter { !$0.value.isEmpty }
      .sorted { $0.key.name < $1.key.name }
    let figures = withheld.reduce(0) { $0 + $1.value.count }
    let places = withheld.prefix(Self.most).map { "\($0.key.name) (\($0.value.count))" }
      .joined(separator: "; ")
    let others = withheld.count > Self.most ? "; and \(withheld.count - Self.most) more groups" : ""
    let fewest = report.release.minimum
    return [
      groups.isEmpty
        ? "No group would be withheld."
        : "Withheld would be \(groups.count) of \(report.release.groups.count) groups: "
          + "\(names)\(more). Each has fewer than \(fewest) people, or with it the number of such a "
          + "group could be worked out."
    ]
      + (figures == 0
        ? []
        : [
          "\(figures) figures of groups that are shown would be withheld, as what others answered "
            + "could be worked out from them: \(places)\(others)."
        ])
      + (report.dimensions.isEmpty
        ? ["No table is declared: only figures of everybody would be published."] : [])
  }

  // MARK: - Asked

  /// What is to be typed for something to be published.
  let publish = "publish"

  let asksFirst =
    "report --publish: it asks first, as it cannot be undone; look with --preview, and go on with --yes"

  /// What freezes, and whether to go on.
  ///
  /// - Parameter unseen: the campaigns that something was given out of and that were deleted since.
  func ask(
    _ report: PublishedReport, phase: CampaignPhase, unseen: [ID<Campaign>], folder: String
  ) -> String {
    let tables = report.release.tables.map { $0.joined(separator: " by ") }
    let lines =
      [
        "This publishes the campaign '\(report.campaign.id)' in \(folder): "
          + "\(report.respondents ?? 0) people, "
          + (tables.isEmpty ? "no table" : "tables by \(tables.joined(separator: ", "))") + "."
      ] + withheld(report)
      + (unseen.isEmpty
        ? []
        : [
          "Beware: \(LedgerWords().cannotCompare(unseen)). Go on only if none of these people are there."
        ])
      + (phase.isPromised ? ["People were told that they can still answer."] : [])
      + [
        phase.published == nil
          ? "It cannot be undone: the campaign freezes. No answer is taken in any more, and its tables "
            + "stay as they are. Who takes answers back leaves later reports, not this release."
          : "The campaign is frozen already; what is published now is proved together with that."
      ]
    return lines.joined(separator: "\n")
      + "\nType \(publish) to go on, or press Enter to publish nothing: "
  }

  let nothingPublished = "Nothing was published."

  // MARK: - Done

  /// - Parameter already: the day on which the campaign was published first; `nil` where that is now.
  func published(_ folder: String, entry: Int, already: CalendarDate?) -> String {
    "Wrote \(folder)/report.html, release \(entry) of the ledger"
      + (already.map { "; the campaign was published on \($0.inWords) already" } ?? "")
  }

  var isFrozen: String {
    "The campaign is frozen now: no answer is taken in any more. Who takes answers back leaves the "
      + "store and every later report; this release stands."
  }
}
