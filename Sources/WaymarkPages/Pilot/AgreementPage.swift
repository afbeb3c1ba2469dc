package import Waymark
package import WaymarkBasics

/// How far two ratings of the same people agree, in each format.
package struct AgreementPage {
  let agreement: RatingAgreement
  let files: (first: String, second: String)
  let words: AgreementWords
  let language: LanguageTag

  /// - Parameter files: what the two tables are called.
  package init(
    _ agreement: RatingAgreement, files: (first: String, second: String), words: AgreementWords,
    language: LanguageTag = .english
  ) {
    self.agreement = agreement
    self.files = files
    self.words = words
    self.language = language
  }

  /// What is said, in the order in which it is read.
  package var page: Page {
    .internalPage(
      words.title(agreement.occasion), notice: notice, summary: summary,
      entries: Page.Section(
        words.lookFirst(below: RatingAgreement.weakBelow), findings: findings),
      lists: [Page.Section(words.paired, lines: pairing)]
        + (agreement.hasPairsEnough ? [section(areaTable), section(statementTable)] : [])
        + itemSections,
      method: words.method(agreement), words: words.common)
  }

  /// Every statement with all there is.
  package var csv: String { table.csv }

  /// The same for other programs.
  ///
  /// - Throws: what `JSON.document` throws, never for these values.
  package func json() throws -> String {
    let pairing = agreement.pairing
    return try JSON.document(
      .ratingAgreement,
      [
        "occasion": .string(agreement.occasion == .twoRaters ? "two-raters" : "same-again"),
        "files": .array([.string(files.first), .string(files.second)]),
        "madeUp": .bool(agreement.isMadeUp), "notice": .string(notice.joined(separator: " ")),
        "summary": .string(summary.joined(separator: " ")),
        "pairs": .object([
          "both": .integer(pairing.both), "onlyFirst": .integer(pairing.onlyFirst),
          "onlySecond": .integer(pairing.onlySecond),
          "withoutLevel": .integer(pairing.withoutLevel),
        ]),
        "fewestPairs": .integer(agreement.fewestPairs),
        "statements": table.json, "areas": areas.json,
      ])
  }

  private var notice: [String] {
    InternalNotice.sentences(
      isMadeUp: agreement.isMadeUp, minimumGroup: agreement.minimumGroup, words: words.common)
  }

  private var summary: [String] {
    let weakest = agreement.byKappa.filter { !$0.ratings.isGood }.prefix(3).map {
      (name: title(of: $0.statement), kappa: $0.kappa.value)
    }
    let found =
      !agreement.hasPairsEnough
      ? [words.tooFewPairs(agreement.fewestPairs)]
      : agreement.compared == 0
        ? [words.nothingCompared]
        : [
          words.agreeing(
            agreement.agreeing, of: agreement.compared, weak: agreement.weak.count)
        ] + (weakest.isEmpty ? [] : [words.weakest(weakest)])
    return [
      words.files(files.first, files.second, agreement.occasion),
      words.pairs(agreement.pairing.both),
    ] + found + [words.limits(agreement.occasion)]
  }

  /// The statements to look at first, the lowest kappa first.
  private var findings: [(title: String, facts: [String])] {
    agreement.weak.map { statement, ratings, kappa in
      (
        title: name(of: statement),
        facts: [statement.competency.statement.text(in: language)]
          + words.agreement(ratings, kappa, agreement.occasion)
      )
    }
  }

  /// Who is paired, and which statements have no kappa.
  private var pairing: [String] {
    let pairing = agreement.pairing
    let alone = [(files.first, pairing.onlyFirst), (files.second, pairing.onlySecond)]
      .filter { $0.1 > 0 }.map(words.onlyIn)
    let asked = [
      (files.first, agreement.statements.count { $0.second == nil }),
      (files.second, agreement.statements.count { $0.first == nil }),
    ].filter { $0.1 > 0 }.map(words.askedOnlyIn)
    let constant = agreement.constant.map(title)
    return [words.pairs(pairing.both)] + (alone.isEmpty ? [words.everybodyPaired] : alone)
      + (pairing.withoutLevel > 0 ? [words.withoutLevel(pairing.withoutLevel)] : []) + asked
      + (constant.isEmpty ? [] : [words.constant(constant)])
      + (agreement.withheld > 0
        ? [words.withheld(agreement.withheld, fewest: agreement.fewestPairs)] : [])
  }

  func title(of statement: RatingAgreement.Statement) -> String {
    statement.competency.title.text(in: language)
  }

  func name(of statement: RatingAgreement.Statement) -> String {
    words.common.name(title(of: statement), id: statement.competency.id)
  }
}
