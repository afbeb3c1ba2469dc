package import Waymark
package import WaymarkBasics

/// The sentences and the table of what a cohort needs, the same in every format.
///
/// What too few people stand behind is withheld here, so that no format can show it by mistake.
package struct CohortWords {
  let cohort: Cohort
  let isMadeUp: Bool
  private let needs: CohortNeeds
  private let minimumGroup: MinimumGroup
  private let named: NamedPeople
  private let language: LanguageTag

  /// - Parameters:
  ///   - isMadeUp: whether the people of a campaign were made up.
  ///   - named: those of its campaigns who agreed to be named to their trainer.
  package init(
    _ cohort: Cohort, needs: CohortNeeds, minimumGroup: MinimumGroup, isMadeUp: Bool,
    named: NamedPeople = .none, language: LanguageTag = .english
  ) {
    self.cohort = cohort
    self.needs = needs
    self.minimumGroup = minimumGroup
    self.isMadeUp = isMadeUp
    self.named = named.besides([needs.people], minimumGroup)
    self.language = language
  }

  /// What is said, in the order in which it is read.
  package var page: Page {
    .internalPage(
      "Cohort: \(cohort.id)", notice: notice, summary: summary,
      entries: Page.Section("What is missing most", findings: most),
      lists: [
        Page.Section("Where nobody here could teach", lines: withoutTeacher),
        Page.Section("Where all are at or above what is usual", lines: reached),
      ], tables: isWithheld ? [] : [table])
  }

  /// Whether the cohort is too small for anything to be said of it.
  private var isWithheld: Bool { minimumGroup.withholds(needs.people) }

  var notice: [String] {
    [named.notice]
      + InternalNotice.sentences(isMadeUp: isMadeUp, minimumGroup: minimumGroup)
  }

  private var summary: [String] {
    let campaigns = cohort.campaigns.map(\.description).joined(separator: ", ")
    let source = "of the campaign\(cohort.campaigns.count == 1 ? "" : "s") \(campaigns)"
    let members = cohort.conditions.map { condition in
      "\(condition.grouping) is \(condition.groups.joined(separator: " or "))"
    }
    let who = members.isEmpty ? "" : ", where " + members.joined(separator: " and ")
    guard !isWithheld else {
      return ["Fewer than \(minimumGroup.people) people \(source)\(who): nothing is said of them."]
    }
    guard needs.people > 0 else { return ["Nobody \(source)\(who) is in it."] }
    let people = needs.people == 1 ? "1 person" : "\(needs.people) people"
    let below = needs.needs.count
    return [
      "\(people) \(source)\(who).",
      below == 0
        ? "Nobody is below what is usual for their role."
        : "In \(ProfileWords.statements(below)) somebody is below what is usual.",
    ]
  }

  /// What most levels are missing in; ten at most.
  private var most: [(title: String, facts: [String])] {
    shown(needs.needs).prefix(10).map { row in
      (title: name(row.competency), facts: facts(row))
    }
  }

  /// The statements that somebody is below in and nobody here could teach.
  private var withoutTeacher: [String] {
    shown(needs.needs).filter { $0.couldTeach == 0 }.map { name($0.competency) }
  }

  /// The statements in which all who are compared are at or above what is usual.
  private var reached: [String] {
    shown(needs.rows).filter { $0.below == 0 && $0.compared > 0 }.map { name($0.competency) }
  }

  private func shown(_ rows: [CohortNeeds.Row]) -> [CohortNeeds.Row] {
    isWithheld ? [] : rows.filter { !minimumGroup.withholds($0.compared) }
  }

  private func facts(_ row: CohortNeeds.Row) -> [String] {
    let bases = row.competency.buildsOn.compactMap { id -> String? in
      guard let count = row.lacking[id], count > 0,
        let base = needs.framework.competency(id)
      else { return nil }
      return
        "Of those below, \(count) \(count == 1 ? "is" : "are") below in \(name(base)) too, which comes before it."
    }
    let levels = row.levels.enumerated().map { "\($1) on \($0 + 1)" }.joined(separator: ", ")
    return [
      "\(row.below) of \(row.compared) \(row.below == 1 ? "is" : "are") below what is usual, by \(row.missing) "
        + "level\(row.missing == 1 ? "" : "s") together.",
      row.isForFew
        ? "Few roles here ask for it: one who can do it may be enough."
        : "Most roles here ask for it: it is for everyone.",
      "In the room: \(levels).",
      row.couldTeach == 0 ? "Nobody here could teach it." : "\(row.couldTeach) could teach it.",
    ] + bases + named.facts(on: [row.competency.id])
  }

  /// Those who agreed to be named; `nil` for nobody, and where the cohort is too small.
  var namedTable: DataTable? {
    isWithheld
      ? nil : named.table(isMadeUp: isMadeUp, framework: needs.framework, language: language)
  }

  private func name(_ competency: Competency) -> String {
    "\(competency.title.text(in: language)) (\(competency.id))"
  }

  /// Every statement, a row each, in the framework's order.
  var table: DataTable {
    var table = DataTable(
      name: "needs", title: "Every statement",
      meaning: "How many people of the cohort are below what is usual for their own role.",
      columns: [
        .init("made_up", "Made up", "Whether these people were made up.", .flag),
        .init("competency", "Statement id", "The id of the statement.", .text),
        .init("title", "Statement", "The statement's short name.", .text),
        .init("n", "Rated", "How many gave a level.", .integer),
        .init("compared", "Compared", "How many have a role that asks for it.", .integer),
        .init("below", "Below", "How many of these are below what is usual.", .integer),
        .init(
          "at_or_above", "At or above", "How many of these are at or above what is usual.", .integer
        ),
        .init(
          "for", "For", "Whether most roles here ask for it or few: one who can may be enough.",
          .codes([.init(value: "everyone", label: "everyone"), .init(value: "few", label: "few")])),
        .init("missing", "Levels", "How many levels they are missing together.", .integer),
        .init("could_teach", "Could teach", "How many are on the highest two levels.", .integer),
      ]
        + needs.framework.scale.steps.map { step in
          .init(
            "level_\(step.level.rank)", "Level \(step.level.rank)",
            "How many are on level \(step.level.rank).", .integer)
        })
    for row in needs.rows {
      let hidesLevels = isWithheld || minimumGroup.withholds(row.rated)
      let hidesBelow = isWithheld || minimumGroup.withholds(row.compared)
      func cell(_ number: Int, _ isHidden: Bool) -> CSV.Cell {
        isHidden ? .text(Absence.withheldMark) : .integer(number)
      }
      table.append(
        [
          .text(isMadeUp ? "yes" : "no"), .text(row.competency.id.description),
          .text(row.competency.title.text(in: language)), cell(row.rated, hidesLevels),
          cell(row.compared, hidesBelow), cell(row.below, hidesBelow),
          cell(row.atOrAbove, hidesBelow),
          hidesBelow ? .text(Absence.withheldMark) : .text(row.isForFew ? "few" : "everyone"),
          cell(row.missing, hidesBelow), cell(row.couldTeach, hidesLevels),
        ] + row.levels.map { cell($0, hidesLevels) })
    }
    return table
  }
}
