public import WaymarkBasics

/// What a campaign hands to the people whose answers it asks for, `campaign.xml`.
///
/// It says what is asked and how the file of answers comes back. It holds no promise: what answers
/// may be used for is said in Waymark's own words, whoever asks.
public struct Invitation: Hashable, Sendable {
  /// The longest title, and the longest name of who asks, in Unicode scalars.
  public static let nameLimit = 200
  /// The longest words on how to send the file, in Unicode scalars.
  public static let sendingLimit = 1_000

  /// The campaign that the answers are for.
  public let campaign: ID<Campaign>
  /// The language of the original texts.
  public let language: LanguageTag
  /// The campaign's name as people read it.
  public let title: LocalizedText
  /// Who asks.
  public let asker: LocalizedText
  /// How the file of answers is sent, in words.
  public let sending: LocalizedText
  /// The framework that is answered, down to the bytes.
  public let framework: Framework.Key
  /// Which statements are asked.
  public let form: QuestionnaireForm
  /// How importance is asked.
  public let importance: ImportanceMode
  /// The SHA-256 of the document of background questions, 64 lower-case hexadecimal digits.
  public let backgroundDocument: String
  /// The background questions that are asked, in order.
  public let background: [ID<BackgroundQuestions.Field>]
  /// The last day on which answers are asked for; `nil` when nobody set one.
  public let closes: CalendarDate?

  /// Invites to a campaign.
  ///
  /// - Parameters:
  ///   - asker: who asks, up to `nameLimit` scalars on one line.
  ///   - sending: how the file is sent, up to `sendingLimit` scalars on one line.
  public init(_ campaign: Campaign, asker: String, sending: String) {
    self.init(
      campaign: campaign.id, language: .english, title: LocalizedText(campaign.title),
      asker: LocalizedText(asker), sending: LocalizedText(sending),
      framework: campaign.framework, form: campaign.form, importance: campaign.importance,
      backgroundDocument: campaign.backgroundDocument, background: campaign.background,
      closes: campaign.closes)
  }

  init(
    campaign: ID<Campaign>, language: LanguageTag, title: LocalizedText, asker: LocalizedText,
    sending: LocalizedText, framework: Framework.Key, form: QuestionnaireForm,
    importance: ImportanceMode,
    backgroundDocument: String, background: [ID<BackgroundQuestions.Field>],
    closes: CalendarDate?
  ) {
    self.campaign = campaign
    self.language = language
    self.title = title
    self.asker = asker
    self.sending = sending
    self.framework = framework
    self.form = form
    self.importance = importance
    self.backgroundDocument = backgroundDocument
    self.background = background
    self.closes = closes
  }

  /// The questions that are asked, in the order of the invitation; those that the document does not
  /// have are left out.
  public func fields(of questions: BackgroundQuestions) -> [BackgroundQuestions.Field] {
    background.compactMap { id in questions.fields.first { $0.id == id } }
  }
}

extension Invitation {
  /// The document, the same for the same invitation, ended by a line feed.
  ///
  /// UTF-8, XML 1.0, in the namespace `urn:waymark:campaign`. Texts can only be texts: markup is
  /// escaped, and a character that XML does not allow becomes U+FFFD. Reading it gives an equal
  /// invitation when no text has two blanks in a row or blanks around it.
  public var xml: String {
    var attributes = [
      ("xmlns", DocumentKind.campaign.namespace), ("schema", "1"), ("id", campaign.description),
      ("xml:lang", language.description), ("framework", framework.id.description),
      ("frameworkVersion", framework.version), ("frameworkSha256", framework.sha256),
      ("backgroundSha256", backgroundDocument), ("importance", importance.rawValue),
    ]
    // Not in those that a Waymark of before can answer.
    if form != .full { attributes.append(("form", form.rawValue)) }
    if let closes { attributes.append(("closes", closes.description)) }
    let written = attributes.map { "\n    \($0.0)=\"\(Self.escaped($0.1))\"" }.joined()
    let texts = [("title", title), ("from", asker), ("send", sending)]
    let asks = background.map { "  <ask field=\"\(Self.escaped($0.description))\"/>\n" }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<campaign\(written)>\n"
      + texts.map { Self.element($0.0, $0.1) }.joined() + asks.joined() + "</campaign>\n"
  }

  private static func element(_ name: String, _ text: LocalizedText) -> String {
    let translations = text.translations.map { ($0.key.description, $0.value) }
      .sorted { $0.0 < $1.0 }
    return "  <\(name)>\(escaped(text.original))</\(name)>\n"
      + translations.map { language, words in
        "  <\(name) xml:lang=\"\(escaped(language))\">\(escaped(words))</\(name)>\n"
      }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{0}"..<"\u{9}", "\u{B}"..<"\u{D}", "\u{E}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}":
        result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension InvitationMismatch {
  /// What is wrong.
  public var what: String {
    switch self {
    case .otherFramework(let asks, let has):
      "it asks \(asks.id) \(asks.version), and this Waymark has \(has.id) \(has.version)"
    case .otherWords(let key):
      "it asks \(key.id) \(key.version), but in other words than this Waymark has"
    case .noCoreStatements:
      "it asks the core form, and the statements have none that is marked core"
    case .otherBackground: "its background questions are not those that this Waymark has"
    case .unknownField(let field, _): field.description.isNo("background question")
    }
  }

  /// How to mend it, in one short sentence.
  public var mend: String {
    switch self {
    case .otherFramework, .otherWords, .noCoreStatements:
      "ask the people who invited you for the file of their statements, and name it with"
        + " --framework FILE"
    case .otherBackground:
      "name the file of questions that came with the invitation with --background FILE, or install the"
        + " Waymark that the people who invited you use"
    case .unknownField(_, let near):
      near.map(\.didYouMean)
        ?? "ask the people who invited you for another invitation"
    }
  }
}

// MARK: - Words

extension ImportanceMode {
  /// What is asked, as campaigns and refusals of shared files say it.
  public var words: String {
    switch self {
    case .none: "not asked"
    case .picks: "up to two statements an area, and the top three of all"
    case .rated: "each statement from 1 to 5"
    }
  }
}
