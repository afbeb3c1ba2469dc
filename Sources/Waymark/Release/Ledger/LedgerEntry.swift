package import WaymarkBasics

/// One release in the ledger of everything that was ever published.
///
/// Each entry holds the hash of the one before it, so that an entry which is changed or taken out
/// later is noticed. It guards against mistakes, not against the owner of the store, who can write
/// the whole ledger anew.
package struct LedgerEntry: Hashable, Sendable {
  /// The number of the entry, from 1 without a gap.
  package let number: Int
  /// The campaign that was published.
  package let campaign: ID<Campaign>
  /// The day it was published.
  package let day: CalendarDate
  /// What was published, in the words of `ReleaseContent`.
  package let content: String
  /// The hash of the entry before, 64 hexadecimal digits; zeros for the first.
  package let previous: String
  /// The SHA-256 of all of this, 64 hexadecimal digits.
  package let hash: String

  /// What stands before the first entry.
  package static let beginning = String(repeating: "0", count: 64)

  /// Takes an entry as it is kept.
  package init(
    number: Int, campaign: ID<Campaign>, day: CalendarDate, content: String, previous: String,
    hash: String
  ) {
    self.number = number
    self.campaign = campaign
    self.day = day
    self.content = content
    self.previous = previous
    self.hash = hash
  }

  /// Makes the entry that follows another one.
  ///
  /// - Parameter sha256: gives the SHA-256 of a text's UTF-8 in 64 hexadecimal digits.
  package init(
    after last: LedgerEntry?, campaign: ID<Campaign>, day: CalendarDate, content: String,
    sha256: (String) -> String
  ) {
    number = (last?.number ?? 0) + 1
    self.campaign = campaign
    self.day = day
    self.content = content
    previous = last?.hash ?? Self.beginning
    hash = sha256(
      Self.hashed(
        number: number, campaign: campaign, day: day, content: content, previous: previous))
  }

  /// Whether the entries follow one another from the first on, each with the hash that it should
  /// have.
  package static func isUnbroken(_ entries: [LedgerEntry], sha256: (String) -> String) -> Bool {
    var last: LedgerEntry?
    for entry in entries {
      let right = LedgerEntry(
        after: last, campaign: entry.campaign, day: entry.day, content: entry.content,
        sha256: sha256)
      guard entry == right else { return false }
      last = entry
    }
    return true
  }

  private static func hashed(
    number: Int, campaign: ID<Campaign>, day: CalendarDate, content: String, previous: String
  ) -> String {
    "\(previous)\n\(number)\n\(campaign)\n\(day)\n\(content)"
  }

  /// The entry as a file of the release that it is about.
  ///
  /// - Throws: what `JSON.document` throws.
  package func json() throws -> String {
    try JSON.document(
      .releaseLedgerEntry,
      [
        "number": .integer(number), "campaign": .string(campaign.description),
        "day": .string(day.description), "content": .string(content),
        "previous": .string(previous), "hash": .string(hash),
        "hashed": .string(
          "SHA-256 of previous, number, campaign, day and content, with a line feed between them"),
      ])
  }
}

/// Why nothing is published or exported beside what was before; says which campaign it is about,
/// never how many people.
package enum LedgerProblem: Problem, Error {
  /// Nearly the same people are in a campaign that was published or exported already.
  case nearlySamePeople(as: ID<Campaign>)
  /// Nearly all people of a group are in several campaigns that were published already.
  case leftByOthers([ID<Campaign>])
  /// An export of the same people on a day left empty what another number of people share.
  case otherMinimum(of: ID<Campaign>, on: CalendarDate, people: Int)
  /// People have taken their answers back since something was published about them.
  case leftSinceRelease
  /// A few people have come, gone or changed since an export on a day.
  case changedSinceExport(of: ID<Campaign>, on: CalendarDate)

  /// What is wrong, without a full stop.
  package var what: String {
    switch self {
    case .nearlySamePeople(let campaign):
      "nearly the same people are in the campaign '\(campaign)', which was given out already, so that "
        + "one less the other would show a few people by themselves"
    case .leftByOthers(let campaigns):
      "nearly all people of a group are in \(Self.names(campaigns)), which were given out already, so "
        + "that it less those would show a few people by themselves"
    case .otherMinimum(let campaign, let day, let people):
      "the responses of '\(campaign)' were exported on \(day) with groups of \(people) people; joined "
        + "by the answers, two exports with other groups would show rarer combinations"
    case .leftSinceRelease:
      "people have taken their answers back since something was published about them, so that what is "
        + "given out now less that would show what they answered"
    case .changedSinceExport(let campaign, let day):
      "a few responses were added, changed or taken back since '\(campaign)' was exported on \(day), so "
        + "that they would be known by themselves"
    }
  }

  /// How to mend it, without a full stop.
  package var mend: String {
    switch self {
    case .nearlySamePeople(let campaign):
      "give out what came late as a campaign of its own, without the people of '\(campaign)'"
    case .leftByOthers: "publish the whole or its parts, but not both"
    case .leftSinceRelease:
      "keep to what was published, which stands; an internal report has those who are left"
    case .otherMinimum(_, _, let people): "export with --min-group \(people)"
    case .changedSinceExport:
      "use what was given out then, or go on gathering and try again with more new responses"
    }
  }

  private static func names(_ campaigns: [ID<Campaign>]) -> String {
    campaigns.map { "'\($0)'" }.joined(separator: " and ")
  }
}
