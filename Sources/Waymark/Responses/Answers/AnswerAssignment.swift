package import WaymarkBasics

/// One answer as it is given on the command line: `advocacy.decisions=3`.
package struct AnswerAssignment: Equatable, Sendable {
  package let competency: CompetencyID
  /// The answer; `nil` for `.`, not asked.
  package let answer: Answer?

  package init(competency: CompetencyID, answer: Answer?) {
    self.competency = competency
    self.answer = answer
  }

  /// Reads texts of the form `ID=N`, where N is what a file of answers has for a level.
  ///
  /// - Parameters:
  ///   - texts: the texts in the order given.
  ///   - framework: the framework that is answered.
  ///   - option: the option as the person wrote it, to name the place of a problem.
  /// - Throws: everything that is wrong with them; no competency may be answered twice.
  package static func parse(
    _ texts: [String], framework: Framework, option: String = "--set"
  ) throws(Findings<AnswersProblem>) -> [AnswerAssignment] {
    var problems = BoundedFindings<AnswersProblem>(file: option)
    var seen: Set<CompetencyID> = []
    var assignments: [AnswerAssignment] = []
    for text in texts {
      guard let sign = text.firstIndex(of: "=") else {
        problems.add(.notAnAssignment(text))
        continue
      }
      let name = String(text[..<sign])
      guard let id = CompetencyID(name), framework.competency(id) != nil else {
        problems.add(.unknownCompetency(.competency(name, of: framework)))
        continue
      }
      if !seen.insert(id).inserted { problems.add(.repeatedCompetency(id, line: nil)) }
      do throws(AnswerWordProblem) {
        let word = String(text[text.index(after: sign)...])
        let answer = try Answer.read(cell: word, scale: framework.scale)
        assignments.append(AnswerAssignment(competency: id, answer: answer))
      } catch {
        problems.add(.answer(error, id))
      }
    }
    if let findings = problems.findings { throw findings }
    return assignments
  }
}

/// What a person wrote into a file of answers instead of answering question by question.
package struct PersonalAnswers: Equatable, Sendable {
  /// The answers; a competency that is absent was not asked.
  package let answers: [CompetencyID: Answer]
  /// The notes beside them.
  package let notes: [CompetencyID: String]
  /// What matters most; the top of all is part of what is picked.
  package let importance: Assessment.Importance

  package init(
    answers: [CompetencyID: Answer], notes: [CompetencyID: String] = [:],
    importance: Assessment.Importance = Assessment.Importance()
  ) {
    self.answers = answers
    self.notes = notes
    self.importance = importance
  }
}
