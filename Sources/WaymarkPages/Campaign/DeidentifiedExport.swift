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

  /// Joins the parts; the responses are protected already, with the same group.
  package init(
    campaign: Campaign, framework: Framework, background: BackgroundQuestions,
    responses: DeidentifiedResponses, group: MinimumGroup
  ) {
    self.campaign = campaign
    self.framework = framework
    self.background = background
    self.responses = responses
    self.group = group
  }

  /// The files: their paths below the folder, and their contents in UTF-8.
  ///
  /// The same responses give the same bytes, in whatever order they came.
  /// - Parameter entry: the entry of the ledger that records it.
  /// - Throws: what `JSON.document` throws.
  package func files(recordedAs entry: LedgerEntry) throws -> [(path: String, contents: String)] {
    let text = WideTableText(
      framework: framework, background: background, hasRole: treatment(0) != .withheld,
      withheld: Set(fields(.withheld).map(\.id)))
    var table = text.header
    responses.forEach(isMadeUp: campaign.isMadeUp) { table += text.line(for: $0) }
    let package = DataPackage(
      campaign: campaign, title: "Responses without names: \(campaign.title)",
      sentences: [
        campaign.isMadeUp ? GapReport.madeUpNotice : nil,
        "For research inside the association or under an agreement, not for publication.",
      ].compactMap { $0 } + sentences,
      isForEverybody: false,
      missing: ["": "skipped; in the columns about people no answer, or left empty"],
      resources: [DataPackage.Resource(path: "responses.csv", table: dictionary(text))])
    return [
      (path: "responses.csv", contents: table),
      (path: "datapackage.json", contents: try package.json()),
      (path: "ledger.json", contents: try entry.json()),
    ]
  }

  /// What was done to protect people and what it does not do, a sentence or two each.
  package var sentences: [String] {
    let names = { (treatment: DeidentifiedResponses.Treatment) in
      ((self.treatment(0) == treatment ? ["role"] : [])
        + self.fields(treatment).map(\.id.description)).joined(separator: ", ")
    }
    let withheld = names(.withheld)
    let thinned = names(.thinned)
    return [
      "No combination of background answers is held by fewer than \(group.people) people.",
      withheld.isEmpty ? nil : "Withheld altogether: \(withheld).",
      thinned.isEmpty ? nil : "Some answers were left empty: \(thinned).",
      withheld.isEmpty && thinned.isEmpty ? "No background answer had to be left empty." : nil,
      "What managers said that their service needs is left out.",
      "Ids are new, and the rows are sorted by what they say.",
      "Importance, months, links and revisions are not in the file.",
      "Somebody who knows how a person rated the statements can still find that person's row.",
    ].compactMap { $0 }
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
        value: $0.word, label: $0 == .cannotJudge ? "can't judge" : "not part of my work")
    }
    let notAsked = DataTable.Column.Code(value: ".", label: "not asked")
    var known = [
      WideTable.respondentColumn: DataTable.Column(
        WideTable.respondentColumn, "Number", "A new number that tells nothing.", .text),
      WideTable.roleColumn: DataTable.Column(
        WideTable.roleColumn, "Role", "The role that the person is compared with.",
        .codes(
          framework.roles.map {
            DataTable.Column.Code(value: $0.id.description, label: $0.title.original)
          })),
    ]
    for field in background.fields {
      let codes = field.options.map {
        DataTable.Column.Code(value: $0.id.description, label: $0.label.original)
      }
      let several =
        "Several are joined by ; : "
        + codes.map { "\($0.value) is \($0.label)" }.joined(separator: "; ") + "."
      known[field.id.description] = DataTable.Column(
        field.id.description, field.question.original,
        field.choice == .one ? "The person's answer." : several,
        field.choice == .one ? .codes(codes) : .text)
    }
    for competency in framework.competencies {
      known[competency.id.description] = DataTable.Column(
        competency.id.description, competency.title.original, competency.statement.original,
        .codes(levels + others + [notAsked]))
    }
    return DataTable(
      name: "responses", title: "Responses", meaning: "A row for each person.",
      columns: text.columns.compactMap { known[$0] })
  }
}
