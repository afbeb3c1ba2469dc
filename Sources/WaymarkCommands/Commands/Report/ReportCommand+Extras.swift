import Waymark
import WaymarkBasics
import WaymarkSheets
import WaymarkStore

extension ReportCommand {
  /// What the report says beside level counts, and what it is worked out of; nothing without a store.
  func extras(
    _ input: ReportInput, minimum: MinimumGroup, _ words: CommandWords
  ) throws -> (details: SheetDetails?, supplement: ReportExtras) {
    var supplement = ReportExtras()
    guard let store = input.store else { return (nil, supplement) }
    var willing = WillingnessTally(
      input.documents.background, groupings: input.counts.groupings)
    let details = try store.details(
      of: input.campaign, documents: input.documents, willing: &willing)
    supplement.willingness = Willingness(willing, counts: input.counts, minimumGroup: minimum)
    let framework = input.documents.framework
    supplement.service = ServiceNeed(
      try store.serviceSheets(of: input.campaign.id, framework: framework), framework: framework,
      minimumGroup: minimum)
    supplement.comparison = try comparison(input, store, minimum: minimum, words)
    supplement.weighting = try weighting(input, minimum: minimum, words.report)
    return (details, supplement)
  }

  private func comparison(
    _ input: ReportInput, _ store: Store, minimum: MinimumGroup, _ words: CommandWords
  ) throws -> Comparison? {
    guard let compare else { return nil }
    let earlier = try store.campaign(named: compare)
    guard earlier.id != input.campaign.id else {
      throw Failure(.usage, words.report.compareAnother)
    }
    try store.refuseMixture(of: [earlier, input.campaign])
    try store.refuseReversed(before: earlier, after: input.campaign)
    let before = try input.installed.documents(of: earlier, keptIn: store)
    let framework = input.documents.framework
    let positions = Comparison.positions(earlier: before.framework, later: framework)
    guard before.framework.scale.steps.count == framework.scale.steps.count, !positions.isEmpty
    else {
      throw Failure.input(words.campaign.subject(earlier.id), words.report.askedOtherwise)
    }
    let counts = try store.counts(of: earlier.id, documents: before)
    let linked = try store.pairedSteps(
      from: earlier.id, to: input.campaign.id, positions: positions
    ).first
    return Comparison(
      earlier: (earlier, before.framework, counts.overall),
      later: (framework, input.counts.overall),
      paired: (linked.steps, linked.people),
      earlierCoreForm: CoreFormPart(
        counts, framework: before.framework, minimumGroup: minimum), minimumGroup: minimum)
  }

  private func weighting(
    _ input: ReportInput, minimum: MinimumGroup, _ words: ReportCommandWords
  ) throws -> Weighting? {
    if let trim {
      guard population != nil, (1.5...100).contains(trim) else {
        throw Failure(.usage, words.trimNeedsPopulation)
      }
    }
    guard let margins = input.margins, let population else { return nil }
    do throws(RakingProblem) {
      return try Weighting(
        table: input.marginTable ?? input.counts.everybody, margins: margins.margins,
        groupings: margins.groupings, framework: input.documents.framework,
        unanswered: leaveOutUnanswered ? .leftOut : .meanWeight, cap: trim, minimumGroup: minimum)
    } catch {
      let message = "\(population.printableLine): \(error.what); \(error.mend)".printable
      guard case .notConverged = error else { throw Failure(.input, message) }
      throw Failure(.failed, message)
    }
  }

  /// Reads the margins of the population, and finds out what they are about.
  func margins(
    _ documents: CampaignDocuments, _ words: ReportCommandWords
  ) throws -> ReportInput.Margins? {
    guard let population else { return nil }
    let file = population.printableLine
    let rows = try CSVReader.rows(
      of: try BoundedFile.read(population, limit: 1 << 20), file: file)
    let margins = try MarginsTable.margins(
      in: rows, file: file, framework: documents.framework, background: documents.background
    ).filter { $0.grouping != Grouping.everybody }
    var names: [String] = []
    for margin in margins where !names.contains(margin.grouping) { names.append(margin.grouping) }
    guard !names.isEmpty, names.count(where: { $0 != "role" }) <= 2 else {
      throw Failure.input(file, words.unfitMargins(hasNone: names.isEmpty))
    }
    do throws(Findings<ReportProblem>) {
      return ReportInput.Margins(
        margins: margins,
        groupings: try Grouping.named(
          names, framework: documents.framework, background: documents.background, source: file))
    } catch {
      throw Failure(error)
    }
  }
}
