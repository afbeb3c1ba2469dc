/// Made-up people who answer a campaign, with a structure that real ones could have.
///
/// Positions, degrees, places and sizes of libraries hang together, states come in proportion to
/// their population, and levels depend on role, experience, competency and person. The people come
/// one at a time, so that a million need no more memory than one. The same arguments give the same
/// people on every machine, and a larger campaign begins with the people of a smaller one.
public struct DemoCampaign: Sequence, Sendable {
  /// What the id of every made-up respondent begins with, so that it can be told from a real one
  /// in any file.
  public static let idPrefix = "made-up-"

  let framework: Framework
  let background: BackgroundQuestions
  let people: Int
  let seed: UInt64

  /// Describes a campaign of so many people, at least 0.
  ///
  /// Fields and options that are not those of the background questions shipped with Waymark are
  /// chosen with equal chances. Where no position is mapped onto a role of the framework, roles are.
  public init(framework: Framework, background: BackgroundQuestions, people: Int, seed: UInt64) {
    precondition(people >= 0)
    self.framework = framework
    self.background = background
    self.people = people
    self.seed = seed
  }

  /// Makes up the people one after the other.
  public struct Iterator: IteratorProtocol {
    private var maker: DemoPersonMaker
    private var remaining: Int

    init(_ campaign: DemoCampaign) {
      maker = DemoPersonMaker(campaign)
      remaining = campaign.people
    }

    /// The next person, `nil` after the last.
    public mutating func next() -> DemoPerson? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      return maker.next()
    }
  }

  /// Starts again with the first person.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// The first line of the wide CSV: `respondent_id`, `role`, the background fields, and a column
  /// per competency.
  public var headerLine: String {
    CSV.line(
      (["respondent_id", "role"] + background.fields.map(\.id.description)
        + framework.competencies.map(\.id.description)).map(CSV.Cell.text))
  }

  /// A person's line of the wide CSV.
  ///
  /// Levels are digits, `na` not part of my work, `unsure` can't judge, empty skipped, `.` not
  /// asked; several options of one field are joined by `;`.
  public func line(_ person: DemoPerson) -> String {
    var text = person.id + "," + (person.role?.description ?? "")
    // Ids and words of answers hold nothing that needs quotes in a CSV.
    for options in person.background {
      text += "," + options.map(\.description).joined(separator: ";")
    }
    for position in person.sheet.codes.indices {
      text += ","
      text += person.sheet[position]?.word ?? "."
    }
    return text + "\r\n"
  }
}
