import WaymarkBasics

/// Counts those who are willing to serve, response by response.
package struct WillingnessTally: Sendable {
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
  package init(_ background: BackgroundQuestions, groupings: [Grouping]) {
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
  package var isEmpty: Bool { overall.allSatisfy { $0 == 0 } }

  /// Counts a response.
  ///
  /// - Parameters:
  ///   - role: the place of the role in the framework; `nil` without one.
  ///   - background: the codes of a `BackgroundSheet`.
  package mutating func add(role: Int?, background: UnsafeRawBufferPointer) {
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
  package static func += (left: inout WillingnessTally, right: WillingnessTally) {
    for question in left.overall.indices { left.overall[question] += right.overall[question] }
    for (place, groups) in right.groups.enumerated() {
      for (group, counts) in groups.enumerated() {
        for question in counts.indices { left.groups[place][group][question] += counts[question] }
      }
    }
  }
}
