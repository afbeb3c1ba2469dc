public import WaymarkBasics

/// What can be wrong with what a document says: with a framework, background questions, a
/// catalogue, a plan or an invitation whose shape is right.
public enum ContentProblem: Problem {
  /// The text is no id: 1 to 64 letters, digits, `.`, `_`, `-`, a letter or digit first.
  case malformedID(DocumentPart, String)
  /// Two things of a kind have the same id, whatever the case.
  case repeatedID(DocumentPart, id: String, earlier: String, line: Int?)
  /// An id that reports and tables need for themselves.
  case reserved(DocumentPart, String)
  /// A reference to something that does not exist.
  case unknown(DocumentPart, String, near: String?)
  /// A word that is none of the words allowed.
  case unknownWord(String, String, allowed: [String])
  /// Something that must be there is not.
  case missing(String)
  /// Parts of the document could not be read, so that no value can be made of it.
  case incomplete
  /// The text is no language tag.
  case malformedLanguage(String)
  /// A text without words.
  case emptyText(String)
  /// A text given twice in one language.
  case repeatedText(String, LanguageTag)
  /// A text that is not given in the language of the document.
  case untranslated(String, LanguageTag)
  /// Something named twice where once says it all.
  case repeatedLink(DocumentPart, String, line: Int?)
  /// A scale that is too short or too long.
  case scaleSize(Int)
  /// A level of the scale out of order.
  case scaleRank(Int, expected: Int)
  /// A level that the scale does not have.
  case offScale(Int, highest: Int)
  /// A question with more answers than a sheet has codes for.
  case tooManyOptions(Int)
  /// The numbers that stand for an option begin behind their end, or are out of bounds.
  case noBand(from: Int?, to: Int?)
  /// Two options for which the same number stands.
  case sharedNumbers(String, String)
  /// Numbers that stand for options of which several may be chosen.
  case numbersOfSeveral
  /// A competency without a description of a level.
  case missingAnchor(String, rank: Int)
  /// A competency that builds on itself.
  case buildsOnItself(CompetencyID)
  /// Competencies that build on one another in a circle.
  case cycle([CompetencyID])
  /// The document belongs to another framework than the one at hand.
  case otherFramework(named: String, given: String)
  /// An address that is not http or https, or that could mislead.
  case badAddress(String)
  /// A number that must be 1 or more.
  case notPositive(String, Int)
  /// A number that must be 0 or more.
  case negative(String, Int)
  /// A price for something that is not paid.
  case priceOfUnpaid(String)
  /// Resources that require one another in a circle.
  case requirementCycle([ID<LearningResource>])
  /// Workshops that require one another in a circle.
  case workshopCycle([ID<WorkshopOffer>])
  /// A requirement that is not one level of a competency, one resource or one workshop.
  case twoRequirements
  /// A month in which something was seen that nobody has seen.
  case seenFromMemory
  /// A practice step that is the doing itself for a level step which has one.
  case repeatedDoing(CompetencyID, from: Int, line: Int?)
  /// A level step that practice only prepares.
  case noDoing(CompetencyID, from: Int)
  /// A text that is no month.
  case badMonth(String)
  /// A text that is no day.
  case badDay(String, String)
  /// A text that is no SHA-256.
  case badHash(String, String)
  /// A text of more Unicode scalars than it may have.
  case tooLong(String, limit: Int)
  /// A resource that does not lead upwards.
  case notRising(from: Int, to: Int)
  /// A plan that ends before it starts.
  case yearsReversed(starts: Int, ends: Int)
  /// Framework and plan differ on whether, or how strongly, a competency speaks to an objective.
  case disagreement(
    CompetencyID, ObjectiveID, framework: Competency.Strength?, plan: Competency.Strength?)

  /// What is wrong.
  public var what: String { words.what }

  /// How to mend it, in one short sentence; empty where `what` says it.
  public var mend: String { words.mend }
}

extension ContentProblem {
  var words: (what: String, mend: String) {
    switch self {
    case .malformedID(let part, let text):
      (
        "\(text.excerpt) cannot be the \(part.idName)",
        "use 1 to 64 of the characters A-Z a-z 0-9 . _ -, a letter or digit first"
      )
    case .repeatedID(let part, let id, let earlier, let line):
      (
        "the \(part.idName) '\(id)' is used before"
          + (id == earlier ? Self.inLine(line) : " as '\(earlier)'" + Self.inLine(line)),
        "give one of them another id"
      )
    case .reserved(.competency, let id):
      (
        "the competency id '\(id)' is the name of another column of tables, or would read as a sum",
        "choose another id"
      )
    case .reserved(.field, let id):
      ("the field id '\(id)' is the name of a column of Waymark's own", "choose another id")
    case .reserved(let part, let id):
      ("the \(part.idName) '\(id)' would read as a sum in reports", "choose another id")
    case .unknown(let part, let id, let near):
      (
        id.isNo(part.name),
        near.map(\.didYouMean) ?? "correct the id, or add the \(part.name)"
      )
    case .repeatedLink(let part, let id, let line):
      ("the \(part.name) '\(id)' is named before\(Self.inLine(line))", "keep one of the two")
    case .buildsOnItself(let id):
      ("the competency '\(id)' builds on itself", "remove the reference")
    case .cycle(let ids):
      (
        "competencies build on one another in a circle: "
          + Self.path(ids),
        "remove one of these references"
      )
    case .otherFramework(let named, let given):
      (
        "this is for the framework \(named), not for \(given)",
        "correct the framework it names, or name the file of that framework too"
      )
    case .malformedLanguage(let text):
      ("\(text.excerpt) is not a language tag", "write it like en, es or es-MX")
    case .emptyText(let element): ("the \(element) is empty", "write its words or remove it")
    case .repeatedText(let element, let language):
      (
        "the \(element) is given twice in the language \(language)",
        "remove one, or say with xml:lang which language it is in"
      )
    case .untranslated(let element, let language):
      (
        "the \(element) is not given in the document's own language, \(language)",
        "add it without xml:lang"
      )
    case .missing(let name): ("the \(name) is missing", "add it")
    case .incomplete:
      ("parts of the document could not be read", "mend what was reported before")
    case .unknownWord(let name, let word, let allowed):
      (
        "\(word.excerpt) is not allowed as \(name)",
        word.closest(among: allowed).map(\.didYouMean)
          ?? "use \(allowed.alternatives)"
      )
    case .scaleSize(let size):
      ("the scale has \(size) levels", "give it 2 to 8")
    case .tooManyOptions(let count):
      (
        "the question has \(count) answers",
        "give it at most \(BackgroundQuestions.optionLimit), or let several be chosen"
      )
    case .noBand(let from, let to):
      (
        "no number is from \(from ?? 0) to \(to ?? NumberBand.limit)",
        "write the smaller number as from, and none above \(NumberBand.limit)"
      )
    case .sharedNumbers(let option, let other):
      (
        "a number would stand for '\(option)' and for '\(other)'",
        "let one end below where the other begins"
      )
    case .numbersOfSeveral:
      ("a number stands for one answer, and here several may be chosen", "set kind=\"one\"")
    case .scaleRank(let rank, let expected):
      (
        "the level of rank \(rank) stands where \(expected) is due",
        "number the levels 1, 2, 3 and so on, lowest first"
      )
    case .offScale(let rank, let highest):
      ("the scale has no level \(rank)", "use 1 to \(highest)")
    case .missingAnchor(let id, let rank):
      ("the competency \(id.excerpt) has no anchor of level \(rank)", "describe that level")
    case .badAddress(let text):
      (
        "\(text.excerpt) is not a web address that Waymark shows",
        "write it in full, beginning with https:// or http://, without blanks, accents or a name"
          + " before an @"
      )
    case .notPositive(let name, let number): ("\(name) is \(number)", "use a number above 0")
    case .negative(let name, let number): ("\(name) is \(number)", "use 0 or a number above it")
    case .priceOfUnpaid(let cost):
      ("there is a price in usd, but the cost is '\(cost)'", "set cost=\"paid\" or remove usd")
    case .requirementCycle(let ids):
      (
        "resources require one another in a circle: " + Self.path(ids),
        "remove one of these requirements"
      )
    case .workshopCycle(let ids):
      (
        "workshops require one another in a circle: " + Self.path(ids),
        "remove one of these requirements"
      )
    case .twoRequirements:
      (
        "the requirement names a competency and something else",
        "use resource=\"...\" or workshop=\"...\" alone, or competency=\"...\" with level=\"...\""
      )
    case .seenFromMemory:
      (
        "there is a month in seen, but by is 'memory'",
        "remove seen, or say by=\"live\", \"stored\" or \"linked\""
      )
    case .repeatedDoing(let id, let from, let line):
      (
        "the step of '\(id)' from level \(from) has kind=\"do\" before\(Self.inLine(line))",
        "keep one of the two, or say kind=\"prepare\""
      )
    case .noDoing(let id, let from):
      (
        "the step of '\(id)' from level \(from) is only prepared",
        "add a practice with kind=\"do\" for it"
      )
    case .badMonth(let text):
      ("\(text.excerpt) is not a month", "write \(CalendarDate.monthWords)")
    case .badDay(let name, let text):
      (
        "\(name) is \(text.excerpt), which is no day",
        "write year, month and day like 2026-11-30, \(CalendarDate.yearWords)"
      )
    case .badHash(let name, let text):
      (
        "\(name) is \(text.excerpt), which is no SHA-256",
        "copy its 64 digits from the file that `waymark campaign invite` wrote"
      )
    case .tooLong(let element, let limit):
      ("the \(element) is longer than \(limit) characters", "shorten it")
    case .notRising(let from, let to):
      ("it leads from level \(from) to level \(to)", "let it lead to a higher level")
    case .yearsReversed(let starts, let ends):
      ("the plan starts in \(starts) and ends in \(ends)", "exchange the years")
    case .disagreement(let competency, let objective, let framework, let plan):
      (
        "the framework says that '\(competency)' \(Self.speaks(framework)) '\(objective)', "
          + "the plan says that it \(Self.speaks(plan))",
        "change one of the two documents"
      )
    }
  }

  /// The way round a circle and back to its beginning; of a long one the first few.
  private static func path<Subject>(_ circle: [ID<Subject>]) -> String {
    let shown = circle.count <= 12 ? circle : Array(circle.prefix(10))
    let rest = circle.count - shown.count
    return
      (shown.map(\.description) + (rest > 0 ? ["... \(rest) more ..."] : [])
      + circle.prefix(1).map(\.description)).joined(separator: " -> ")
  }

  private static func inLine(_ line: Int?) -> String { line.map { ", in line \($0)" } ?? "" }

  /// What the description of a level is called.
  static func anchor(of rank: Int) -> String { "anchor of level \(rank)" }

  private static func speaks(_ strength: Competency.Strength?) -> String {
    switch strength {
    case .direct: "speaks directly to"
    case .partly: "speaks partly to"
    case nil: "does not speak to"
    }
  }
}

extension DocumentPart {
  /// What messages call it.
  var name: String { self == .action ? "area of action" : rawValue }

  fileprivate var idName: String {
    switch self {
    case .version, .licence: name
    case .document: "id of the document"
    default: "\(name) id"
    }
  }
}
