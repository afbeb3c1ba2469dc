/// Where the answers about a person stand in a row of a de-identified response.
///
/// The role takes the first character, then come those of the background sheet, question after
/// question.
struct AboutLayout: Hashable, Sendable {
  /// For each question where its characters are; the role comes first.
  let questions: [Range<Int>]
  /// The place among the questions of the position at work, which says much of the role.
  private let position: Int?

  init(_ background: BackgroundQuestions) {
    var ranges = [0..<1]
    for field in background.fields {
      let place = ranges.last?.upperBound ?? 0
      ranges.append(place..<place + (field.choice == .one ? 1 : field.options.count))
    }
    questions = ranges
    let positions = Set(background.positionRoles.map(\.position))
    position = background.fields.firstIndex { field in
      field.options.contains { positions.contains($0.id) }
    }.map { $0 + 1 }
  }

  /// How many characters there are.
  var width: Int { questions.last?.upperBound ?? 0 }

  /// The question that a grouping sorts by.
  private func question(of grouping: Grouping) -> Int {
    guard let position = grouping.code?.position else { return 0 }
    return questions.firstIndex { $0.contains(position + 1) } ?? 0
  }

  /// The questions whose answers tell the group that people are in: the role follows from the
  /// position, too.
  func questions(telling grouping: Grouping) -> Set<Int> {
    let own = question(of: grouping)
    guard own == 0, let position else { return [own] }
    return [own, position]
  }

  /// The questions whose answers tell much of the group that people are in: a role does of the
  /// position, too.
  func questions(near grouping: Grouping) -> Set<Int> {
    let own = question(of: grouping)
    guard let position, [0, position].contains(own) else { return [own] }
    return [0, position]
  }

  /// Whether an answer to a question stands in the characters.
  func isGiven(_ question: Int, in about: some RandomAccessCollection<UInt8>) -> Bool {
    let range = questions[question]
    return about.dropFirst(range.lowerBound).prefix(range.count)
      .contains { $0 != BackgroundSheet.noAnswer }
  }
}
