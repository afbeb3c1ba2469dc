package import FoundationEssentials
import WaymarkBasics

/// A response laid out by the positions of a campaign's documents, as the store keeps it.
package struct CodedResponse: Equatable, Sendable {
  /// Names the respondent within the campaign.
  package var respondent: String
  /// Counts the times that it was given; a higher revision replaces a lower one.
  package var revision: Int
  /// A random id that lets years be compared; only when the person agreed.
  package var link: UUID?
  /// The month it was given, `2026-11`; absent in tables.
  package var month: String?
  /// The place of the role in the framework, counted from 0.
  package var role: Int?
  /// The codes of an `AnswerSheet`.
  package var sheet: [UInt8]
  /// The codes of an `ImportanceSheet`.
  package var importance: [UInt8]
  /// The codes of a `BackgroundSheet`.
  package var background: [UInt8]

  package init(
    respondent: String, revision: Int, link: UUID?, month: String?, role: Int?, sheet: [UInt8],
    importance: [UInt8], background: [UInt8]
  ) {
    self.respondent = respondent
    self.revision = revision
    self.link = link
    self.month = month
    self.role = role
    self.sheet = sheet
    self.importance = importance
    self.background = background
  }

  /// Lays out a response; a role that the framework does not have is no role.
  package init(_ response: Response, framework: Framework, background: BackgroundQuestions) {
    self.init(
      respondent: response.id, revision: response.revision, link: response.link,
      month: response.month,
      role: response.role.flatMap { role in framework.roles.firstIndex { $0.id == role } },
      sheet: AnswerSheet(response.answers, framework: framework).codes,
      importance: ImportanceSheet(response.importance, framework: framework).codes,
      background: BackgroundSheet(response.background, questions: background).codes)
  }

  /// Whether the respondent was made up by `waymark demo`, by its id.
  package var isMadeUp: Bool { respondent.utf8.starts(with: Response.madeUpPrefix.utf8) }

  /// Whether anything was marked as important or rated for its importance.
  package var hasImportance: Bool { importance.contains { $0 != ImportanceSheet.none } }

  /// A number that is equal for records that say the same, whatever their revision.
  ///
  /// FNV-1a over all that the record says, in a fixed order: it tells changed answers from unchanged
  /// ones, on every machine alike.
  package var fingerprint: UInt64 { fingerprint(with: .none) }

  /// The same whoever gave it.
  package var contentFingerprint: UInt64 {
    var record = self
    record.respondent = ""
    return record.fingerprint
  }

  /// The same for a record to which something was added.
  func fingerprint(with addition: ResponseAddition) -> UInt64 {
    var hash = FNV1a()
    hash.add(respondent)
    for part in [link?.uuidString, month, role.map(String.init)] {
      // No byte of UTF-8: it keeps the parts apart.
      hash.add(0xFF)
      if let part { hash.add(part) }
    }
    for part in [sheet, importance, background] {
      hash.add(0xFF)
      hash.add(part)
    }
    addition.add(to: &hash)
    return hash.value
  }
}

extension Response {
  /// Reads what was laid out by the positions of a campaign's documents.
  ///
  /// - Parameters:
  ///   - areRated: whether the campaign has the importance of each statement rated.
  ///   - background: the background questions; `nil` where they are not known, and so no answer to them.
  /// - Returns: `nil` unless every answer is one of the framework's and of the questions'.
  package init?(
    _ arrival: SheetArrival, areRated: Bool, framework: Framework, background: BackgroundQuestions?
  ) {
    let record = arrival.record
    let text = { (codes: [UInt8]) in String(decoding: codes, as: UTF8.self) }
    guard let sheet = AnswerSheet(text(record.sheet), framework: framework),
      record.role.map(framework.roles.indices.contains) ?? true
    else { return nil }
    var chosen: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [:]
    if let background {
      guard let sheet = BackgroundSheet(text(record.background), questions: background) else {
        return nil
      }
      chosen = sheet.answers(to: background)
    }
    let answers = framework.competencies.enumerated().compactMap { position, competency in
      sheet[position].map { (competency.id, $0) }
    }
    self.init(
      id: record.respondent, revision: record.revision, link: record.link, month: record.month,
      role: record.role.map { framework.roles[$0].id },
      answers: Dictionary(answers, uniquingKeysWith: { first, _ in first }),
      importance: ImportanceSheet.importance(
        of: record.importance, areRated: areRated, framework: framework),
      background: chosen, addition: arrival.addition)
  }
}

/// A record that arrives for a campaign, with what was added to it and what tells it from others,
/// computed once.
package struct SheetArrival: Equatable, Sendable {
  /// What the respondent said.
  package let record: CodedResponse
  /// What the respondent added by their own choice; it is no part of the answer sheet.
  package let addition: ResponseAddition
  /// A number that is equal for arrivals that say the same: the `CodedResponse.fingerprint` of the
  /// record where nothing was added to it.
  package let fingerprint: UInt64

  let key: RespondentKey

  /// Takes a record as it arrives.
  package init(_ record: CodedResponse, addition: ResponseAddition = .none) {
    self.init(record, addition: addition, key: RespondentKey(record.respondent))
  }

  /// Takes a record whose respondent's key is known.
  init(_ record: CodedResponse, addition: ResponseAddition = .none, key: RespondentKey) {
    self.record = record
    self.addition = addition
    self.key = key
    fingerprint = record.fingerprint(with: addition)
  }
}

extension BackgroundQuestions.Field {
  /// The options that these texts name, in the order of the question, with everything that is
  /// wrong; the options are those of a sound answer only when nothing is.
  ///
  /// Texts compare by canonical equivalence, as all strings do: composed or not makes no difference.
  func options(
    named texts: [String], report: (@autoclosure () -> BackgroundAnswerProblem) -> Void
  ) -> [ID<BackgroundQuestions.Option>] {
    if choice == .one, texts.count > 1 {
      report(.severalOptions(field: id.description))
      return []
    }
    var chosen: Set<String> = []
    for text in texts {
      if !options.contains(where: { $0.id.description == text }) {
        report(
          .unknownOption(
            UnknownName(
              .option(of: id.description), text, among: options.map { .init($0.id, $0.label) })))
      } else if !chosen.insert(text).inserted {
        report(.repeatedOption(text, field: id.description))
      }
    }
    return options.map(\.id).filter { chosen.contains($0.description) }
  }
}

/// What is wrong with the answer to a background question.
package enum BackgroundAnswerProblem: Problem {
  /// An option that the question does not offer.
  case unknownOption(UnknownName)
  /// The same option twice.
  case repeatedOption(String, field: String)
  /// Several options where one may be chosen.
  case severalOptions(field: String)

  /// What is wrong.
  package var what: String {
    switch self {
    case .unknownOption(let unknown): unknown.what
    case .repeatedOption(let option, let field):
      "the background question '\(field)' is answered '\(option)' twice"
    case .severalOptions(let field): "the background question '\(field)' takes one answer"
    }
  }

  package var mend: String {
    switch self {
    case .unknownOption(let unknown): unknown.mend
    case .repeatedOption: "write it once"
    case .severalOptions: "leave one of them"
    }
  }
}
