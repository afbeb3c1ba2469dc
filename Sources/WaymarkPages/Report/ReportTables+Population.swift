import Waymark
import WaymarkBasics

extension ReportTables {
  /// What the service needs as those see it who answered for it, beside the levels of staff.
  var service: [DataTable] {
    guard let need = report.supplement.service else { return [] }
    let gaps = zip(overall.competencies, zip(need.now, need.inFiveYears))
      .map { ServiceGap($0, now: $1.0, inFiveYears: $1.1) }
      .sorted { $0.comesBefore($1) }
    let (words, data) = (words.population.service, words.data)
    var table = DataTable(
      name: "service_need", title: words.title,
      meaning: self.words.figures.joined(finding(gaps, people: need.people) + words.howToRead),
      columns: [
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("managers_now", words.managersNow, .integer),
        .init("needed_now", words.neededNow, .integer),
        .init("managers_later", words.managersLater, .integer),
        .init("needed_later", words.neededLater, .integer), .init("staff", words.staff, .integer),
        .init("staff_level", words.staffLevel, .integer),
        .init("reach_now", words.reachNow, .integer),
        .init("reach_later", words.reachLater, .integer), .init("note", data.note, .text),
      ])
    for gap in gaps {
      let figures: [Figure<Int>] =
        [gap.now, gap.inFiveYears].flatMap { need in
          [need.map(\.people), need.map(\.median)]
        } + [
          gap.staff.map { $0.reduce(0, +) }, gap.staffMedian, gap.reaching(gap.now),
          gap.reaching(gap.inFiveYears),
        ]
      table.append(
        [.text(gap.competency.id.description), .text(gap.competency.title)]
          + figures.map { Self.cell($0, CSV.Cell.integer) }
          + [note(figures.lazy.compactMap(\.absence).first)])
    }
    return [table]
  }

  /// In how many statements the service needs more than staff have, and where most.
  private func finding(_ gaps: [ServiceGap], people: Figure<Int>) -> [String] {
    let words = words.population.service
    guard let managers = people.value else { return [words.tooFew] }
    // Of the statements in which both can be compared.
    func higher(_ need: (ServiceGap) -> Figure<ServiceNeed.Level>) -> (higher: Int, of: Int) {
      let known = gaps.compactMap { $0.gap(to: need($0)) }
      return (higher: known.count { $0 > 0 }, of: known.count)
    }
    let told = gaps.filter { $0.gap(to: $0.now) != nil }
    let largest = told.prefix(3).filter { ($0.gap(to: $0.now) ?? 0) > 0 }.compactMap { gap in
      gap.now.value.flatMap { need in
        gap.staffMedian.value.map {
          (statement: gap.competency.title, needed: need.median, staff: $0)
        }
      }
    }
    return [words.needed(managers, now: higher(\.now), later: higher(\.inFiveYears))]
      + (largest.isEmpty ? [] : [words.largestGaps(largest)])
  }
}

extension ReportTables {
  /// Who said that they are willing to serve, a row for everybody and for each group.
  var willingness: [DataTable] {
    guard let willingness = report.supplement.willingness else { return [] }
    let (words, data) = (words.population.willing, words.data)
    var table = DataTable(
      name: "willing", title: words.title, meaning: words.meaning,
      columns: [
        .init("by", data.by, .text), .init("group", data.group, .text),
        .init("n", words.people, .integer),
      ]
        + willingness.questions.enumerated().map { place, question in
          .init("willing_\(place + 1)", words.yes(question), .integer)
        })
    for row in willingness.rows {
      table.append(
        [.text(row.by ?? ""), .text(row.group), Self.cell(row.people, CSV.Cell.integer)]
          + row.willing.map { Self.cell($0, CSV.Cell.integer) })
    }
    return [table]
  }
}

extension ReportTables {
  /// What weights change, and who is over- and under-represented.
  var weighting: [DataTable] {
    report.supplement.weighting.map { [weighted($0), representation($0)] } ?? []
  }

  private func weighted(_ weighting: Weighting) -> DataTable {
    let (words, data) = (words.population.weighted, words.data)
    var table = DataTable(
      name: "weighted", title: words.title,
      meaning: self.words.figures.joined(sentences(weighting)),
      columns: [
        .init("competency", data.statementID, .text), .init("title", data.statement, .text),
        .init("n", data.people, .integer), .init("share", words.share, .share),
        .init("share_weighted", words.shareWeighted, .share),
        .init("share_low", words.shareLow, .share), .init("share_high", words.shareHigh, .share),
        .init("mean", words.mean, .number), .init("mean_weighted", words.meanWeighted, .number),
        .init("mean_low", words.meanLow, .number), .init("mean_high", words.meanHigh, .number),
        .init("n_eff", words.effectivePeople, .number), .init("note", data.note, .text),
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
            note(row.mean.absence ?? row.share.absence),
          ])
    }
    return table
  }

  private func sentences(_ weighting: Weighting) -> [String] {
    let words = words.population.weighted
    guard let sample = weighting.sample.value else { return [words.method, words.tooFew] }
    let unanswered: String? =
      switch sample.unanswered {
      case .none: words.someUnanswered
      case .value(0): nil
      case .value(let people): words.unanswered(people, weighting.treatment)
      }
    return [
      words.method, words.worth(sample.people, sample.effectiveSize, isWeak: sample.isWeak),
      weighting.cap.map { words.cut($0, marginError: sample.marginError) }, unanswered,
    ].compactMap { $0 }
  }

  private func representation(_ weighting: Weighting) -> DataTable {
    let (words, data) = (words.population.representation, words.data)
    var table = DataTable(
      name: "representation", title: words.title, meaning: words.meaning,
      columns: [
        .init("variable", words.by, .text), .init("category", data.group, .text),
        .init("n", words.people, .integer), .init("sample", words.sample, .share),
        .init("population", words.population, .share), .init("ratio", words.ratio, .number),
      ])
    for share in weighting.shares {
      table.append([
        .text(share.variable), .text(share.category), Self.cell(share.people, CSV.Cell.integer),
        Self.cell(share.sample) { .decimal($0, places: 4) },
        .decimal(share.population, places: 4),
        Self.cell(share.ratio) { $0.map { .decimal($0, places: 2) } ?? .empty },
      ])
    }
    return table
  }
}
