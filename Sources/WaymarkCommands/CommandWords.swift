/// All that commands say by themselves, in one language.
struct CommandWords: Sendable {
  /// The words in English.
  static let english = CommandWords()

  let assess = AssessWords()
  let assessmentChoice = AssessmentChoiceWords()
  let mentoringOffer = MentoringOfferWords()
  let mentors = MentorsCommandWords()
  let path = PathCommandWords()
  let pathSteps = PathStepsWords()
  let pathWishes = PathWishesWords()
  let profile = ProfileCommandWords()
  let serviceShare = ServiceShareWords()
  let share = ShareWords()
  let sitting = SittingWords()
  let supervisorTicks = SupervisorTicksWords()

  private init() {}
}
