import Waymark
import WaymarkBasics

/// The sentences about pairs of mentors and seekers, the same in every form.
package struct MentorsWords: Sendable {
  let common = CommonWords()

  package init() {}

  /// What every page says first.
  let notice =
    "Proposed pairs, for the mentoring program to confirm. Everybody named here asked to be; "
    + "hand it to nobody else."

  let method =
    "Two people fit the better, the more competencies the one teaches and the other seeks (three "
    + "count), then when they work in the same region, then when they could teach each other. "
    + "What is equal is decided by lot."

  func title(_ campaign: String) -> String { "Mentors: \(campaign)" }

  /// How many pairs there are, or why there are none.
  func summary(_ pairs: Int, mentors: Int, seekers: Int) -> String {
    let teach = "\(common.people(mentors)) \(mentors == 1 ? "offers" : "offer") to teach"
    let seek = "\(common.people(seekers)) \(seekers == 1 ? "seeks" : "seek") a mentor"
    switch (mentors, seekers) {
    case (0, 0): return "Nobody in this campaign offers to teach or seeks a mentor yet."
    case (_, 0): return "No pairs: \(teach), and nobody seeks a mentor yet."
    case (0, _): return "No pairs: \(seek), and nobody offers to teach yet."
    default:
      let found = pairs == 0 ? "No pairs" : common.count(pairs, "pair", "pairs")
      return "\(found): \(teach), \(seek)."
    }
  }

  let proved = "It is proved that no other pairs fit better in all."
  let notProved = "These pairs fit well, but it is not proved that no others fit better."

  func names(_ competencies: [String]) -> String { competencies.joined(separator: "; ") }

  // A pair.

  /// What stands between the two.
  let with = " with "

  func bothSpeak(_ languages: [LanguageTag]) -> String {
    "Both speak \(common.languages(languages))."
  }

  func bothWork(in region: String) -> String { "Both work in \(region)." }

  let couldTeachEachOther = "They could teach each other."

  // Who has nobody.

  let withoutMentor = "Without a mentor"
  let withoutSeeker = "Offered, and nobody proposed"

  func unmatched(
    _ contact: String, _ reason: MentorPairs.Unmatched.Reason, seeks: [String]
  ) -> String {
    "\(contact): \(self.reason(reason)). Seeks: \(names(seeks))."
  }

  func free(_ contact: String, teaches: [String]) -> String {
    "\(contact). Teaches: \(names(teaches))."
  }

  func reason(_ reason: MentorPairs.Unmatched.Reason) -> String {
    switch reason {
    case .nobodyTeaches: "nobody else offers to teach it"
    case .noCommonLanguage: "nobody who teaches it speaks a language of theirs"
    case .noRegionGiven: "the region must be the same, and they gave none"
    case .nobodyInRegion: "nobody in their region who fits teaches it"
    case .mentorsFull: "all who could teach it have as many people as they may have"
    }
  }

  // A spreadsheet.

  let proposed = "proposed"
  let noMentor = "no mentor"
  let nobodyProposed = "nobody proposed"

  func yesOrNo(_ isTrue: Bool) -> String { isTrue ? "yes" : "no" }
}
