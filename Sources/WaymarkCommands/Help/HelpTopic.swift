/// The pages of `waymark help TOPIC`.
enum HelpTopic: String, CaseIterable {
  case accessibility, environment
  case exitCodes = "exit-codes"
  case files, keys, privacy

  func page(_ words: HelpTopicWords) -> HelpPage {
    HelpPage(parts: [.paragraph(words.title(self))] + words.parts(self))
  }
}
