import ArgumentParser
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

extension CampaignCommand {
  /// `waymark campaign change`: what was settled wrongly, as long as it can be mended.
  struct Change: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "change",
      abstract: "Change a campaign's title, days, tables, who was invited, how long it is kept.",
      usage: """
        waymark campaign change <name> [--title <text>] [--closes <date>]
        waymark campaign change <name> --table <field,field> ... | --no-table
        """,
      discussion: """
        The tables that are named take the place of all that were declared. Until the first answer \
        comes any can be declared; after it tables can only be left out; once something was \
        published none can be changed.

        Examples:
          waymark campaign change ohio-2026 --table role --table role,state
          waymark campaign change ohio-2026 --closes 2027-01-31 --keep-until 2029-12-31
        """)

    @Argument(help: "The campaign.")
    var name: String

    @Option(help: ArgumentHelp("What people read.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("The first day of answers.", valueName: "date"))
    var opens: String?

    @Option(help: ArgumentHelp("The last day of answers.", valueName: "date"))
    var closes: String?

    @Option(
      help: ArgumentHelp(
        "A table that may be published, by one or two groupings; may be repeated.",
        valueName: "field,field"))
    var table: [String] = []

    @Flag(help: "Declare no table: only figures of everybody can be published.")
    var noTable = false

    @Option(
      help: ArgumentHelp("How many people were invited, by group.", valueName: "file"),
      completion: .file())
    var invited: String?

    @Option(
      help: ArgumentHelp(
        "Remind of deleting the answers from this day on.", valueName: "date"))
    var keepUntil: String?

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let (words, care) = (session.said.campaign, session.said.campaignCare)
      guard isAsked else { throw Failure(.usage, care.changeSomething) }
      guard table.isEmpty || !noTable else { throw Failure(.usage, care.tablesOrNone) }
      let store = try session.openStore(toWriteAs: care.changeRun, beginning: words.beginning)
      var campaign = try store.campaign(named: name)
      let documents = try InstalledDocuments.find().documents(of: campaign, keptIn: store)
      if let title {
        campaign.title = try CampaignCommand.words(title, "--title", limit: Invitation.nameLimit)
      }
      if let day = try CalendarDate.given(opens, "--opens") { campaign.opens = day }
      if let day = try CalendarDate.given(keepUntil, "--keep-until") { campaign.keepUntil = day }
      if let day = try CalendarDate.given(closes, "--closes") { campaign.closes = day }
      if opens != nil || closes != nil {
        try Terms.check(
          closes: closes == nil ? nil : campaign.closes, opens: campaign.opens,
          on: session.surroundings.today())
      }
      if let invited {
        campaign.invited = try Terms.invited(invited, documents, session)
      }
      if noTable || !table.isEmpty {
        campaign.menu = try Terms.menu(
          table, documents, asked: campaign.background, insteadOf: campaign.menu,
          answered: try store.counts(of: campaign.id, documents: documents).overall.respondents)
      }
      try store.change(campaign)
      try session.console.write(care.changed(campaign.id) + "\n")
      if campaign.menu.isEmpty { session.remark(care.noTable(campaign.id, session.suffix)) }
    }

    private var isAsked: Bool {
      noTable || !table.isEmpty
        || [title, opens, closes, invited, keepUntil].contains { $0 != nil }
    }
  }

  /// `waymark campaign rename`: another name for commands and files.
  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rename",
      abstract: "Give a campaign another name, as long as nothing of it was given out.",
      usage: "waymark campaign rename <name> <new-name>",
      discussion: """
        Invitations that were sent name the old one: answers to them are refused under the new name.

        Example:
          waymark campaign rename ohoi-2026 ohio-2026
        """)

    @Argument(help: "The campaign.")
    var name: String

    @Argument(help: "Its new name, of letters, digits, '.', '_' and '-'.")
    var newName: String

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let (words, care) = (session.said.campaign, session.said.campaignCare)
      guard let id = ID<Campaign>(newName) else {
        throw Failure(.usage, words.noName(newName.printableLine))
      }
      let store = try session.openStore(toWriteAs: care.renameRun, beginning: words.beginning)
      let campaign = try store.campaign(named: name)
      try store.give(campaign.id, name: id)
      try session.console.write(care.renamed(campaign.id, to: id) + "\n")
      session.remark(care.inviteAgain(campaign.id, id, session.suffix))
    }
  }

  /// `waymark campaign reopen`: a campaign that was closed takes answers in again.
  struct Reopen: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reopen",
      abstract: "Open a campaign again that was closed, unless it was published.",
      usage: "waymark campaign reopen <name> [--closes <date>]",
      discussion: """
        Example:
          waymark campaign reopen ohio-2026 --closes 2027-01-31
        """)

    @Argument(help: "The campaign.")
    var name: String

    @Option(help: ArgumentHelp("Its new last day of answers.", valueName: "date"))
    var closes: String?

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let (words, care) = (session.said.campaign, session.said.campaignCare)
      let store = try session.openStore(toWriteAs: care.reopenRun, beginning: words.beginning)
      var campaign = try store.campaign(named: name)
      let today = try session.surroundings.today()
      let phase = CampaignPhase(
        campaign, published: try store.publications()[campaign.id], on: today)
      if let day = phase.published {
        throw Failure.input(words.subject(campaign.id), care.isPublished(on: day))
      }
      guard campaign.closed != nil else {
        return session.console.remark(care.isOpen(campaign.id))
      }
      campaign.closed = nil
      if let day = try CalendarDate.given(closes, "--closes") {
        try Terms.check(closes: day, opens: campaign.opens, on: today)
        campaign.closes = day
      }
      try store.change(campaign)
      try session.console.write(care.reopened(campaign.id) + "\n")
      if let last = campaign.closes, last < today {
        session.remark(care.lastDayIsOver(last, campaign.id, session.suffix))
      }
    }
  }
}

extension CampaignCommand {
  /// `waymark campaign undo`: takes out what the last import brought.
  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "undo",
      abstract: "Take out again what the last import into a campaign brought.",
      usage: "waymark campaign undo <name> [--yes]",
      discussion: """
        Answers that the import replaced are there again; what people took back stays out. It asks \
        first; with --yes it does not. What was published cannot be undone.

        Example:
          waymark campaign undo ohio-2026
        """)

    @Argument(help: "The campaign.")
    var name: String

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let (words, care) = (session.said.campaign, session.said.campaignCare)
      let store = try session.openStore(toWriteAs: care.undoRun, beginning: words.beginning)
      let campaign = try store.campaign(named: name)
      guard
        try session.agrees(
          to: care.askToUndo(campaign.id), typing: care.undo, isAgreed: yes,
          orElse: care.asksFirst(care.undoRun))
      else { return try session.console.write(care.nothingChanged + "\n") }
      guard let undone = try store.undoImport(into: campaign.id) else {
        throw Failure.input(words.subject(campaign.id), care.nothingToUndo)
      }
      try session.console.write(
        care.undid(
          campaign.id, day: undone.day, removed: undone.removed, restored: undone.restored,
          cards: undone.cards) + "\n")
    }
  }

  /// `waymark campaign delete`: a campaign with all answers to it.
  struct Delete: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete",
      abstract: "Remove a campaign with all its answers for good.",
      usage: "waymark campaign delete <name> [--yes]",
      discussion: """
        It asks first; with --yes it does not. What was published stays out, and the ledger keeps \
        what it says of it.

        Example:
          waymark campaign delete nope-2026
        """)

    @Argument(help: "The campaign.")
    var name: String

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let (words, care) = (session.said.campaign, session.said.campaignCare)
      let store = try session.openStore(toWriteAs: care.deleteRun, beginning: words.beginning)
      let campaign = try store.campaign(named: name)
      let cohorts = try store.cohorts().filter { $0.campaigns.contains(campaign.id) }
      guard cohorts.isEmpty else {
        throw Failure.input(words.subject(campaign.id), care.hasCohorts(cohorts.map(\.id)))
      }
      let responses = try store.campaigns().first { $0.campaign.id == campaign.id }?.responses ?? 0
      let question = care.askToDelete(
        campaign.id, session.words.campaign.responses(responses, isMadeUp: campaign.isMadeUp),
        published: try store.publications()[campaign.id])
      guard
        try session.agrees(
          to: question, typing: care.delete, isAgreed: yes, orElse: care.asksFirst(care.deleteRun))
      else { return try session.console.write(care.nothingChanged + "\n") }
      try store.delete(campaign.id)
      try session.console.write(care.deleted(campaign.id) + "\n")
    }
  }

  /// What a campaign is begun or changed with, read and checked.
  enum Terms {
    /// Refuses days that cannot be.
    static func check(
      closes: CalendarDate?, opens: CalendarDate?, on today: CalendarDate
    ) throws {
      do throws(CampaignProblem) {
        try CampaignTerms.check(closes: closes, opens: opens, on: today)
      } catch {
        throw Failure(
          .usage, CommandWords.english.failure.input("--closes", error.what, mend: error.mend))
      }
    }

    /// The tables that may be published.
    ///
    /// - Parameters:
    ///   - declared: those that they take the place of.
    ///   - answered: how many people answered already.
    static func menu(
      _ names: [String], _ documents: CampaignDocuments,
      asked: [ID<BackgroundQuestions.Field>], insteadOf declared: [[String]] = [],
      answered: Int = 0
    ) throws -> [[String]] {
      let option = "--table"
      do {
        let menu = try PublicationMenu(documents.tables(names, option: option))
        try CampaignTerms.check(tables: menu.tables, asked: asked, of: documents.background)
        let tables = menu.tables.map { $0.map(\.id) }
        try CampaignTerms.check(tables: tables, insteadOf: declared, answered: answered)
        return tables
      } catch let problem as PublicationProblem {
        throw Failure(problem, of: option)
      } catch let problem as CampaignProblem {
        throw Failure(
          .usage, CommandWords.english.failure.input(option, problem.what, mend: problem.mend))
      }
    }

    /// Who was invited, by a table of how many people are in each group.
    static func invited(
      _ path: String, _ documents: CampaignDocuments, _ session: Session
    ) throws -> [Campaign.Invited] {
      let invited = try New.margins(path, documents)
      var names: [String] = []
      for row in invited where row.grouping != Grouping.everybody && !names.contains(row.grouping) {
        names.append(row.grouping)
      }
      let groupings = try Grouping.named(
        names, framework: documents.framework, background: documents.background)
      let file = BoundedFile.name(of: path)
      do throws(CampaignProblem) {
        for part in try CampaignTerms.check(invited: invited, groupings: groupings) {
          session.remark(
            session.said.campaignCare.namesSome(part.grouping, part.named, of: part.all, in: file))
        }
      } catch {
        throw Failure.input(file, error.what, mend: error.mend)
      }
      return invited
    }
  }
}
