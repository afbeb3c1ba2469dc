import Waymark
import WaymarkBasics

extension GapReport {
  /// What the service needs as those see it who answered for it, beside the levels of staff.
  var serviceTables: [DataTable] {
    guard let need = supplement.service else { return [] }
    let gaps = zip(overall.competencies, zip(need.now, need.inFiveYears))
      .map { ServiceGap($0, now: $1.0, inFiveYears: $1.1) }
      .sorted { $0.comesBefore($1) }
    var table = DataTable(
      name: "service_need", title: "What the service needs",
      meaning: Self.words(on: gaps, people: need.people),
      columns: [
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("managers_now", "Managers, now", "How many managers gave a level for now.", .integer),
        .init(
          "needed_now", "Needed now", "The median level that they say is needed now.", .integer),
        .init(
          "managers_later", "Managers, in 5 years",
          "How many managers gave a level for in five years.", .integer),
        .init(
          "needed_later", "Needed in 5 years",
          "The median level that they say is needed in five years.", .integer),
        .init("staff", "Staff", "How many of the staff gave a level.", .integer),
        .init("staff_level", "Staff's level", "The median level of staff.", .integer),
        .init(
          "reach_now", "Reach now", "How many of the staff are at or above the level needed now.",
          .integer),
        .init(
          "reach_later", "Reach in 5 years",
          "How many of the staff are at or above the level needed in five years.", .integer),
        .init("note", "Note", "Why a number is missing.", .text),
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
          + [.text(figures.lazy.compactMap(\.absence).first?.reason ?? "")])
    }
    return [table]
  }

  /// What the table says, and how to read it.
  private static func words(on gaps: [ServiceGap], people: Figure<Int>) -> String {
    let finding: [String]
    if let count = people.value {
      let told = gaps.filter { $0.gap(to: $0.now) != nil }
      // Of the statements in which both can be compared.
      func above(_ need: (ServiceGap) -> Figure<ServiceNeed.Level>) -> String {
        let known = gaps.compactMap { $0.gap(to: need($0)) }
        return "\(known.count { $0 > 0 }) of \(known.count)"
      }
      let largest = told.prefix(3).filter { ($0.gap(to: $0.now) ?? 0) > 0 }.compactMap { gap in
        gap.now.value.flatMap { need in
          gap.staffMedian.value.map {
            "\(gap.competency.title) (needed \(need.median), staff \($0))"
          }
        }
      }
      finding =
        [
          "\(count) managers said what their service needs. Of the statements that can be compared "
            + "they need a higher level now than staff have in \(above(\.now)), and in five years in "
            + "\(above(\.inFiveYears))."
        ] + (largest.isEmpty ? [] : ["Largest gaps now: \(largest.joined(separator: ", "))."])
    } else {
      finding = ["Too few managers said what their service needs; it is withheld."]
    }
    return
      (finding + [
        "This is the managers' view: the level that at least one person in a library should have.",
        "Levels are medians, of an even number the lower one of the two in the middle.",
        "The largest gaps between the level needed now and that of staff come first.",
      ]).joined(separator: " ")
  }
}
