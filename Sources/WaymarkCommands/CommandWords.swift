/// All that commands say by themselves, in one language.
struct CommandWords: Sendable {
  /// The words in English.
  static let english = CommandWords()

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
  let plan = PlanWords()
  let report = ReportCommandWords()
  let season = SeasonOptionsWords()
  let settingsCommand = SettingsCommandWords()
  let typed = TypedWords()
  let welcome = WelcomeWords()

  private init() {}
}
