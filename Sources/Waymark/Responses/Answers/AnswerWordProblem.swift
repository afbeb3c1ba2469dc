import WaymarkBasics

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
    case .notAnAnswer(_, _, let near?): "did you mean '\(near)'?"
    case .notAnAnswer(_, let levels, nil):
      "write 1 to \(levels), 'na' (not part of my work), 'unsure' (can't judge), nothing (skipped)"
        + " or '.' (not asked)"
    }
  }
}
