import WaymarkBasics

/// What is wrong with the answers that a person gives in a file or as `ID=N`.
package enum AnswersProblem: Problem {
  /// The columns or the length of a row.
  case shape(TableProblem)
  /// A competency that the framework does not have.
  case unknownCompetency(UnknownName)
  /// A competency that was answered before, on this line of a file.
  case repeatedCompetency(CompetencyID, line: Int?)
  /// A level that is no answer.
  case answer(AnswerWordProblem, CompetencyID)
  /// A word for importance that is none.
  case notImportance(String, CompetencyID)
  /// A rank among the top that another line has.
  case repeatedRank(Int, line: Int)
  /// A rank that is missing although a later one is given.
  case missingRank(Int)
  /// More picks in an area than may be.
  case tooManyPicks(AreaID, count: Int)
  /// A note of more characters than may be.
  case noteTooLong(Int, CompetencyID)
  /// A note or a pick beside `.`, which says that nothing was asked.
  case nothingAsked(CompetencyID)
  /// A text that is not `ID=N`.
  case notAnAssignment(String)

  /// What is wrong.
  package var what: String {
    switch self {
    case .shape(let problem): problem.what
    case .unknownCompetency(let unknown): unknown.what
    case .repeatedCompetency(let id, let line?): "'\(id)' is already answered on line \(line)"
    case .repeatedCompetency(let id, nil): "'\(id)' is answered twice"
    case .answer(let problem, let id): "\(id): \(problem.what)"
    case .notImportance(let word, let id): "\(id): \(word.excerpt) does not say how important it is"
    case .repeatedRank(let rank, let line): "number \(rank) of the top is already on line \(line)"
    case .missingRank(let rank): "the top has no number \(rank)"
    case .tooManyPicks(let area, let count): "\(count) statements of area \(area) are important"
    case .noteTooLong(let count, let id): "\(id): the note has \(count) characters"
    case .nothingAsked(let id):
      "\(id): '.' says that nothing was asked, but more is written beside it"
    case .notAnAssignment(let text): "\(text.excerpt) does not set an answer"
    }
  }

  /// How to mend it.
  package var mend: String {
    switch self {
    case .shape(let problem): problem.mend
    case .unknownCompetency(let unknown): unknown.mend
    case .repeatedCompetency: "keep one of the two"
    case .answer(let problem, _): problem.mend
    case .notImportance:
      "write 'yes', or 1, 2 or 3 for the top \(Assessment.Importance.topLimit), or leave it empty"
    case .repeatedRank: "give every number once"
    case .missingRank: "count from 1"
    case .tooManyPicks: "leave the \(Assessment.Importance.areaLimit) that matter most"
    case .noteTooLong: "cut it to \(Assessment.noteLimit)"
    case .nothingAsked: "give a level, or leave the rest empty"
    case .notAnAssignment: "write ID=N, such as advocacy.decisions=3"
    }
  }
}

/// What is wrong with the word that stands for an answer.
package enum AnswerWordProblem: Problem, Error {
  /// A word that statistics programs write for a missing value and people for "not applicable".
  case ambiguous(String)
  /// No word for an answer, on a scale of so many levels; `near` is what was probably meant.
  case notAnAnswer(String, levels: Int, near: String?)

  /// What is wrong.
  package var what: String {
    switch self {
    case .ambiguous(let word):
      "\(word.excerpt) can mean two things: that the answer is missing, or that this is not part of"
        + " the person's work"
    case .notAnAnswer(let word, _, _): "\(word.excerpt) is no answer"
    }
  }

  /// How to mend it.
  package var mend: String {
    switch self {
    case .ambiguous:
      "leave it empty where the answer is missing, write 'na' where it is not part of the work"
    case .notAnAnswer(_, _, let near?): near.didYouMean
    case .notAnAnswer(_, let levels, nil):
      "write 1 to \(levels), 'na' (not part of my work), 'unsure' (can't judge), nothing (skipped)"
        + " or '.' (not asked)"
    }
  }
}
