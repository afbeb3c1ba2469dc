package import WaymarkBasics

/// What is wrong with a file that somebody shared; paths are those of the JSON, such as `answers.plan.time`.
package enum SharedFileProblem: Problem {
  /// More bytes than a file may have.
  case tooLarge(bytes: Int)
  /// Not JSON, as RFC 8259 has it, or a key twice in an object.
  case notJSON(JSONFault)
  /// JSON that is nothing that Waymark shares.
  case otherFormat
  /// Written by a later Waymark.
  case newerSchema(Int, known: Int)
  /// A key that must be there is not.
  case missingKey(String)
  /// A key that has no meaning.
  case unknownKey(String)
  /// A value of another type.
  case otherType(String, expected: String)
  /// A value that its key does not allow.
  case otherValue(String, String, expected: Expected)
  /// Answers to another framework, version or wording.
  case otherFramework(Framework.Key, expected: Framework.Key)
  /// Meant for another campaign.
  case otherCampaign(String, expected: ID<Campaign>)
  /// Importance asked in another way than the campaign asks for it.
  case otherImportance(ImportanceMode, expected: ImportanceMode)
  /// A statement that is none of the core form, in a file of it.
  case notOfCoreForm(CompetencyID)
  /// More statements than the campaign asks, so many and this one first.
  case moreThanCoreForm(CompetencyID, statements: Int)
  /// A competency, role or background question that does not exist.
  case unknown(String, UnknownName)
  /// An answer that is none.
  case answer(String, AnswerWordProblem)
  /// A background answer that is none.
  case background(BackgroundAnswerProblem)
  /// A competency twice in a list.
  case repeatedPick(String, CompetencyID)
  /// More competencies in the top than may be.
  case tooManyTop(Int)
  /// More picks in an area than may be.
  case tooManyPicks(AreaID, count: Int)
  /// A competency that is both taught and sought.
  case taughtAndSought(CompetencyID)
  /// A mentoring card that neither teaches nor seeks anything.
  case nothingOffered

  /// What a value should have been.
  package enum Expected: Hashable, Sendable {
    case uuid
    case hexadecimalDigits(Int)
    case number(ClosedRange<Int>)
    case month
    case campaign
    case anyForm
    case catalogueEntry
    case region
    case framework(FrameworkID)
    case contact
    /// A list of so many.
    case list(ClosedRange<Int>)
    /// A language that is not there yet.
    case newLanguage
    /// One of these or several.
    case anyOf([String])
    /// One of these that is not there yet.
    case newOf([String])
    case oneOf([Int])
  }

  /// What is wrong.
  package var what: String {
    switch self {
    case .tooLarge(let bytes): "the file has \(bytes) bytes"
    case .notJSON(let fault): fault.what
    case .otherFormat: "the file is neither a response nor a withdrawal of Waymark"
    case .newerSchema(let schema, let known):
      "the file needs a Waymark that reads schema \(schema), this one reads \(known)"
    case .missingKey(let path): "the key \(path.excerpt) is missing"
    case .unknownKey(let path): "the key \(path.excerpt) has no meaning here"
    case .otherType(let path, let expected): "\(path.excerpt) is not \(expected)"
    case .otherValue(let path, let value, let expected):
      "\(path.excerpt) is \(value.excerpt), not \(expected.words)"
    case .otherFramework(let found, let expected):
      "the file answers \(found.words), the campaign asks \(expected.words)"
    case .otherCampaign(let found, let expected):
      "the file is meant for the campaign \(found.excerpt), this is '\(expected)'"
    case .otherImportance(let found, let expected):
      "importance is asked so: \(found.words); the campaign asks so: \(expected.words)"
    case .notOfCoreForm(let id): "the file is of the core form, and '\(id)' is none of it"
    case .moreThanCoreForm(let id, let count):
      "the campaign asks the core form; the file answers \(count) other "
        + "statement\(count == 1 ? "" : "s"), first '\(id)'"
    case .unknown(let path, let unknown): "\(path): \(unknown.what)"
    case .answer(let path, let problem): "\(path.excerpt): \(problem.what)"
    case .background(let problem): problem.what
    case .repeatedPick(let path, let id): "\(path) names '\(id)' twice"
    case .tooManyTop(let count): "top names \(count) competencies"
    case .taughtAndSought(let id): "teaches and seeks both name '\(id)'"
    case .nothingOffered: "neither teaches nor seeks names a competency"
    case .tooManyPicks(let area, let count): "important names \(count) competencies of area \(area)"
    }
  }

  /// The path of the key or value that it is about; empty for the file as a whole.
  var path: String {
    switch self {
    case .missingKey(let path), .unknownKey(let path), .otherType(let path, _),
      .otherValue(let path, _, _), .answer(let path, _):
      path
    case .unknown(let path, let unknown): "\(path).\(unknown.name)"
    case .repeatedPick(let path, let id): "\(path).\(id)"
    case .background(.severalOptions(let field)), .background(.repeatedOption(_, let field)):
      "background.\(field)"
    case .background(.unknownOption(let unknown)):
      if case .option(let field) = unknown.kind {
        "background.\(field).\(unknown.name)"
      } else {
        ""
      }
    case .otherFramework: "framework"
    case .otherCampaign: "campaign"
    case .notOfCoreForm(let id), .moreThanCoreForm(let id, _): "answers.\(id)"
    case .otherImportance(let found, _): found == .picks ? "important" : "importance"
    case .tooManyTop: "top"
    case .tooManyPicks: "important"
    case .taughtAndSought(let id): "seeks.\(id)"
    case .newerSchema: "schema"
    case .tooLarge, .notJSON, .otherFormat, .nothingOffered: ""
    }
  }

  package var mend: String {
    switch self {
    case .tooLarge: "a response has at most \(SharedFile.sizeLimit) bytes"
    case .notJSON, .missingKey, .otherType, .otherValue:
      "ask for the file again, as `waymark share` wrote it"
    case .otherFormat: "import files that `waymark share` wrote"
    case .newerSchema: "update Waymark"
    case .unknownKey: "take it out"
    case .otherFramework: "import it into a campaign with that framework"
    case .otherCampaign: "import it into that campaign"
    case .notOfCoreForm: "ask for the file again, as `waymark share` wrote it"
    case .otherImportance, .moreThanCoreForm:
      "ask for answers given with `waymark assess --campaign FILE`"
    case .unknown(_, let unknown): unknown.mend
    case .answer(_, .notAnAnswer(_, let levels, nil)):
      "write \"1\" to \"\(levels)\", \"na\", \"unsure\" or \"\"; leave out what was not asked"
    case .answer(_, let problem): problem.mend
    case .background(let problem): problem.mend
    case .repeatedPick: "name it once"
    case .taughtAndSought: "leave one of them"
    case .nothingOffered: "name one, or leave the file out"
    case .tooManyTop: "leave the \(Assessment.Importance.topLimit) that matter most"
    case .tooManyPicks: "leave the \(Assessment.Importance.areaLimit) that matter most"
    }
  }
}

extension SharedFileProblem.Expected {
  fileprivate var words: String {
    switch self {
    case .uuid: "a UUID"
    case .hexadecimalDigits(let count): "\(count) hexadecimal digits"
    case .number(let limits): "a number from \(limits.lowerBound) to \(limits.upperBound)"
    case .month: CalendarDate.monthWords
    case .campaign: "the id of a campaign"
    case .anyForm: QuestionnaireForm.allCases.map(\.rawValue).joined(separator: " or ")
    case .catalogueEntry: "the id of a catalogue entry"
    case .region: "the id of a region"
    case .framework(let id): "'\(id)'"
    case .contact:
      "1 to \(MentoringCard.Contact.lengths.upperBound) plain characters on one line"
    case .list(let limits): "a list of \(limits.lowerBound) to \(limits.upperBound)"
    case .newLanguage: "a language tag that is not there yet"
    case .anyOf(let words): "\(words.joined(separator: ", ")), or both"
    case .newOf(let words): "\(words.joined(separator: " or ")), each once"
    case .oneOf(let numbers): numbers.map(String.init).joined(separator: " or ")
    }
  }
}

extension Framework.Key {
  fileprivate var words: String { "\(id) \(version.excerpt) (sha256 \(sha256.clipped(to: 64)))" }
}
