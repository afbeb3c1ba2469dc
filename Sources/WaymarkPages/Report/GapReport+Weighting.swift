import Waymark
import WaymarkBasics

extension GapReport {
  /// What weights change, and who is over- and under-represented.
  var weightingTables: [DataTable] {
    supplement.weighting.map { [weightedTable($0), representationTable($0)] } ?? []
  }

  private func weightedTable(_ weighting: Weighting) -> DataTable {
    var table = DataTable(
      name: "weighted", title: "Weighted to the population",
      meaning: sentences(weighting).joined(separator: " "),
      columns: [
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("n", "People", "How many people gave a level.", .integer),
        .init("share", "Below, unweighted", "The share below usual, 0 to 1.", .share),
        .init("share_weighted", "Below, weighted", "The weighted share, 0 to 1.", .share),
        .init("share_low", "Below, low", "Where its 95 % interval begins (Wilson).", .share),
        .init("share_high", "Below, high", "Where its 95 % interval ends (Wilson).", .share),
        .init("mean", "Mean, unweighted", "The mean level.", .number),
        .init("mean_weighted", "Mean, weighted", "The weighted mean level.", .number),
        .init("mean_low", "Mean, low", "Where its 95 % interval begins.", .number),
        .init("mean_high", "Mean, high", "Where its 95 % interval ends.", .number),
        .init(
          "n_eff", "Effective people", "Kish's effective size of those who gave a level.", .number),
        .init("note", "Note", "Why a number is missing.", .text),
      ])
    for row in weighting.rows {
      func both(_ figure: Figure<Weighting.Both>) -> [CSV.Cell] {
        [
          Self.cell(figure) { .decimal($0.unweighted, places: 4) },
          Self.cell(figure) { .decimal($0.weighted.value, places: 4) },
          Self.cell(figure) {
            $0.weighted.interval.map { .decimal($0.lowerBound, places: 4) } ?? .empty
          },
          Self.cell(figure) {
            $0.weighted.interval.map { .decimal($0.upperBound, places: 4) } ?? .empty
          },
        ]
      }
      table.append(
        [.text(row.id.description), .text(row.title), Self.cell(row.people, CSV.Cell.integer)]
          + both(row.share) + both(row.mean)
          + [
            Self.cell(row.mean) { .decimal($0.weighted.effectiveSize, places: 1) },
            .text((row.mean.absence ?? row.share.absence)?.reason ?? ""),
          ])
    }
    return table
  }

  private func sentences(_ weighting: Weighting) -> [String] {
    let unanswered =
      weighting.unanswered == 0
      ? nil
      : minimumGroup.withholds(weighting.unanswered)
        ? "A few people left an answer out that the weights need."
        : "\(weighting.unanswered) people left an answer out that the weights need: they "
          + (weighting.treatment == .meanWeight ? "keep the mean weight." : "are left out.")
    return [
      "Everybody counts by a weight that brings those who answered to the margins of the population "
        + "(raking, Deming & Stephan 1940).",
      "The \(weighting.people) people are worth \(Decimal.text(weighting.effectiveSize, places: 0)) "
        + "without weights" + (weighting.isWeak ? ", less than half: take care." : "."),
      weighting.cap.map {
        "Weights are cut at \(Decimal.text($0, places: 1)) times the mean, which leaves a margin "
          + "\(Decimal.text(weighting.marginError * 100, places: 1)) % off."
      }, unanswered,
    ].compactMap { $0 }
  }

  private func representationTable(_ weighting: Weighting) -> DataTable {
    var table = DataTable(
      name: "representation", title: "Who is represented",
      meaning:
        "Those who answered beside the population. Above 1: more of them answered than their "
        + "share; below 1: fewer.",
      columns: [
        .init("variable", "By", "What people are sorted by.", .text),
        .init("category", "Group", "The group.", .text),
        .init("n", "People", "How many answered.", .integer),
        .init("sample", "Share here", "Their share of those who answered, 0 to 1.", .share),
        .init("population", "Share there", "The share of the population, 0 to 1.", .share),
        .init("ratio", "Ratio", "The first share divided by the second.", .number),
      ])
    for share in weighting.shares {
      let sample = Double(weighting.people)
      table.append([
        .text(share.variable), .text(share.category), Self.cell(share.people, CSV.Cell.integer),
        Self.cell(share.people) { .decimal(Double($0) / sample, places: 4) },
        .decimal(share.population, places: 4),
        Self.cell(share.people) {
          share.population > 0
            ? .decimal(Double($0) / sample / share.population, places: 2) : .empty
        },
      ])
    }
    return table
  }
}
