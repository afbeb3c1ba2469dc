/// Made-up people who answer a campaign, with a structure that real ones could have.
///
/// Positions, degrees, places and sizes of libraries hang together, states come in proportion to
/// their population, and levels depend on role, experience, competency and person. The people come
/// one at a time, so that a million need no more memory than one. The same arguments give the same
/// people on every machine, and a larger campaign begins with the people of a smaller one. Their ids
/// begin with `Response.madeUpPrefix`; `WideTableText` writes them.
package struct DemoCampaign: Sequence, Sendable {
  let framework: Framework
  let background: BackgroundQuestions
  let people: Int
  let seed: UInt64

  /// Describes a campaign of so many people, at least 0.
  ///
  /// Fields and options that are not those of the background questions shipped with Waymark are
  /// chosen with equal chances. Where no position is mapped onto a role of the framework, roles are.
  package init(framework: Framework, background: BackgroundQuestions, people: Int, seed: UInt64) {
    precondition(people >= 0)
    self.framework = framework
    self.background = background
    self.people = people
    self.seed = seed
  }

  /// Makes up the people one after the other.
  package struct Iterator: IteratorProtocol {
    private var maker: DemoPersonMaker
    private var remaining: Int

    init(_ campaign: DemoCampaign) {
      maker = DemoPersonMaker(campaign)
      remaining = campaign.people
    }

    /// The next person, `nil` after the last.
    package mutating func next() -> Response? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      return maker.next()
    }
  }

  /// Starts again with the first person.
  package func makeIterator() -> Iterator { Iterator(self) }
}
