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
        published, how long it is kept can change, and nothing else.

        Examples:
          waymark campaign change ohio-2026 --table role --table role,state
          waymark campaign change ohio-2026 --closes 2027-01-31 --keep-until 2029-12-31
        """)

    @Argument(help: "The campaign.")
    var name: String

    @Flag(help: "Declare no table: only figures of everybody can be published.")
    var noTable = false

    @OptionGroup(title: "The campaign") var terms: CampaignTermsOptions

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let (words, care) = (session.said.campaign, session.said.campaignCare)
      guard noTable || terms.areGiven else { throw Failure(.usage, care.changeSomething) }
      guard terms.table.isEmpty || !noTable else { throw Failure(.usage, care.tablesOrNone) }
      let store = try session.openStore(toWriteAs: care.changeRun, beginning: words.beginning)
      var campaign = try store.campaign(named: name)
      let documents = try InstalledDocuments.find().documents(of: campaign, keptIn: store)
      if let title = terms.title {
        campaign.title = try CampaignCommand.words(title, "--title", limit: Invitation.nameLimit)
      }
      if let day = try CalendarDate.given(terms.opens, "--opens") { campaign.opens = day }
      if let day = try CalendarDate.given(terms.keepUntil, "--keep-until") {
        campaign.keepUntil = day
      }
      if let day = try CalendarDate.given(terms.closes, "--closes") { campaign.closes = day }
      if terms.opens != nil || terms.closes != nil {
        try Terms.check(
          closes: terms.closes == nil ? nil : campaign.closes, opens: campaign.opens,
          on: session.surroundings.today())
      }
      if let invited = terms.invited {
        campaign.invited = try Terms.invited(invited, documents, session)
      }
      if noTable || !terms.table.isEmpty {
        campaign.menu = try Terms.menu(
          terms.table, documents, asked: campaign.background, insteadOf: campaign.menu,
          answered: try store.counts(of: campaign.id, documents: documents).overall.respondents)
      }
      try store.change(campaign)
      try session.console.write(care.changed(campaign.id) + "\n")
      if campaign.menu.isEmpty { session.remark(care.noTable(campaign.id, session.suffix)) }
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
      guard let undone = try store.importToUndo(into: campaign.id) else {
        throw Failure.input(words.subject(campaign.id), care.nothingToUndo)
      }
      guard
        try session.agrees(
          to: care.askToUndo(campaign.id, undone), typing: care.undo, isAgreed: yes,
          orElse: care.asksFirst(care.undoRun))
      else { return try session.console.write(care.nothingChanged + "\n") }
      guard let done = try store.undoImport(into: campaign.id) else {
        throw Failure.input(words.subject(campaign.id), care.nothingToUndo)
      }
      try session.console.write(care.undid(campaign.id, done) + "\n")
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
      let published = try store.publications()[campaign.id]
      let question = care.askToDelete(
        campaign.id, session.words.campaign.responses(responses, isMadeUp: campaign.isMadeUp),
        published: published)
      guard
        try session.agrees(
          to: question, typing: care.delete, isAgreed: yes, orElse: care.asksFirst(care.deleteRun))
      else { return try session.console.write(care.nothingChanged + "\n") }
      try store.delete(campaign.id)
      try session.console.write(care.deleted(campaign.id, published: published) + "\n")
    }
  }
}
