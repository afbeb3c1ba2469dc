package import Waymark
import WaymarkBasics

/// The files of `waymark export`: de-identified responses that `import` reads, and what their columns
/// mean.
package struct DeidentifiedExport: Sendable {
  private let campaign: Campaign
  private let framework: Framework
  private let background: BackgroundQuestions
  private let responses: DeidentifiedResponses
  private let group: MinimumGroup
  private let words: ExportWords

  /// Joins the parts; the responses are protected already, with the same group.
  package init(
    campaign: Campaign, framework: Framework, background: BackgroundQuestions,
    responses: DeidentifiedResponses, group: MinimumGroup, words: ExportWords
  ) {
    self.campaign = campaign
    self.framework = framework
    self.background = background
    self.responses = responses
    self.group = group
    self.words = words
  }

  /// The files: their paths below the folder, and their contents in UTF-8.
  ///
  /// The same responses give the same bytes, in whatever order they came.
  /// - Parameter entry: the entry of the ledger that records it.
  /// - Throws: what `JSON.document` throws.
  package func files(recordedAs entry: LedgerEntry) throws -> [(path: String, contents: String)] {
    let text = WideTableText(
      framework: framework, background: background, hasRole: !isWithout(treatment(0)),
      withheld: Set((fields(.withheld) + fields(.leftOut)).map(\.id)))
    var table = text.header
    responses.forEach(isMadeUp: campaign.isMadeUp) { table += text.line(for: $0) }
    let package = DataPackage(
      campaign: campaign, title: words.title(campaign.title),
      sentences: (campaign.isMadeUp ? [words.common.madeUpNotice] : [])
        + [words.notForPublication] + sentences,
      isForEverybody: false, missing: ["": words.missing],
      resources: [DataPackage.Resource(path: "responses.csv", table: dictionary(text))])
    return [
      (path: "responses.csv", contents: table),
      (path: "datapackage.json", contents: try package.json(words: words.data)),
      (path: "ledger.json", contents: try entry.json()),
    ]
  }

  /// What was done to protect people and what it does not do, a sentence or two each.
  package var sentences: [String] {
    let names = { (treatment: DeidentifiedResponses.Treatment) in
      (self.treatment(0) == treatment ? [WideTable.roleColumn] : [])
        + self.fields(treatment).map(\.id.description)
    }
    let (withheld, leftOut, thinned) = (names(.withheld), names(.leftOut), names(.thinned))
    return [words.combinations(fewest: group.people)]
      + (leftOut.isEmpty ? [] : [words.leftOut(leftOut)])
      + (withheld.isEmpty ? [] : [words.withheld(withheld)])
      + (thinned.isEmpty ? [] : [words.thinned(thinned)])
      + (withheld.isEmpty && thinned.isEmpty ? [words.nothingLeftEmpty] : []) + words.limits
  }

  private func isWithout(_ treatment: DeidentifiedResponses.Treatment) -> Bool {
    [.withheld, .leftOut].contains(treatment)
  }

  private func treatment(_ question: Int) -> DeidentifiedResponses.Treatment {
    responses.treatments[question]
  }

  private func fields(
    _ treatment: DeidentifiedResponses.Treatment
  ) -> [BackgroundQuestions.Field] {
    zip(background.fields, responses.treatments.dropFirst()).filter { $1 == treatment }.map(\.0)
  }

  private func dictionary(_ text: WideTableText) -> DataTable {
    let levels = framework.scale.steps.map {
      DataTable.Column.Code(value: "\($0.level.rank)", label: $0.label.original)
    }
    let others = [Answer.notPartOfMyWork, .cannotJudge].map {
      DataTable.Column.Code(
        value: $0.word, label: $0 == .cannotJudge ? words.cannotJudge : words.notPartOfMyWork)
    }
    let notAsked = DataTable.Column.Code(value: ".", label: words.notAsked)
    var known = [
      WideTable.respondentColumn: DataTable.Column(
        WideTable.respondentColumn, words.number, .text),
      WideTable.roleColumn: DataTable.Column(
        WideTable.roleColumn, words.role,
        .codes(
          framework.roles.map {
            DataTable.Column.Code(value: $0.id.description, label: $0.title.original)
          })),
    ]
    for field in background.fields {
      let codes = field.options.map {
        DataTable.Column.Code(value: $0.id.description, label: $0.label.original)
      }
      known[field.id.description] = DataTable.Column(
        field.id.description, field.question.original,
        field.choice == .one
          ? words.oneAnswer : words.severalAnswers(codes.map { ($0.value, $0.label) }),
        field.choice == .one ? .codes(codes) : .text)
    }
    for competency in framework.competencies {
      known[competency.id.description] = DataTable.Column(
        competency.id.description, competency.title.original, competency.statement.original,
        .codes(levels + others + [notAsked]))
    }
    return DataTable(
      name: "responses", title: words.table, meaning: words.tableMeaning,
      columns: text.columns.compactMap { known[$0] })
  }
}
