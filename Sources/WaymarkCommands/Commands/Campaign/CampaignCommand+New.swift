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
