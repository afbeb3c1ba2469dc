public import WaymarkBasics

extension Questionnaire {
  /// What a person gives, and what it belongs to.
  ///
  /// Whatever is kept names the statement, area or question that it was given to: a page that stands
  /// in a second window, or to which somebody went back, still means what it showed. It is kept for
  /// that, or refused; it never lands under what is asked now.
  public enum Input: Hashable, Sendable {
    /// Enter with nothing typed at a prompt: go on, or keep what stands. It never finishes.
    case next(at: Prompt)
    /// A role, or no comparison.
    case role(RoleID?)
    /// An area to go to.
    case area(AreaID)
    /// An answer to a statement.
    case answer(Answer, for: CompetencyID)
    /// How important a statement is; `nil` leaves that open.
    case rate(ImportanceRating?, for: CompetencyID)
    /// The answer to a background question; empty skips it.
    case choose([ID<BackgroundQuestions.Option>], for: ID<BackgroundQuestions.Field>)
    /// A statement of the area that was just ended, to answer again.
    case again(CompetencyID)
    /// The statements that matter most in an area.
    case pick([CompetencyID], in: AreaID)
    /// The statements that matter most of all, the most important first.
    case pickTop([CompetencyID])
    /// A note for a statement, in one line or several.
    case text(String, for: CompetencyID)
    /// The note of a statement is taken away.
    case deleteNote(for: CompetencyID)
    /// Text was pasted where a person is asked to choose.
    case pasted
    /// Bytes came that are no text.
    case noText
    /// What was being written is not wanted.
    case cancel
    /// Begin a note for the statement that is asked.
    case note
    /// One step back.
    case back
    /// Say more.
    case help
    /// Open a note that is listed at the review.
    case openNote(CompetencyID)
    /// Ask once more what was skipped.
    case askSkipped
    /// Whether what goes beyond what was asked first is asked too.
    case goBeyond(Bool)
    /// Choose another area.
    case areas
    /// Go to the end with what is answered.
    case finish
    /// Finish for good, after the review.
    case finishForGood
    /// Whether all that is open in an area is not part of the person's work.
    case noneOfArea(AreaID, Bool)
    /// Whether to look again at an area whose answers are all one level.
    case lookAgain(AreaID, Bool)
    /// Stop; everything is saved.
    case stop
    /// The input has ended; the same as stopping.
    case endOfInput
    /// Something that means nothing here.
    case unknown(String)
  }
}

extension Questionnaire {
  /// What the driver does after an input, in this order: the store first, then the words.
  public enum Effect: Equatable, Sendable {
    /// Keep a change; the first one begins the assessment.
    case keep(AssessmentChange)
    /// Say a line or two.
    case say(Remark)
    case show(Screen)
    /// Leave the questionnaire; all is saved.
    case leave
  }

  /// A line or two between screens.
  public enum Remark: Equatable, Sendable {
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
    /// The role is asked again.
    case backToRole
    /// What was typed means nothing at this prompt.
    case notUnderstood(String, Prompt)
    /// A note is kept.
    case noteSaved
    /// No note was written.
    case noNote
    /// A note is taken away.
    case noteDeleted
    /// What was pasted answers nothing.
    case pastedNothing
    /// What came is no text.
    case notText
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
  public enum Screen: Equatable, Sendable {
    /// What the campaign is that asks.
    case invitation(Invitation)
    /// The first screen of a new assessment.
    case welcome
    /// The first screen of a resumed one: how far it has come, and the area where it goes on.
    case welcomeBack(Progress, next: AreaID?)
    /// The roles to choose from, and what Enter keeps.
    case roles(RoleChoice)
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
    /// What is asked first is done; so many statements go beyond it, and take so many minutes.
    case beyond(Int, minutes: Int)
    /// Which of all picks matter most?
    case topThree([CompetencyID])
    /// A background question, with what they are for before the first that is shown.
    case background(ID<BackgroundQuestions.Field>, showsPurpose: Bool)
    /// Everything before it is finished.
    case review
    case finished
  }
}

// MARK: - What is given is kept

extension Questionnaire {
  /// Keeps an answer, and goes on from its statement.
  mutating func keep(_ answer: Answer, for id: CompetencyID, after seconds: Double)
    -> [Effect]
  {
    let isOnScale = answer.level.map { framework.scale.step($0) != nil } ?? true
    guard isAsked(id), isOnScale else { return [.say(.notKept)] }
    let said: Remark = prompt == .question(id) ? .saved(id, answer) : .savedElsewhere(id, answer)
    answers[id] = answer
    history.removeAll { $0 == id }
    history.append(id)
    pace.record(seconds)
    let saved: [Effect] = [.keep(.answer(id, answer, seconds: seconds)), .say(said)]
    guard let area = areaID(id) else { return saved }
    if asksRating(of: id) { return saved + askRating(of: id) }
    return saved + dropPick(of: id) + goOnUnlessRefused(area)
  }

  /// A pick whose level is gone is no pick any more, nor a rating one.
  mutating func dropPick(of id: CompetencyID) -> [Effect] {
    guard answers[id]?.level == nil else { return [] }
    if importance.ratings.removeValue(forKey: id) != nil { return [.keep(.rating(id, nil))] }
    guard importance.picked.contains(id) else { return [] }
    importance.picked.remove(id)
    importance.top.removeAll { $0 == id }
    return [.keep(.importance(importance))]
  }

  /// Keeps a note, and asks its statement again where that is what was left for it.
  mutating func note(_ text: String, for id: CompetencyID) -> [Effect] {
    guard isAsked(id) else { return [.say(.notKept)] }
    switch WrittenNote(text) {
    case .refused: return [.say(.noteRefused)]
    case .nothing: return [.say(.noNote)] + (prompt == .note(id) ? leaveNote(of: id) : [])
    case .kept(let text):
      let goingOn = prompt == .note(id) ? leaveNote(of: id) : []
      notes[id] = text
      return [.keep(.note(id, text)), .say(.noteSaved)] + goingOn
    }
  }

  /// Takes a note away, and asks its statement again where its note was asked for.
  mutating func deleteNote(for id: CompetencyID) -> [Effect] {
    guard isAsked(id), notes.removeValue(forKey: id) != nil else { return [.say(.notKept)] }
    return [.keep(.note(id, nil)), .say(.noteDeleted)]
      + (prompt == .note(id) ? leaveNote(of: id) : [])
  }

  /// Goes back from a note to where it was asked for.
  mutating func leaveNote(of id: CompetencyID) -> [Effect] {
    guard isNoteOfReview else { return ask(id) }
    isNoteOfReview = false
    return showReview()
  }

  /// Keeps the picks of an area that are asked for now, or were before.
  mutating func pick(_ ids: [CompetencyID], in area: AreaID) -> [Effect] {
    let isAskedNow = prompt == .picks(area)
    guard isAskedNow || prompt != .done && picksAsked.contains(area) else {
      return [.say(.notKept)]
    }
    guard ids.count <= Assessment.Importance.areaLimit else {
      return [.say(.tooMany(limit: Assessment.Importance.areaLimit))] + standing
    }
    guard ids.allSatisfy({ areaID($0) == area && answers[$0]?.level != nil }) else {
      return notUnderstood()
    }
    importance.picked = importance.picked.filter { areaID($0) != area }.union(ids)
    importance.top.removeAll { !importance.picked.contains($0) }
    picksAsked.insert(area)
    let kept: [Effect] = [.keep(.importance(importance)), .say(.picked(ids))]
    guard isAskedNow else { return kept + (prompt == .topThree ? closeAll() : []) }
    prompt = .areaEnd(area)
    return kept + [.show(.areaEnd(next: nextArea(after: area)))]
  }

  /// Keeps the top of all that is asked for now, or was before.
  mutating func pickTop(_ ids: [CompetencyID]) -> [Effect] {
    let isAskedNow = prompt == .topThree
    guard isAskedNow || isAfterStatements, Set(topCandidates).isSuperset(of: ids) else {
      return [.say(.notKept)]
    }
    guard ids.count <= Assessment.Importance.topLimit else {
      return [.say(.tooMany(limit: Assessment.Importance.topLimit))] + standing
    }
    importance.top = ids
    return [.keep(.importance(importance)), .say(.picked(ids))]
      + (isAskedNow ? askBackground() : [])
  }
}
