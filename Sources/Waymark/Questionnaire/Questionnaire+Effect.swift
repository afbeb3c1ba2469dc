package import WaymarkBasics

extension Questionnaire {
  /// What the driver does after an input, in this order: the store first, then the words.
  package enum Effect: Equatable, Sendable {
    /// Keep a change; the first one begins the assessment.
    case keep(AssessmentChange)
    /// Say a line or two.
    case say(Remark)
    /// Show a screen.
    case show(Screen)
    /// Leave the questionnaire; all is saved.
    case leave
  }

  /// A line or two between screens.
  package enum Remark: Equatable, Sendable {
    /// The answer is kept; said after the store has it.
    case saved(CompetencyID, Answer)
    /// An answer to another statement than the one that was asked is kept.
    case savedElsewhere(CompetencyID, Answer)
    /// What was given belongs to nothing that is asked here and now; nothing of it is kept.
    case notKept
    /// The statement is asked again; this was the answer.
    case backTo(CompetencyID, Answer?)
    /// There is nothing to go back to.
    case nothingBefore
    /// What was typed means nothing at this prompt.
    case notUnderstood(String, Prompt)
    /// A note is kept.
    case noteSaved
    /// No note was written.
    case noNote
    /// The note is too long or holds characters that are no text.
    case noteRefused
    /// All the open statements of an area are saved as not part of the person's work.
    case areaNotMyWork(AreaID, count: Int)
    /// More were picked than asked for.
    case tooMany(limit: Int)
    /// These matter most.
    case picked([CompetencyID])
    /// This is how important the statement is; `nil` when that was skipped.
    case rated(CompetencyID, ImportanceRating?)
    /// The answer to a background question is kept; empty when it was skipped.
    case chosen(ID<BackgroundQuestions.Field>, [ID<BackgroundQuestions.Option>])
    /// A background question is asked again.
    case backToBackground(ID<BackgroundQuestions.Field>)
    /// Words for what can be done at this prompt.
    case help(Prompt)
    /// The areas that were asked for are done; so many statements of others are open.
    case othersWait(Int)
    /// Nothing is answered yet, so there is nothing to finish.
    case nothingToFinish
  }

  /// What is put before the person.
  package enum Screen: Equatable, Sendable {
    /// What the campaign is that asks.
    case invitation(Invitation)
    /// The first screen of a new assessment.
    case welcome
    /// The first screen of a resumed one, and the area where it goes on.
    case welcomeBack(answered: Int, minutesLeft: Int, next: AreaID?)
    /// The roles to choose from.
    case roles
    /// The areas to choose from; Enter begins with the one named.
    case areas(next: AreaID)
    /// A statement with its levels.
    case question(Question)
    /// How important is the statement that was just answered?
    case rating(CompetencyID, earlier: ImportanceRating?)
    /// Write a note for this statement.
    case note(CompetencyID, earlier: String?)
    /// Three in a row are not part of the person's work: is none of the area?
    case noneOfArea(AreaID)
    /// Every answer of the area is the same level: look again?
    case lookAgain(AreaID, Level)
    /// The answers of an area as one list.
    case answers(AreaID)
    /// Which of these matter most?
    case picks(AreaID)
    /// The end of an area; Enter goes on to the next, or to the end when there is none.
    case areaEnd(next: AreaID?)
    /// Which of all picks matter most?
    case topThree([CompetencyID])
    /// A background question, with what they are for before the first that is shown.
    case background(ID<BackgroundQuestions.Field>, showsPurpose: Bool)
    /// Everything before it is finished.
    case review
    /// It is finished.
    case finished
  }
}
