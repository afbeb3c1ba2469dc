/// All that commands say by themselves, in one language.
struct CommandWords: Sendable {
  /// The words in English.
  static let english = CommandWords()

  private init() {}
}
