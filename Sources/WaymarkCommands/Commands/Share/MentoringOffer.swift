import ArgumentParser
import Waymark
import WaymarkBasics

/// What a person offers to teach and seeks to learn, as options give it; nothing if not said.
struct MentoringOffer: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Offer to teach this statement, which you rated 4 or 5.", valueName: "id"))
  var teach: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Seek to learn this statement from somebody.", valueName: "id"))
  var seek: [String] = []

  @Option(help: ArgumentHelp("Your name and how to reach you.", valueName: "text"))
  var contact: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Who may know your name: mentoring (else), or training for your trainer.",
      valueName: "what"),
    transform: { try Choice.named($0, of: ["mentoring": .mentoring, "training": .training]) })
  var purposes: [MentoringCard.Purpose] = []

  @Option(
    help: ArgumentHelp("The most people you would mentor at once, 1 to 10.", valueName: "n"),
    transform: { try Int(typed: $0) })
  var mentees: Int?

  @Option(
    help: ArgumentHelp(
      "Where you work, such as OH; else your answer to 'state'.", valueName: "id"))
  var region: String?

  @Option(
    help: ArgumentHelp(
      "A language to meet in, such as es; may be repeated.", valueName: "tag"))
  var speak: [String] = []

  @Flag(help: "Write the file with your name alone, not your answers again.")
  var offerAlone = false

  var isMade: Bool { !teach.isEmpty || !seek.isEmpty }

  func validate() throws {
    let words = CommandWords.english.mentoringOffer
    if isMade, contact == nil {
      throw ValidationError(words.needsContact)
    }
    let others = [
      ("--contact", contact != nil), ("--for", !purposes.isEmpty), ("--mentees", mentees != nil),
      ("--region", region != nil),
      ("--speak", !speak.isEmpty),
    ]
    if !isMade, let (option, _) = others.first(where: { $0.1 }) {
      throw ValidationError(words.needsOffer(option))
    }
    if let mentees {
      guard MentoringCard.menteeLimits.contains(mentees) else {
        throw ValidationError(words.menteesNotAmong(MentoringCard.menteeLimits))
      }
      guard !teach.isEmpty else { throw ValidationError(words.menteesNeedTeaching) }
    }
  }

  /// The languages that are named, or that of the session.
  func languages(in session: Session) throws -> [LanguageTag] {
    let words = session.said.mentoringOffer
    var languages: [LanguageTag] = []
    for text in speak {
      guard let tag = LanguageTag(text) else {
        throw Failure(.usage, words.noLanguage(text))
      }
      if !languages.contains(tag) { languages.append(tag) }
    }
    let most = MentoringCard.languageLimits.upperBound
    guard languages.count <= most else {
      throw Failure(.usage, words.tooManyLanguages(most: most))
    }
    return languages.isEmpty ? [session.language] : languages
  }
}
