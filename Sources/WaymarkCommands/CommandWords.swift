/// All that commands say by themselves, in one language.
struct CommandWords: Sendable {
  /// The words in English.
  static let english = CommandWords()

  let failure = FailureWords()
  let help = HelpWords()
  let helpTopics = HelpTopicWords()
  let inputFiles = InputFileWords()
  let installedDocuments = InstalledDocumentsWords()
  let main = MainWords()
  let output = OutputWords()
  let salvage = SalvageWords()
  let session = SessionWords()
  let settingsFile = SettingsFileWords()
  let store = StoreWords()
  let storeErrors = StoreErrorWords()

  private init() {}
}
