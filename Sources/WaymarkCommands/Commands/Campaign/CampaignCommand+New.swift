import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkSheets
import WaymarkStore

extension CampaignCommand {
  /// `waymark campaign new`: settles what is asked and what may be published, before anybody answers.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Begin a campaign: settle what it asks and what may be published of it.",
      usage: """
        waymark campaign new <name> [--title <text>] [--form <form>]
        waymark campaign new <name> [--table <field,field>] ...
        waymark campaign new <name> [--framework <file>] [--background <file>]
        """,
      discussion: """
        The tables that a public report may show are settled before anybody answers; without any, \
        only figures of everybody can be published. \
        A file of those invited has the columns variable,category,count, such as role,manager,40; \
        *,*,4000 is everybody. Questions of your own take the place of all of Waymark's: begin with a \
        copy of background-2020.xml to keep some of them.

        Examples:
          waymark campaign new ohio-2026 --title 'Ohio 2026' --closes 2026-12-31
          waymark campaign new usa-2027 --table role,state --table role,size-band --ask state \
        --ask size
        """)

    @Argument(help: "A name of letters, digits, '.', '_' and '-'.")
    var name: String

    @Option(
      help: ArgumentHelp("Ask this framework of your own instead.", valueName: "file"),
      completion: .file())
    var framework: String?

    @Option(
      help: ArgumentHelp(
        "Ask these background questions of your own instead, such as counties.", valueName: "file"),
      completion: .file())
    var background: String?

    @Option(
      help: ArgumentHelp(
        "Which statements are asked: full, or core, about 12 minutes.", valueName: "form"))
    var form = "full"

    @Option(
      help: ArgumentHelp(
        "How what matters most is asked: none, picks or rated.", valueName: "mode"))
    var importance = "picks"

    @Option(
      help: ArgumentHelp(
        "Ask this background question; may be repeated. Without it all are asked.",
        valueName: "field"))
    var ask: [String] = []

    @OptionGroup(title: "The campaign") var terms: CampaignTermsOptions

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let installed = try InstalledDocuments.find(beside: OwnDocuments(background: background))
      let documents = try installed.campaignDocuments(
        try framework.map(installed.framework(at:)) ?? installed.framework())
      let words = session.said.campaign
      let campaign = try campaign(documents, session)
      let store = try session.openStore(toWriteAs: words.newRun)
      try store.begin(campaign, documents: documents)
      try session.console.write(words.began(campaign.id) + "\n")
      if campaign.menu.isEmpty {
        session.remark(session.said.campaignCare.noTable(campaign.id, session.suffix))
      }
      session.console.remark(words.nextInvite(campaign.id, suffix: session.suffix))
    }

    private func campaign(
      _ documents: CampaignDocuments, _ session: Session
    ) throws -> Campaign {
      let words = session.said.campaign
      guard let id = ID<Campaign>(name) else {
        throw Failure(.usage, words.noName(name.printableLine))
      }
      guard let mode = ImportanceMode(rawValue: importance) else {
        throw Failure(.usage, words.noImportance(importance.printableLine))
      }
      guard let form = QuestionnaireForm(rawValue: form) else {
        throw Failure(.usage, words.noForm(form.printableLine))
      }
      guard form == .full || !documents.framework.coreStatements.isEmpty else {
        throw Failure.input(words.coreForm, words.noCoreForm(documents.framework.id.description))
      }
      let (first, last) = (
        try CalendarDate.given(terms.opens, "--opens"),
        try CalendarDate.given(terms.closes, "--closes")
      )
      try Terms.check(closes: last, opens: first, on: session.surroundings.today())
      let asked = try fields(documents.background, words)
      return Campaign(
        id: id, title: try checkedTitle, framework: documents.key,
        backgroundDocument: documents.backgroundKey, opens: first, closes: last,
        form: form, importance: mode, background: asked,
        menu: try Terms.menu(terms.table, documents, asked: asked),
        invited: try terms.invited.map { try Terms.invited($0, documents, session) } ?? [],
        keepUntil: try CalendarDate.given(terms.keepUntil, "--keep-until"))
    }

    private var checkedTitle: String {
      get throws {
        try CampaignCommand.words(terms.title ?? name, "--title", limit: Invitation.nameLimit)
      }
    }

    private func fields(
      _ background: BackgroundQuestions, _ words: CampaignCommandWords
    ) throws -> [ID<BackgroundQuestions.Field>] {
      guard !ask.isEmpty else { return background.workFields.map(\.id) }
      let names = background.fields.map(\.id.description)
      for name in ask where !names.contains(name) {
        throw Failure.unknown(
          words.questionKind, name, among: names, for: "--ask",
          mend: self.background == nil ? words.questionOrOwn(names) : nil)
      }
      return background.fields.map(\.id).filter { ask.contains($0.description) }
    }

    /// Reads a table of how many people are in each group.
    static func margins(
      _ path: String, _ documents: CampaignDocuments
    ) throws -> [Campaign.Invited] {
      let file = BoundedFile.name(of: path)
      let bytes = try BoundedFile.read(path, limit: 1 << 20)
      return try MarginsTable.margins(
        in: try CSVReader.rows(of: bytes, file: file), file: file, framework: documents.framework,
        background: documents.background)
    }
  }
}

/// What is settled of a campaign when it is begun, and may be changed later.
struct CampaignTermsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What people read; else the name.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The first day of answers, such as 2026-12-01.", valueName: "date"))
  var opens: String?

  @Option(help: ArgumentHelp("The last day of answers.", valueName: "date"))
  var closes: String?

  @Option(
    help: ArgumentHelp(
      "A table that may be published, by one or two groupings; may be repeated.",
      valueName: "field,field"))
  var table: [String] = []

  @Option(
    help: ArgumentHelp("How many people were invited, by group.", valueName: "file"),
    completion: .file())
  var invited: String?

  @Option(
    help: ArgumentHelp("Remind of deleting the answers from this day on.", valueName: "date"))
  var keepUntil: String?

  /// Whether any of them is given.
  var areGiven: Bool {
    !table.isEmpty || [title, opens, closes, invited, keepUntil].contains { $0 != nil }
  }
}

extension CampaignCommand {
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
