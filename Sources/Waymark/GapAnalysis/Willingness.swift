/// How many people of each group said that they are willing to serve.
public struct Willingness: Hashable, Sendable {
  /// One group, or everybody.
  public struct Row: Hashable, Sendable {
    /// The question that the people were sorted by; `nil` for everybody.
    public let by: String?
    /// The group as people read it.
    public let group: String
    /// How many people are in it; withheld when they are too few, with all the rest.
    public let people: Figure<Int>
    /// How many of them are willing, for each of the questions.
    public let willing: [Figure<Int>]
  }

  /// The questions about service, as people read them.
  public let questions: [String]
  /// Everybody, then the groups of each grouping in order; a group of nobody is left out.
  public let rows: [Row]

  /// Sets those who are willing beside the groups of a report; `nil` where nobody said so.
  public init?(_ tally: WillingnessTally, counts: GroupedCounts, minimumGroup: MinimumGroup) {
    guard !tally.isEmpty else { return nil }
    func row(_ by: String?, _ group: String, _ people: Int, _ willing: [Int]) -> Row {
      let isWithheld = minimumGroup.withholds(people)
      return Row(
        by: by, group: group, people: isWithheld ? .none(.withheld) : .value(people),
        willing: willing.map { isWithheld ? .none(.withheld) : .value($0) })
    }
    questions = tally.questions
    var rows = [row(nil, "Everybody", counts.overall.respondents, tally.overall)]
    for (place, (grouping, groups)) in zip(counts.groupings, counts.groups).enumerated() {
      for (group, counts) in groups.enumerated() where counts.respondents > 0 {
        rows.append(
          row(
            grouping.title, grouping.groups[group].label, counts.respondents,
            tally.groups[place][group]))
      }
    }
    self.rows = rows
  }
}

/// Counts those who are willing to serve, response by response.
public struct WillingnessTally: Sendable {
  /// The questions about service, as people read them.
  let questions: [String]
  /// How many are willing, for each question.
  private(set) var overall: [Int]
  /// The same for each group of each grouping.
  private(set) var groups: [[[Int]]]
  /// Where the answers stand on a background sheet, counted from 0, with the code for being willing.
  let codes: [(position: Int, code: UInt8)]

  private let groupings: [Grouping]

  /// Counts nobody yet.
  public init(_ background: BackgroundQuestions, groupings: [Grouping]) {
    let fields = background.fields.filter { $0.subject == .service && $0.choice == .one }
    questions = fields.map(\.question.original)
    codes = fields.compactMap { field in
      BackgroundSheet.place(of: field.id, in: background).map { ($0, BackgroundSheet.firstOption) }
    }
    self.groupings = groupings
    overall = fields.map { _ in 0 }
    groups = groupings.map { grouping in grouping.groups.map { _ in fields.map { _ in 0 } } }
  }

  /// Whether no question is about service, or nobody is willing.
  public var isEmpty: Bool { overall.allSatisfy { $0 == 0 } }

  /// Counts a response.
  ///
  /// - Parameters:
  ///   - role: the place of the role in the framework; `nil` without one.
  ///   - background: the codes of a `BackgroundSheet`.
  public mutating func add(role: Int?, background: UnsafeRawBufferPointer) {
    var isAny = false
    for code in codes where background[code.position] == code.code { isAny = true }
    guard isAny else { return }
    let willing = codes.indices.filter { background[codes[$0].position] == codes[$0].code }
    for question in willing { overall[question] += 1 }
    for (place, grouping) in groupings.enumerated() {
      let last = grouping.groups.count - 1
      let group =
        grouping.code.map { Int($0.groups[Int(background[$0.position] & 0x7F)]) } ?? role ?? last
      for question in willing { groups[place][min(group, last)][question] += 1 }
    }
  }

  /// Adds those of another part of the campaign, counted by the same questions and groupings.
  public static func += (left: inout WillingnessTally, right: WillingnessTally) {
    for question in left.overall.indices { left.overall[question] += right.overall[question] }
    for (place, groups) in right.groups.enumerated() {
      for (group, counts) in groups.enumerated() {
        for question in counts.indices { left.groups[place][group][question] += counts[question] }
      }
    }
  }
}
