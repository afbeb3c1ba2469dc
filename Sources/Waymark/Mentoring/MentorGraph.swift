import WaymarkBasics

/// Who could mentor whom, looked up by the competencies that are taught.
///
/// Cards stand in the order of their ids, so that nothing depends on the order in which they came.
struct MentorGraph {
  /// A card with what is compared about it, as numbers.
  struct Person {
    let card: MentoringCard
    /// The positions of what is taught and sought, in order.
    let taught: [Int]
    let sought: [Int]
    /// Equal for contacts that name the same person.
    let contact: Int
    /// A bit for each language of all cards.
    let languages: [UInt64]
    let region: Int?
    /// A number that the id alone gives.
    let lot: UInt64

    func isSomeoneElse(than other: Person) -> Bool {
      card.id != other.card.id && contact != other.contact
    }

    func speaks(with other: Person) -> Bool {
      for (mine, theirs) in zip(languages, other.languages) where mine & theirs != 0 {
        return true
      }
      return false
    }

    func isSameRegion(as other: Person) -> Bool { region != nil && region == other.region }

    /// Whether this person teaches something that the other seeks.
    func teaches(_ other: Person) -> Bool {
      guard !taught.isEmpty, !other.sought.isEmpty else { return false }
      return taught.contains { other.sought.contains($0) }
    }

    /// What this person teaches and the other seeks.
    func common(with other: Person) -> [Int] { taught.filter { other.sought.contains($0) } }
  }

  /// A possible pair.
  struct Edge: Hashable {
    /// The place of the mentor among the mentors.
    let mentor: Int
    /// The place of the seeker among the seekers.
    let seeker: Int
    let weight: Int
    /// What decides between pairs that are equal otherwise, 1 to 2^20.
    let lot: Int
  }

  /// Those who teach something, by id.
  let mentors: [Person]
  /// How many each mentor may have.
  let capacities: [Int]
  /// Those who seek something, by id.
  let seekers: [Person]
  private let needsSameRegion: Bool
  /// For each position of the framework those who teach it.
  private let teachers: [[Int]]

  init(_ cards: [MentoringCard], framework: Framework, options: MentorPairs.Options) {
    var numbers = Numbers()
    let people = cards.sorted { $0.name < $1.name }.map { numbers.person($0, framework) }
    let words = numbers.languageWords
    let padded = people.map { $0.padded(to: words) }
    mentors = padded.filter { !$0.taught.isEmpty }
    seekers = padded.filter { !$0.sought.isEmpty }
    capacities = mentors.map { max(0, min($0.card.mentees, options.menteeLimit ?? .max)) }
    needsSameRegion = options.needsSameRegion
    var teachers = Array(repeating: [Int](), count: framework.competencies.count)
    for (place, mentor) in mentors.enumerated() {
      for position in mentor.taught { teachers[position].append(place) }
    }
    self.teachers = teachers
  }

  /// Goes through everybody who teaches something that a seeker seeks, with how much of it.
  ///
  /// - Parameter counts: a 0 for each mentor, and so again afterwards.
  private func forEachTeacher(
    of seeker: Person, _ counts: inout [Int], _ body: (_ mentor: Int, _ common: Int) -> Void
  ) {
    var met: [Int] = []
    for position in seeker.sought {
      for mentor in teachers[position] {
        if counts[mentor] == 0 { met.append(mentor) }
        counts[mentor] += 1
      }
    }
    for mentor in met {
      if mentors[mentor].isSomeoneElse(than: seeker) { body(mentor, counts[mentor]) }
      counts[mentor] = 0
    }
  }

  private func isPossible(_ mentor: Person, _ seeker: Person) -> Bool {
    mentor.speaks(with: seeker) && (!needsSameRegion || mentor.isSameRegion(as: seeker))
  }

  /// The possible pairs whose weight promises more than the prices of both people, at most so many
  /// for each seeker: those that promise most, by lot where they promise the same.
  ///
  /// - Parameters:
  ///   - scale: The value of a unit of weight; each pair is worth one more.
  ///   - mentorPrices: What one place with each mentor costs.
  ///   - seekerPrices: What each seeker costs.
  func promising(
    atMost limit: Int, scale: Int, mentorPrices: [Int], seekerPrices: [Int]
  ) -> [Edge] {
    var counts = [Int](repeating: 0, count: mentors.count)
    var edges: [Edge] = []
    for (place, seeker) in seekers.enumerated() {
      var best = BestEdges(limit: limit)
      forEachTeacher(of: seeker, &counts) { mentor, common in
        guard capacities[mentor] > 0 else { return }
        let other = mentors[mentor]
        func gain(_ weight: Int) -> Int {
          weight * scale + 1 - mentorPrices[mentor] - seekerPrices[place]
        }
        let most = MentorPairs.weight(competencies: common, isSameRegion: true, isMutual: true)
        guard gain(most) > max(0, best.least - 1), isPossible(other, seeker) else { return }
        let weight = MentorPairs.weight(
          competencies: common, isSameRegion: other.isSameRegion(as: seeker),
          isMutual: seeker.teaches(other))
        guard gain(weight) > 0 else { return }
        best.add(
          Edge(
            mentor: mentor, seeker: place, weight: weight,
            lot: Int(SplitMix64.mixed(other.lot &* 3 &+ seeker.lot) >> 44) + 1),
          gain: gain(weight))
      }
      edges += best.edges
    }
    return edges
  }

  /// Why somebody has no mentor, when nobody who fits has room.
  func reason(_ place: Int) -> MentorPairs.Unmatched.Reason {
    let seeker = seekers[place]
    var counts = [Int](repeating: 0, count: mentors.count)
    var (teaches, speaks, isThere) = (false, false, false)
    forEachTeacher(of: seeker, &counts) { mentor, _ in
      teaches = true
      guard mentors[mentor].speaks(with: seeker) else { return }
      speaks = true
      if mentors[mentor].isSameRegion(as: seeker) { isThere = true }
    }
    if !teaches { return .nobodyTeaches }
    if !speaks { return .noCommonLanguage }
    guard needsSameRegion else { return .mentorsFull }
    if seeker.region == nil { return .noRegionGiven }
    return isThere ? .mentorsFull : .nobodyInRegion
  }

  /// Gives equal things equal numbers.
  private struct Numbers {
    private var contacts: [String: Int] = [:]
    private var languages: [LanguageTag: Int] = [:]
    private var regions: [String: Int] = [:]

    var languageWords: Int { languages.count / 64 + 1 }

    mutating func person(_ card: MentoringCard, _ framework: Framework) -> Person {
      var bits: [UInt64] = []
      for tag in card.languages {
        let number = Self.number(tag.primary, &languages)
        while bits.count <= number / 64 { bits.append(0) }
        bits[number / 64] |= 1 << UInt64(number % 64)
      }
      var hash = FNV1a()
      hash.add(card.name)
      return Person(
        card: card, taught: card.teaches.compactMap(framework.position).sorted(),
        sought: card.seeks.compactMap(framework.position).sorted(),
        contact: Self.number(card.contact.folded, &contacts), languages: bits,
        region: card.region.map { Self.number($0.folded, &regions) }, lot: hash.value)
    }

    private static func number<Key>(_ key: Key, _ numbers: inout [Key: Int]) -> Int {
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return number
    }
  }
}

extension MentorGraph.Person {
  /// The same person with as many words of languages as everybody has.
  fileprivate func padded(to words: Int) -> Self {
    Self(
      card: card, taught: taught, sought: sought, contact: contact,
      languages: languages + Array(repeating: 0, count: max(0, words - languages.count)),
      region: region, lot: lot)
  }
}

/// The edges of one seeker that promise most.
private struct BestEdges {
  private let limit: Int
  private var ranked: [(gain: Int, edge: MentorGraph.Edge)] = []

  init(limit: Int) { self.limit = limit }

  var edges: [MentorGraph.Edge] { ranked.map(\.edge) }

  /// What an edge must promise at least to be one of them.
  var least: Int { ranked.count < limit ? 0 : ranked.last?.gain ?? 0 }

  mutating func add(_ edge: MentorGraph.Edge, gain: Int) {
    func isBetter(than other: (gain: Int, edge: MentorGraph.Edge)) -> Bool {
      (gain, edge.lot, other.edge.mentor) > (other.gain, other.edge.lot, edge.mentor)
    }
    if ranked.count >= limit {
      guard let last = ranked.last, isBetter(than: last) else { return }
      ranked.removeLast()
    }
    var (low, high) = (0, ranked.count)
    while low < high {
      let middle = (low + high) / 2
      if isBetter(than: ranked[middle]) { high = middle } else { low = middle + 1 }
    }
    ranked.insert((gain, edge), at: low)
  }
}
