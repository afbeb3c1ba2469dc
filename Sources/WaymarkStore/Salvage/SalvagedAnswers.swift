/// Puts together what rows say of answers.
struct SalvagedAnswers {
  private struct Subject: Hashable {
    let assessment: Int
    let subject: String
  }

  private enum Kind: Hashable, CaseIterable {
    case level, pick, importance, note, options, number
  }

  private var parts: [Kind: [Subject: SalvagedPart]] = [:]

  /// Adds what a row says.
  ///
  /// - Parameter table: the table that it stands in, where that is known.
  mutating func add(_ part: SalvagedPart, from table: String?) {
    let kind = Self.kind(of: part, in: table)
    let subject = Subject(assessment: part.assessment, subject: part.subject)
    // An answer in the place of an earlier one has a higher number.
    if let other = parts[kind]?[subject], other.row >= part.row { return }
    parts[kind, default: [:]][subject] = part
  }

  /// The answers, those that were given first before others, then what has no answer.
  var answers: [SalvagedAnswer] {
    var answers: [SalvagedAnswer] = []
    var places: [Subject: Int] = [:]
    for kind in Kind.allCases {
      for (subject, part) in (parts[kind] ?? [:]).sorted(by: { $0.value.row < $1.value.row }) {
        guard kind != .number || places[subject] != nil else { continue }
        let place = places[subject] ?? answers.count
        if place == answers.count {
          answers.append(
            SalvagedAnswer(assessment: subject.assessment, subject: subject.subject))
          places[subject] = place
        }
        set(part.content, kind, in: &answers[place])
      }
    }
    return answers
  }

  private func set(_ content: SalvagedPart.Content, _ kind: Kind, in answer: inout SalvagedAnswer) {
    switch content {
    case .level(let word): answer.level = word
    case .note(let text): answer.note = text
    case .options(let text): if kind == .note { answer.note = text } else { answer.options = text }
    case .number(let number):
      if kind == .pick || kind == .number && arePicks { answer.pick = number }
      if kind == .importance || kind == .number && !arePicks { answer.importance = number }
    }
  }

  /// Whether numbers of a table that is not known are places among those picked: there are at most
  /// three places, and importance is rated from 1 to 5.
  private var arePicks: Bool {
    parts[.number]?.values.contains { $0.content == .number(4) || $0.content == .number(5) }
      != true
  }

  /// The table only settles what shape alone does not: a page may stand where another one should, and
  /// what is on it is said all the same.
  private static func kind(of part: SalvagedPart, in table: String?) -> Kind {
    switch (part.content, table) {
    case (.level, _): .level
    case (.note, _), (.options, "note"): .note
    case (.options, _): .options
    case (.number(0...3), "pick"): .pick
    case (.number(1...5), "importance_rating"): .importance
    case (.number, _): .number
    }
  }
}

/// What could still be read from a damaged store about one competency or one background question.
package struct SalvagedAnswer: Equatable, Sendable {
  /// The assessment it belongs to, as the store names it.
  package let assessment: Int
  /// The competency or the background question, as it was stored.
  package let subject: String
  /// The answer's word, as it was stored; `nil` when there is none that could be read.
  package var level: String?
  /// Its place among those picked as important, 1 to 3, or 0 without a place.
  package var pick: Int?
  /// How important it was rated, 1 to 5.
  package var importance: Int?
  /// The answer to a background question, a JSON list of options.
  package var options: String?
  /// The note beside it.
  package var note: String?

  init(assessment: Int, subject: String) {
    (self.assessment, self.subject) = (assessment, subject)
  }
}
