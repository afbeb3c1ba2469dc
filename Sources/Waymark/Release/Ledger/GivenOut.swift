package import WaymarkBasics

/// Everything that was given out about the people of a campaign: tables that were published, and
/// exports of their responses.
///
/// What was given out about another campaign of the very same people is part of it.
package struct GivenOut: Sendable {
  /// An export as the ledger and the store keep it.
  package struct Export: Sendable {
    /// The campaign that was exported.
    package let campaign: ID<Campaign>
    package let day: CalendarDate
    /// The entry of the ledger.
    package let record: ExportRecord
    package let rows: ExportedRows

    package init(
      campaign: ID<Campaign>, day: CalendarDate, record: ExportRecord, rows: ExportedRows
    ) {
      self.campaign = campaign
      self.day = day
      self.record = record
      self.rows = rows
    }
  }

  private let releases: [Release]
  private let exports: [Export]
  /// The people of now, sorted by all that tables were or are to be published by.
  private let people: Respondents
  /// The same people in the same order, not protected yet.
  private var responses: DeidentifiedResponses
  /// Where each person is in each export.
  private let matches: [ExportedRows.Match]
  private let members: [GroupKey: Int]

  /// Joins the parts.
  ///
  /// - Parameters:
  ///   - releases: in order.
  ///   - exports: in order, all of the documents of the campaign.
  ///   - people: the people of now, sorted at least by the tables of the releases.
  ///   - responses: the same people in the same order, before they are protected.
  ///   - members: how many members there are of a group, where a reader can know that.
  package init(
    releases: [Release], exports: [Export], people: Respondents,
    responses: DeidentifiedResponses, members: [GroupKey: Int]
  ) {
    self.releases = releases
    self.exports = exports
    self.people = people
    self.responses = responses
    self.members = members
    matches = exports.map { $0.rows.match(responses) }
  }

  // MARK: - What readers of exports know

  /// How many of the people exports show with each combination of answers to what the tables sort by.
  ///
  /// Empty when there was no export. Readers join exports by the answers to the statements, so that of
  /// each person they know what any export shows.
  package var exported: [GroupKey: Int] { exported(with: nil) }

  private func exported(with candidate: DeidentifiedResponses?) -> [GroupKey: Int] {
    guard candidate != nil || !exports.isEmpty else { return [:] }
    let layout = responses.layout
    let questions = people.groupings.map(layout.questions(telling:))
    func isTold(_ about: some RandomAccessCollection<UInt8>) -> [Bool] {
      questions.map { $0.contains { layout.isGiven($0, in: about) } }
    }
    let shown = exports.map { $0.rows.classes.map { isTold($0.about) } }
    let nothing = questions.map { _ in false }
    var counts: [[Int]: Int] = [:]
    for person in 0..<people.people {
      var isShown = candidate.map { isTold($0.about(person)) } ?? nothing
      for (match, classes) in zip(matches, shown) {
        guard let place = match.classes[person] else { continue }
        for grouping in questions.indices where classes[place][grouping] {
          isShown[grouping] = true
        }
      }
      let cell = zip(isShown, people.places(of: person)).map { $0 ? Int($1) : -1 }
      counts[cell, default: 0] += 1
    }
    return Dictionary(
      uniqueKeysWithValues: counts.map { cell, count in
        var categories: [String: String] = [:]
        for (grouping, place) in zip(people.groupings, cell) where place >= 0 {
          categories[grouping.id] = grouping.groups[place].id
        }
        return (GroupKey(categories), count)
      })
  }

  /// Refuses to give anything out about people of whom some have left since a release: who takes answers
  /// back leaves every later report, and what they answered must not follow from the difference.
  ///
  /// - Parameter people: how many there are now.
  /// - Throws: `leftSinceRelease`.
  static func checkNobodyLeft(
    _ releases: [Release], people: Int
  ) throws(LedgerProblem) {
    let published = releases.compactMap { $0.people(GroupKey([:])) }.max() ?? 0
    guard people >= published else { throw .leftSinceRelease }
  }

  /// Refuses tables where a few people came or went since an export: less what the export shows, they
  /// would be known by themselves.
  ///
  /// - Throws: `LedgerProblem`.
  package func check(_ release: Release) throws(LedgerProblem) {
    for (export, match) in zip(exports, matches) {
      let few = 1..<release.minimum
      let new = people.sizes { match.classes[$0] == nil }
      let isFew = new.contains { group, people in release.shows(group) && few.contains(people) }
      if isFew || few.contains(match.gone.reduce(0, +)) {
        throw .changedSinceExport(of: export.campaign, on: export.day)
      }
    }
  }

  // MARK: - Exports

  /// The responses as they can be given out beside all that was given out before.
  ///
  /// The same people are shown as the last export showed them. Otherwise a combination of answers is
  /// left that as many people share as the group has, taken together with what was exported before;
  /// and where tables were published, answers are left empty until their withheld numbers are proved to
  /// be as uncertain as they were: of those in withheld groups to all that the tables sort by, and of
  /// everybody to nothing of it, or to one question, whichever leaves more roles and then more of all, or
  /// to all of it.
  /// - Parameter questions: the answers about people that are kept, by their places, the role's 0, the most
  ///   important first; empty for all.
  /// - Returns: `nil` when there are fewer people than the group has.
  /// - Throws: `LedgerProblem` when it is refused, and `DisclosureProblem` when the tables themselves
  ///   cannot be proved.
  package func protected(
    _ group: MinimumGroup, keeping questions: [Int] = [], solver: ProgramSolver
  ) throws -> DeidentifiedResponses? {
    guard questions.isEmpty else {
      var chosen = self
      chosen.responses.keep(questions)
      return try chosen.protected(group, keeping: Set(questions), solver)
    }
    return try protected(group, keeping: nil, solver)
  }

  private func protected(
    _ group: MinimumGroup, keeping questions: Set<Int>?, _ solver: ProgramSolver
  ) throws -> DeidentifiedResponses? {
    try Self.checkNobodyLeft(releases, people: people.people)
    for export in exports where export.record.minimum != group.people {
      throw LedgerProblem.otherMinimum(
        of: export.campaign, on: export.day, people: export.record.minimum)
    }
    for (export, match) in zip(exports, matches).reversed() where match.isComplete {
      var same = responses
      same.show(match.classes.compactMap { $0.map { export.rows.classes[$0].about } })
      let answers = same.answersGiven
      let given = answers.indices.filter { answers[$0] > 0 }
      guard questions?.isSuperset(of: given) ?? true else {
        throw LedgerProblem.otherQuestions(of: export.campaign, on: export.day)
      }
      return same
    }
    let known = try known(group)
    var plain = responses
    guard plain.protect(group, known: known) else { return nil }
    if try releases.isEmpty || isProved(plain, solver) { return plain }
    return try besideReleases(group, known: known, solver)
  }

  /// The responses with as many answers about people as can be proved to leave withheld numbers
  /// uncertain, those to the role first, or to the question that was asked for first.
  private func besideReleases(
    _ group: MinimumGroup, known: [Int]?, _ solver: ProgramSolver
  ) throws -> DeidentifiedResponses {
    let asked = Set(people.groupings.map(responses.layout.questions(near:)))
    let all = asked.reduce(into: Set()) { $0.formUnion($1) }
    let sets = [[]] + asked.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    let candidates = sets.map { questions in
      var candidate = responses
      candidate.withhold(Set(questions))
      let isWithheld = isInWithheldGroup(withoutAnswersTo: Set(questions))
      candidate.leaveEmpty(all.subtracting(questions)) { isWithheld[$0] }
      return candidate
    }
    var best: (responses: DeidentifiedResponses, answers: [Int])?
    for candidate in candidates {
      var candidate = candidate
      _ = candidate.protect(group, known: known)
      let given = candidate.answersGiven
      // The role is what people of a campaign are told apart by first, unless another question was named so.
      let answers = [given[responses.foremost], given.reduce(0, +)]
      guard best?.answers.lexicographicallyPrecedes(answers) ?? true,
        try isProved(candidate, solver)
      else { continue }
      best = (candidate, answers)
    }
    if let best { return best.responses }
    var without = responses
    without.withhold(all)
    _ = without.protect(group, known: known)
    guard try isProved(without, solver) else { throw DisclosureProblem.unproved }
    return without
  }

  /// For each person a number that is equal for those whom earlier exports show alike; `nil` when there
  /// was none.
  private func known(_ group: MinimumGroup) throws(LedgerProblem) -> [Int]? {
    guard let last = exports.last else { return nil }
    for (export, match) in zip(exports, matches) where match.gone.contains(where: group.withholds) {
      throw .changedSinceExport(of: export.campaign, on: export.day)
    }
    var numbers: [[Int?]: Int] = [:]
    let known = (0..<people.people).map { person in
      let classes = matches.map { $0.classes[person] }
      let number = numbers[classes] ?? numbers.count
      numbers[classes] = number
      return number
    }
    var sizes = Array(repeating: 0, count: numbers.count)
    for number in known { sizes[number] += 1 }
    guard !sizes.contains(where: group.withholds) else {
      throw .changedSinceExport(of: last.campaign, on: last.day)
    }
    return known
  }

  /// Whether the numbers that releases withhold stay uncertain to readers of an export, too.
  private func isProved(
    _ candidate: DeidentifiedResponses, _ solver: ProgramSolver
  ) throws -> Bool {
    do {
      _ = try Release.proved(
        dimensions: try people.groupings.map { try $0.dimension(among: people.groupings) },
        counts: people.allTables, minimum: .standard, earlier: releases, members: members,
        exported: exported(with: candidate), solver: solver)
      return true
    } catch DisclosureProblem.tooNarrow, DisclosureProblem.knownToInsider,
      DisclosureProblem.tooManyCombinations, DisclosureProblem.unproved
    {
      return false
    }
  }

  /// For each person whether any group that they are in is withheld; groups that some questions tell
  /// are left out.
  private func isInWithheldGroup(withoutAnswersTo questions: Set<Int>) -> [Bool] {
    let told = Set(
      people.groupings.filter {
        responses.layout.questions(near: $0).isDisjoint(with: questions)
      }.map(\.id))
    var cells: [ArraySlice<UInt8>: Bool] = [:]
    return (0..<people.people).map { person in
      let cell = people.places(of: person)
      if let known = cells[cell] { return known }
      let isWithheld = people.groups(at: cell).contains { group in
        group.categories.keys.allSatisfy(told.contains)
          && releases.contains { $0.speaks(of: group) && !$0.shows(group) }
      }
      cells[cell] = isWithheld
      return isWithheld
    }
  }
}

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
  /// An export of the same people on a day shows answers about them that are to be left out now.
  case otherQuestions(of: ID<Campaign>, on: CalendarDate)
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
    case .otherQuestions(let campaign, let day):
      "the responses of '\(campaign)' were exported on \(day) with other answers about people; joined by "
        + "the answers, two exports would show rarer combinations"
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
    case .otherQuestions: "export without --keep, which writes the same as then"
    case .changedSinceExport:
      "use what was given out then, or go on gathering and try again with more new responses"
    }
  }

  private static func names(_ campaigns: [ID<Campaign>]) -> String {
    campaigns.map { "'\($0)'" }.joined(separator: " and ")
  }
}
