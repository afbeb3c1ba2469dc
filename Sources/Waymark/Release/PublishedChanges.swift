package import WaymarkBasics

/// What an earlier release published of everybody who answered, as its `report.json` says it.
package struct EarlierRelease: Hashable, Sendable {
  /// What it said of one statement.
  struct Said: Hashable, Sendable {
    /// The share below usual in whole per cent.
    let below: Int
    /// Its 95 % interval in whole per cent; `nil` where it does not say.
    let interval: ClosedRange<Int>?
  }

  /// The campaign's id.
  package let campaign: String
  /// The campaign's title.
  package let title: String
  /// The day of its publication.
  package let day: CalendarDate
  /// What it said of each statement with a share that is neither withheld nor bounded, by id.
  let statements: [String: Said]

  /// Reads a release that a campaign can be compared with.
  ///
  /// - Parameters:
  ///   - campaign: what it is compared with.
  ///   - published: the day on which that was published first; `nil` where it was not.
  /// - Throws: `EarlierReleaseProblem`, the first that there is.
  package init(
    _ bytes: [UInt8], comparedWith campaign: Campaign, publishedOn published: CalendarDate? = nil
  ) throws(EarlierReleaseProblem) {
    let document: JSONTree
    do throws(JSONFault.Placed) {
      document = try JSONScanner.tree(of: bytes)
    } catch {
      throw .noRelease
    }
    guard document["kind"]?.text == JSON.Kind.publishedGapReport.rawValue,
      let title = document["title"]?.text, let id = document["campaign"]?.text,
      let isMadeUp = document["madeUp"]?.truth, let framework = document["framework"],
      case .list(let statements)? = document["competencies"]?.content
    else { throw .noRelease }
    guard let day = document["published"]?.text.flatMap({ CalendarDate($0) }) else {
      throw .isPreview
    }
    guard id != campaign.id.description else { throw .sameCampaign }
    guard isMadeUp == campaign.isMadeUp else { throw .madeUpBesideReal }
    guard framework["sha256"]?.text == campaign.framework.sha256 else { throw .askedOtherwise }
    if let published, day > published { throw .isLater }
    self.campaign = id
    self.title = title
    self.day = day
    self.statements = Dictionary(
      statements.compactMap { statement in
        guard let id = statement["id"]?.text, let below = statement["below"]?.wholeNumber,
          (0...100).contains(below)
        else { return nil }
        return (id, Said(below: below, interval: Self.interval(statement["interval"])))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// An interval of whole per cent; `nil` for every other value.
  private static func interval(_ value: JSONTree?) -> ClosedRange<Int>? {
    guard case .list(let ends)? = value?.content, ends.count == 2,
      let low = ends[0].wholeNumber, let high = ends[1].wholeNumber, low >= 0, low <= high,
      high <= 100
    else { return nil }
    return low...high
  }
}

/// Why a release cannot be compared with.
package enum EarlierReleaseProblem: Problem, Error {
  /// It is no `report.json` of a release.
  case noRelease
  /// It was looked at before, and not published.
  case isPreview
  /// It is of the very campaign.
  case sameCampaign
  /// Made-up people are in one of them alone.
  case madeUpBesideReal
  /// It asked other statements, or the same in other words.
  case askedOtherwise
  /// It was published after what it is compared with.
  case isLater

  /// What is wrong.
  package var what: String {
    switch self {
    case .noRelease: "is no report.json of a release"
    case .isPreview: "is a preview that was not published"
    case .sameCampaign: "is a release of this very campaign"
    case .madeUpBesideReal: "made-up people are in one of the two alone"
    case .askedOtherwise: "asked other statements, or the same in other words"
    case .isLater: "was published later than this campaign"
    }
  }

  /// How to mend it, in one short sentence.
  package var mend: String {
    switch self {
    case .noRelease, .isPreview: "name the folder that `waymark report --publish` wrote"
    case .sameCampaign, .madeUpBesideReal, .isLater: "name the release of an earlier campaign"
    case .askedOtherwise:
      "compare the campaigns with `waymark report --compare`, not for publication"
    }
  }
}

/// What changed since an earlier release, worked out of what the two publish alone: whoever has both could
/// do the same, so that it exposes nobody more than they do.
package struct PublishedChanges: Hashable, Sendable {
  /// One statement of which both releases show a share that is not bounded.
  package struct Row: Hashable, Sendable {
    package let statement: PublishedReport.Subject
    /// The share below usual of the earlier release in whole per cent.
    package let earlier: Int
    /// That of the later one.
    package let later: Int
    /// The later share less the earlier, from -1 to 1, with Newcombe's interval; `nil` where either has
    /// no interval.
    package let change: Change?
    /// The chance of so large a change where nothing changed, all statements tested together, 0 to 1;
    /// `nil` where it cannot be tested.
    package let chance: Double?

    /// Whether that is less than chance explains.
    package var isBeyondChance: Bool { chance.map { $0 < Holm.limit } ?? false }
  }

  /// What it is compared with.
  package let earlier: EarlierRelease
  /// The statements, what chance explains least first; ties and what cannot be tested in their order.
  package let rows: [Row]

  /// Compares the shares of everybody.
  ///
  /// What a share may err by is taken from its published interval, half its width as 1.96 standard errors,
  /// so that the test, of the difference of two shares with Holm's correction, is one that readers can check.
  package init(_ report: PublishedReport, since earlier: EarlierRelease) {
    self.earlier = earlier
    let found = zip(report.competencies, report.overall).compactMap { statement, said -> Row? in
      guard case .percent(let now) = said.figures.below,
        let before = earlier.statements[statement.id]
      else { return nil }
      guard let first = before.interval, let second = said.interval else {
        return Row(
          statement: statement, earlier: before.below, later: now, change: nil, chance: nil)
      }
      let change = Change.ofShares(
        earlier: (Double(before.below) / 100, within: first.shares),
        later: (Double(now) / 100, within: second.shares))
      let errors = [first, second].map {
        ($0.shares.upperBound - $0.shares.lowerBound) / 2 / StandardNormal.twoSided95
      }
      let error = errors.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return Row(
        statement: statement, earlier: before.below, later: now, change: change,
        chance: error > 0
          ? min(1, 2 * StandardNormal.cumulative(-abs(change.difference) / error)) : nil)
    }
    let tested = found.indices.filter { found[$0].chance != nil }
    let adjusted = Dictionary(
      uniqueKeysWithValues: zip(tested, Holm.adjusted(tested.compactMap { found[$0].chance })))
    rows = found.indices.sorted { left, right in
      (adjusted[left] ?? 2, found[left].chance ?? 2, left)
        < (adjusted[right] ?? 2, found[right].chance ?? 2, right)
    }.map { place in
      let row = found[place]
      return Row(
        statement: row.statement, earlier: row.earlier, later: row.later, change: row.change,
        chance: adjusted[place])
    }
  }
}

extension ClosedRange<Int> {
  /// An interval in whole per cent as shares, 0 to 1.
  fileprivate var shares: ClosedRange<Double> {
    Double(lowerBound) / 100...Double(upperBound) / 100
  }
}
