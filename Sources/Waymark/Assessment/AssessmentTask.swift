public import WaymarkBasics

/// What a person sets out to rate.
public enum AssessmentTask: Equatable, Sendable {
  /// Themselves as they are, in everything there is.
  case own
  /// Themselves as they are, in the core statements, from which they may go on to all others.
  case core
  /// Themselves as they are, in what a workshop is about: the very short form.
  case workshop(WorkshopOffer)
  /// What an invitation asks: the statements of its form, or in the form of a workshop.
  case campaign(ID<Campaign>, workshop: WorkshopOffer?, form: QuestionnaireForm = .full)
  /// Some statements again, as things are now.
  case review(RatingAgain)
  /// Some statements as they were on an earlier day, with what is known now.
  case lookingBack(CalendarDate, RatingAgain)
  /// What their library's service needs.
  case service

  /// The workshop whose statements alone are asked; `nil` where none was named.
  public var workshop: WorkshopOffer? {
    switch self {
    case .own, .core, .service: nil
    case .workshop(let workshop): workshop
    case .campaign(_, let workshop, _): workshop
    case .review(let again), .lookingBack(_, let again): again.workshop
    }
  }

  /// The statements that are asked, of a campaign those of its full form.
  ///
  /// - Parameter framework: all statements, in the words that the assessment goes on with.
  public func asked(of framework: Framework) -> Framework {
    switch self {
    case .own, .core, .service: framework
    case .workshop(let workshop): framework.asking(for: workshop)
    case .campaign(_, let workshop, _): framework.asking(for: workshop)
    case .review(let again), .lookingBack(_, let again): again.asked
    }
  }
}

/// Statements that are rated again, with the assessment in which they were rated before.
public struct RatingAgain: Equatable, Sendable {
  /// Which statements are rated again.
  public enum Statements: Equatable, Sendable {
    /// Those of whole areas.
    case areas([AreaID])
    /// What a workshop is about.
    case workshop(WorkshopOffer)
    /// What finished steps of learning paths were about.
    case touched([CompetencyID])
  }

  /// The assessment before.
  public let earlier: StoredAssessment
  /// All statements, in the words of the assessment before.
  public let framework: Framework
  /// The statements that are rated again.
  public let asked: Framework
  /// The workshop whose statements they are; `nil` for others.
  public let workshop: WorkshopOffer?

  /// Joins the parts; `nil` where no statement is left to be rated.
  ///
  /// - Parameter framework: the one that `earlier` was answered with.
  public init?(of earlier: StoredAssessment, in framework: Framework, _ statements: Statements) {
    let ids: [CompetencyID]
    switch statements {
    case .areas(let areas):
      ids = framework.areas.filter { areas.contains($0.id) }.flatMap { $0.competencies.map(\.id) }
      workshop = nil
    case .workshop(let offer):
      ids = offer.serves.map(\.competency)
      workshop = offer
    case .touched(let touched):
      ids = touched
      workshop = nil
    }
    let asked = framework.asking(only: Set(ids))
    guard !asked.competencies.isEmpty else { return nil }
    self.earlier = earlier
    self.framework = framework
    self.asked = asked
  }

  /// The assessment of which some is rated again as things are now: the last of everything that was
  /// finished; `nil` where there is none.
  public static func earlierToReview(among all: [StoredAssessment]) -> StoredAssessment? {
    all.first { $0.isFinished && $0.assessment.isWhole }
  }

  /// The assessment beside which a person looks back.
  ///
  /// That is the one that is reviewed too; the very short form only where there is nothing else, or
  /// where a workshop is named and it was finished last.
  public static func earlierToLookBack(
    among all: [StoredAssessment], isAboutWorkshop: Bool
  ) -> StoredAssessment? {
    let whole = isAboutWorkshop ? nil : earlierToReview(among: all)
    return whole ?? all.first { $0.isFinished && $0.assessment.isOwn }
  }

  /// What a new assessment takes over where things are rated as they are now: the role, and all that
  /// is not asked again.
  var carried: [AssessmentChange] {
    let before = earlier.assessment
    let competencies = framework.competencies.map(\.id)
    let answers = competencies.compactMap { id in
      asked.position(of: id) == nil
        ? before.answers[id].map { AssessmentChange.answer(id, $0, seconds: 0) } : nil
    }
    let notes = competencies.compactMap { id in
      before.notes[id].map { AssessmentChange.note(id, $0) }
    }
    return [.role(before.role)] + answers + notes + [.importance(before.importance)]
      + before.importance.ratings.sorted { $0.key < $1.key }.map { .rating($0, $1) }
  }

  /// The answers of a review that were given in it: one that it only took over is none.
  func given(in review: StoredAssessment) -> [CompetencyID: Answer] {
    let untimed = Set(zip(review.history, review.seconds).filter { $1 == 0 }.map(\.0))
    return review.assessment.answers.filter { id, answer in
      !(untimed.contains(id) && earlier.assessment.answers[id] == answer)
    }
  }
}

extension Framework {
  /// The statements that a workshop serves; everything where there is no workshop.
  public func asking(for workshop: WorkshopOffer?) -> Framework {
    workshop.map { asking(only: Set($0.serves.map(\.competency))) } ?? self
  }
}
