import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// `waymark cohort`: the groups that a trainer plans for.
struct CohortCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohort",
    abstract: "Name a group of people, and see what it needs to learn.",
    usage: "waymark cohort <new | list | show | rename | delete>",
    discussion: """
      Examples:
        waymark cohort new rural --campaign ohio-2026 --where locale=rural
        waymark cohort show rural
      """,
    subcommands: [New.self, List.self, Show.self, Rename.self, Delete.self])

  /// `waymark cohort new`: names a group.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Name a group of those who answered one or several campaigns.",
      usage: """
        waymark cohort new <name> --campaign <name> ... [--where <field=group>] ...
        waymark cohort new <name> --campaign <name> --responses <file>
        """,
      discussion: """
        Of several groups of one field any fits; of several fields all must. The file has one \
        response id a line.

        Examples:
          waymark cohort new rural --campaign ohio-2026 --where locale=rural --where locale=town
          waymark cohort new invited --campaign ohio-2026 --responses ids.txt
        """)

    @Argument(help: "A name of letters, digits, '.', '_' and '-'.")
    var name: String

    @Option(help: ArgumentHelp("The campaign; may be repeated.", valueName: "name"))
    var campaign: [String]

    @Option(
      name: .customLong("where"),
      help: ArgumentHelp("Who gave this answer, such as role=librarian.", valueName: "field=group"))
    var conditions: [String] = []

    @Option(
      help: ArgumentHelp("Whose response ids stand in this file.", valueName: "file"),
      completion: .file())
    var responses: String?

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let words = session.said.cohort
      guard let id = ID<Cohort>(name) else {
        throw Failure(.usage, words.noName(name.printableLine))
      }
      let store = try session.openStore(
        toWriteAs: words.newRun, beginning: session.said.campaign.beginning)
      // What is checked in the campaigns is there when the cohort is kept.
      try store.inOneTransaction {
        let campaigns = try campaign.map { try store.campaign(named: $0) }
        let cohort = Cohort(
          id: id, campaigns: campaigns.map(\.id), conditions: try grouped(words),
          responses: try responses.map {
            try ResponseIDs.read($0, of: campaigns.map(\.id), in: store, session)
          } ?? [])
        let installed = try InstalledDocuments.find()
        let documents = try cohort.documents(in: store, installed: installed)
        _ = try CohortNeeds(cohort, of: documents, in: store, installed: installed)
        do throws(StoreError) {
          try store.keep(cohort)
        } catch {
          guard error.problem == .exists else { throw error }
          throw Failure(.usage, words.exists(id))
        }
      }
      try session.console.write(words.named(id) + "\n")
      session.console.remark(words.nextShow(id, suffix: session.suffix))
    }

    /// The conditions, those of the same field joined.
    private func grouped(_ words: CohortCommandWords) throws -> [Cohort.Condition] {
      var groups: [(field: String, groups: [String])] = []
      for condition in conditions {
        let parts = condition.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          throw Failure(.usage, words.noCondition(condition.printableLine))
        }
        if let place = groups.firstIndex(where: { $0.field == parts[0] }) {
          groups[place].groups.append(parts[1])
        } else {
          groups.append((parts[0], [parts[1]]))
        }
      }
      return groups.map { Cohort.Condition(grouping: $0.field, groups: $0.groups) }
    }
  }

  /// `waymark cohort list`: a line each.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the cohorts.", usage: "waymark cohort list",
      discussion: """
        Example:
          waymark cohort list
        """)

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let store = try session.openStore(
        for: .reading, beginning: session.said.campaign.beginning)
      let words = session.said.cohort
      let cohorts = try store.cohorts()
      for cohort in cohorts {
        let conditions = cohort.conditions.flatMap { condition in
          condition.groups.map { "\(condition.grouping)=\($0)".printableLine }
        }
        let line = words.listed(
          cohort.id, campaigns: cohort.campaigns.map(\.description), conditions: conditions,
          ids: cohort.responses.count)
        try session.console.write(line + "\n")
      }
      session.console.remark(
        cohorts.isEmpty
          ? words.none(suffix: session.suffix) : words.nextShow(suffix: session.suffix))
    }
  }

  /// `waymark cohort show`: what a group needs.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show what a cohort needs most, the mix of levels, and who could teach.",
      usage: "waymark cohort show <name> [--min-group <n>] [-o <file>]",
      discussion: """
        The ending of the file, .txt, .csv, .html or .json, says in which form it is written.

        Examples:
          waymark cohort show rural
          waymark cohort show rural -o rural.html
        """)

    @Argument(help: "The cohort.")
    var name: String

    @Option(
      help: ArgumentHelp(
        "Withhold what rests on fewer people, 5 or more. (default: 5)", valueName: "n"),
      transform: { try Int(typed: $0) })
    var minGroup = 5

    @Option(
      name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
      completion: .file())
    var output: String?

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    private static var forms: [DocumentForm<CohortPage, String>] {
      DocumentForm.page(as: [.text], \.page) + [.text(.csv, \.csv)]
        + DocumentForm.page(as: [.html], \.page) + [.text(.json) { try $0.json() }]
    }

    func run() throws {
      let session = try Session(options)
      let form = try session.form(of: Self.forms, output: output)
      let minimum = try MinimumGroup.asked(for: minGroup)
      let store = try session.openStore(
        for: .reading, beginning: session.said.campaign.beginning)
      let cohort = try Cohort.named(name, in: store)
      let installed = try InstalledDocuments.find()
      let documents = try cohort.documents(in: store, installed: installed)
      let needs = try CohortNeeds(cohort, of: documents, in: store, installed: installed)
      let report = CohortReport(
        needs, named: try cohort.namedPeople(in: store, documents: documents),
        minimumGroup: minimum)
      let page = CohortPage(
        cohort, report,
        isMadeUp: try cohort.campaigns.contains {
          try store.campaign(named: $0.description).isMadeUp
        }, words: session.words.cohort, language: session.language)
      try session.deliver(page, as: form, to: output, for: .owner)
      if output == nil {
        session.console.remark(session.said.cohort.keepIt(cohort.id, suffix: session.suffix))
      }
    }
  }
}

extension CohortNeeds {
  /// Counts a cohort's members in the campaigns of a store.
  ///
  /// - Throws: `Failure` when the conditions name what there is not.
  init(
    _ cohort: Cohort, of documents: CampaignDocuments, in store: Store,
    installed: InstalledDocuments
  ) throws {
    self.init(framework: documents.framework)
    try cohort.visitMembers(in: store, installed: installed) { add($0) }
  }
}

extension Cohort {
  /// The cohort with a name.
  ///
  /// - Throws: `Failure` when there is none.
  static func named(_ name: String, in store: Store) throws -> Cohort {
    let cohorts = try store.cohorts()
    if let cohort = cohorts.first(where: { $0.id.folded == name.lowercased() }) { return cohort }
    let words = CommandWords.english.cohort
    throw Failure.unknown(
      words.kind, name, among: cohorts.map(\.id.description), exit: .input, mend: words.nameOne)
  }

  /// The documents of the campaigns, which asked the same statements.
  ///
  /// - Throws: `Failure` when they did not.
  func documents(in store: Store, installed: InstalledDocuments) throws -> CampaignDocuments {
    let campaigns = try campaigns.map { try store.campaign(named: $0.description) }
    let words = CommandWords.english.cohort
    guard let first = campaigns.first else { throw Failure(.usage, words.nameACampaign) }
    if let other = campaigns.first(where: { $0.framework != first.framework }) {
      throw Failure.input(words.subject(id), words.differ(first.id, other.id))
    }
    try store.refuseMixture(of: campaigns)
    return try installed.documents(of: first, keptIn: store)
  }

  /// Those of its campaigns who agreed to be named to their trainer.
  ///
  /// - Parameter grouping: by what sessions on site are held; `nil` for nothing.
  func namedPeople(
    in store: Store, documents: CampaignDocuments, grouping: Grouping? = nil
  ) throws -> NamedPeople {
    NamedPeople(
      try campaigns.flatMap { try store.mentoringCards(of: $0) },
      known: try campaigns.map { try store.standings(of: .mentoring, in: $0) },
      grouping: grouping, background: documents.background)
  }

  /// Visits the records of all members, campaign by campaign.
  ///
  /// - Throws: `Failure` when the conditions name what there is not.
  func visitMembers(
    in store: Store, installed: InstalledDocuments, _ visit: (CodedResponse) -> Void
  ) throws {
    for id in campaigns {
      let campaign = try store.campaign(named: id.description)
      let documents = try installed.documents(of: campaign, keptIn: store)
      let membership: Cohort.Membership
      do throws(Findings<ReportProblem>) {
        membership = try Cohort.Membership(
          self, framework: documents.framework, background: documents.background)
      } catch {
        throw Failure(.usage, Failure(error).message)
      }
      try store.records(of: campaign.id) { record in
        if membership.holds(record) { visit(record) }
      }
    }
  }
}

extension CohortCommand {
  /// `waymark cohort rename`: another name for a group.
  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rename", abstract: "Give a cohort another name.",
      usage: "waymark cohort rename <name> <new-name>",
      discussion: """
        Example:
          waymark cohort rename rual rural
        """)

    @Argument(help: "The cohort.")
    var name: String

    @Argument(help: "Its new name, of letters, digits, '.', '_' and '-'.")
    var newName: String

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let words = session.said.cohort
      guard let id = ID<Cohort>(newName) else {
        throw Failure(.usage, words.noName(newName.printableLine))
      }
      let store = try session.openStore(
        toWriteAs: session.said.campaignCare.cohortRenameRun,
        beginning: session.said.campaign.beginning)
      let cohort = try Cohort.named(name, in: store)
      do throws(StoreError) {
        try store.give(cohort.id, name: id)
      } catch {
        guard error.problem == .exists else { throw error }
        throw Failure(.usage, words.exists(id))
      }
      try session.console.write(session.said.campaignCare.renamed(cohort.id, to: id) + "\n")
    }
  }

  /// `waymark cohort delete`: the group, not the answers of its people.
  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "Remove a cohort; the answers of its people stay in their campaigns.",
      usage: "waymark cohort delete <name> [--yes]",
      discussion: """
        It asks first; with --yes it does not.

        Example:
          waymark cohort delete rural
        """)

    @Argument(help: "The cohort.")
    var name: String

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let care = session.said.campaignCare
      let store = try session.openStore(
        toWriteAs: care.cohortDeleteRun, beginning: session.said.campaign.beginning)
      let cohort = try Cohort.named(name, in: store)
      guard
        try session.agrees(
          to: care.askToDelete(cohort.id), typing: care.delete, isAgreed: yes,
          orElse: care.asksFirst(care.cohortDeleteRun))
      else { return try session.console.write(care.nothingChanged + "\n") }
      try store.delete(cohort.id)
      try session.console.write(care.deleted(cohort.id) + "\n")
    }
  }
}
