import FoundationEssentials
import WaymarkBasics

/// Checks the raw values of a mentoring file against the framework whose competencies it names.
struct MentoringCheck {
  private let document: MentoringDocument
  private var check: SharedFileCheck

  init(_ document: MentoringDocument, _ json: ReadJSON, expectation: SharedFile.Expectation) {
    self.document = document
    check = SharedFileCheck(document.problems, json, expectation: expectation)
  }

  mutating func sharedFile() throws(Findings<ResponseFileProblem>) -> SharedFile {
    check.expectSchema(document.schema)
    let id = document.id.flatMap { check.uuid($0, "id") }
    let revision = check.revision(document.revision)
    let proof = check.proof(document.proof)
    guard document.format == MentoringFile.format else {
      try check.finish()
      guard let id else { throw check.failure(.missingKey("id")) }
      return .mentoringWithdrawal(MentoringWithdrawal(id: id, revision: revision, proof: proof))
    }

    try check.expectFramework(document.framework)
    let campaign = check.campaign(document.campaign)
    let (contact, region, languages) = (contact(), region(), languages())
    let (teaches, seeks) = offers()
    let (mentees, purposes) = (mentees(), purposes())
    try check.finish()
    guard let id, let contact,
      let card = MentoringCard(
        id: id, revision: revision, contact: contact, region: region, languages: languages,
        teaches: teaches, seeks: seeks, mentees: mentees, purposes: purposes)
    else { throw check.failure(.nothingOffered) }
    return .mentoring(
      MentoringFile(card: card, framework: check.expectation.key, campaign: campaign, proof: proof))
  }

  private mutating func contact() -> MentoringCard.Contact? {
    guard let text = document.contact else { return nil }
    if let contact = MentoringCard.Contact(text) { return contact }
    check.problems.add(
      .otherValue(
        "contact", text,
        expected: "1 to \(MentoringCard.Contact.lengths.upperBound) plain characters on one line"))
    return nil
  }

  private mutating func region() -> ID<BackgroundQuestions.Option>? {
    guard let text = document.region else { return nil }
    if let region = ID<BackgroundQuestions.Option>(text) { return region }
    check.problems.add(.otherValue("region", text, expected: "the id of a region"))
    return nil
  }

  private mutating func languages() -> [LanguageTag] {
    guard let texts = document.languages else { return [] }
    let limits = MentoringCard.languageLimits
    if !limits.contains(texts.count) {
      check.problems.add(
        .otherValue(
          "languages", String(texts.count),
          expected: "a list of \(limits.lowerBound) to \(limits.upperBound)"))
    }
    var languages: [LanguageTag] = []
    for text in texts {
      if let tag = LanguageTag(text), !languages.contains(tag) {
        languages.append(tag)
      } else {
        check.problems.add(
          .otherValue("languages", text, expected: "a language tag that is not there yet"))
      }
    }
    return languages
  }

  private mutating func offers() -> (teaches: [CompetencyID], seeks: [CompetencyID]) {
    let teaches = check.list(document.teaches, "teaches")
    let seeks = check.list(document.seeks, "seeks")
    for id in seeks where teaches.contains(id) { check.problems.add(.taughtAndSought(id)) }
    if document.teaches?.isEmpty ?? false, document.seeks?.isEmpty ?? false {
      check.problems.add(.nothingOffered)
    }
    return (teaches, seeks)
  }

  /// What it is for; for mentoring where it does not say, as in files made before they said.
  private mutating func purposes() -> Set<MentoringCard.Purpose> {
    guard let words = document.purposes else { return [.mentoring] }
    let known = MentoringCard.Purpose.allCases.map(\.rawValue)
    if words.isEmpty {
      check.problems.add(
        .otherValue("for", "[]", expected: known.joined(separator: ", ") + ", or both"))
    }
    var purposes: Set<MentoringCard.Purpose> = []
    for word in words {
      guard let purpose = MentoringCard.Purpose(rawValue: word),
        purposes.insert(purpose).inserted
      else {
        check.problems.add(
          .otherValue("for", word, expected: known.joined(separator: " or ") + ", each once"))
        continue
      }
    }
    return purposes
  }

  private mutating func mentees() -> Int {
    guard let pairs = document.pairs else { return 0 }
    let limits = MentoringCard.menteeLimits
    if !limits.contains(pairs) {
      check.problems.add(
        .otherValue(
          "pairs", String(pairs),
          expected: "a number from \(limits.lowerBound) to \(limits.upperBound)"))
    }
    return pairs
  }
}
