/// All that commands say by themselves, in one language.
struct CommandWords: Sendable {
  /// The words in English.
  static let english = CommandWords()

  let assess = AssessWords()
  let assessmentChoice = AssessmentChoiceWords()
  let campaign = CampaignCommandWords()
  let catalogue = CatalogueWords()
  let cohort = CohortCommandWords()
  let counts = CountsWords()
  let demo = DemoWords()
  let evaluate = EvaluateWords()
  let export = ExportCommandWords()
  let framework = FrameworkWords()
  let `import` = ImportWords()
  let ledger = LedgerWords()
  let mentoringOffer = MentoringOfferWords()
  let mentors = MentorsCommandWords()
  let path = PathCommandWords()
  let pathSteps = PathStepsWords()
  let pathWishes = PathWishesWords()
  let plan = PlanWords()
  let profile = ProfileCommandWords()
  let report = ReportCommandWords()
  let season = SeasonOptionsWords()
  let serviceShare = ServiceShareWords()
  let settingsCommand = SettingsCommandWords()
  let share = ShareWords()
  let sitting = SittingWords()
  let supervisorTicks = SupervisorTicksWords()
  let typed = TypedWords()
  let welcome = WelcomeWords()

  private init() {}
}
