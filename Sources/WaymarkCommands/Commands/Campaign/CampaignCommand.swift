import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// `waymark campaign`: the gatherings of responses that reports are made from.
struct CampaignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign",
    abstract: "Begin, show, mend or close a campaign, the gathering of many people's answers.",
    usage: """
      waymark campaign <new | invite | list | show | close>
      waymark campaign <change | rename | reopen | undo | delete>
      """,
    discussion: """
      Examples:
        waymark campaign new ohio-2026 --title 'Ohio 2026' --closes 2026-12-31
        waymark campaign invite ohio-2026 -o campaign.xml
        waymark campaign show ohio-2026
      """,
    subcommands: [
      New.self, Invite.self, List.self, Show.self, Close.self, Change.self, Rename.self,
      Reopen.self, Undo.self, Delete.self,
    ])

  /// `waymark campaign list`: a line each.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the campaigns: how many answered, open, closed or published.",
      usage: "waymark campaign list",
      discussion: """
        Example:
          waymark campaign list
        """)

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let words = session.said.campaign
      let store = try session.openStore(for: .reading, beginning: words.beginning)
      let campaigns = try store.campaigns()
      let published = try store.publications()
      let today = try session.surroundings.today()
      for (campaign, responses) in campaigns {
        let line = words.listed(
          campaign.id, title: campaign.title.printableLine, campaign.form,
          responses: session.words.campaign.responses(responses, isMadeUp: campaign.isMadeUp),
          phase: session.words.campaign.phase(
            CampaignPhase(campaign, published: published[campaign.id], on: today)),
          overdue: campaign.keepUntil.flatMap { $0 < today ? $0 : nil })
        try session.console.write(line + "\n")
      }
      session.console.remark(
        campaigns.isEmpty
          ? words.none(suffix: session.suffix) : words.nextShow(suffix: session.suffix))
    }
  }

  /// `waymark campaign show`: all that is known of one.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show what a campaign asks, how many answered and what may be published.",
      usage: "waymark campaign show <name>",
      discussion: """
        Example:
          waymark campaign show ohio-2026
        """)

    @Argument(help: "The campaign.")
    var name: String

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let words = session.said.campaign
      let store = try session.openStore(for: .reading, beginning: words.beginning)
      let campaign = try store.campaign(named: name)
      let today = try session.surroundings.today()
      let documents = try InstalledDocuments.find().documents(of: campaign, keptIn: store)
      let names = campaign.invited.map(\.grouping).filter { $0 != Grouping.everybody }
      let groupings = try Grouping.named(
        names.indices.filter { names.firstIndex(of: names[$0]) == $0 }.map { names[$0] },
        framework: documents.framework, background: documents.background)
      let counts = try store.counts(
        of: campaign.id, documents: documents, tables: groupings.map { [$0] })
      let turnout = Turnout(
        campaign.invited, answered: campaign.invited.map { counts.respondents(of: $0) })
      try session.console.write(
        CampaignPage.page(
          campaign, framework: documents.framework, responses: counts.overall.respondents,
          late: try store.lateResponses(in: campaign.id),
          opened: try store.opened(in: campaign.id),
          phase: CampaignPhase(
            campaign, published: try store.publications()[campaign.id], on: today), on: today,
          turnout: turnout, words: session.words.campaign
        ).text(session.style))
      session.console.remark(
        counts.overall.respondents == 0
          ? words.nextImport(campaign.id, suffix: session.suffix)
          : words.nextReport(campaign.id, suffix: session.suffix))
    }
  }

  /// `waymark campaign close`: no response is taken in any more.
  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close",
      abstract: "Close a campaign, so that no response is taken in any more.",
      usage: "waymark campaign close <name>",
      discussion: """
        Example:
          waymark campaign close ohio-2026
        """)

    @Argument(help: "The campaign.")
    var name: String

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let words = session.said.campaign
      let store = try session.openStore(toWriteAs: words.closeRun, beginning: words.beginning)
      let campaign = try store.campaign(named: name)
      if let closed = campaign.closed {
        return session.console.remark(words.closedBefore(campaign.id, on: closed))
      }
      try store.close(campaign.id, on: try session.surroundings.today())
      try session.console.write(words.closed(campaign.id) + "\n")
      session.console.remark(words.nextReport(campaign.id, suffix: session.suffix))
    }
  }
}

extension Store {
  /// The campaign that a person named.
  func campaign(named name: String) throws -> Campaign {
    if let id = ID<Campaign>(name), let campaign = try campaign(id) { return campaign }
    let names = try campaigns().map(\.campaign.id.description)
    let words = CommandWords.english.campaign
    throw Failure.unknown(words.kind, name, among: names, exit: .input, mend: words.beginOne)
  }
}

extension CampaignCommand {
  /// Words of an option as one line of plain text.
  static func words(_ text: String, _ option: String, limit: Int) throws -> String {
    let words = text.trimmingCharacters(in: .whitespaces)
    guard !words.isEmpty, words.unicodeScalars.count <= limit, words.printableLine == words else {
      throw Failure(.usage, CommandWords.english.campaign.noPlainLine(option, limit: limit))
    }
    return words
  }
}

extension CampaignCommand {
  /// `waymark campaign invite`: the file that those who are asked begin with.
  struct Invite: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "invite",
      abstract: "Write the file that those who are asked answer with.",
      usage: "waymark campaign invite <name> [-o <file>] [--from <text>] [--send <text>]",
      discussion: """
        Send the file to those you ask; they answer with `waymark assess --campaign FILE`. It \
        says what is asked, down to the very words, and how the answers come back. Where you \
        ask a framework or background questions of your own, send their files too.

        Example:
          waymark campaign invite ohio-2026 -o campaign.xml --from 'Ohio Library Council' \
        --send 'Put the file into the folder Waymark on the shared drive.'
        """)

    @Argument(help: "The campaign.")
    var name: String

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("Write to this file; else to standard output.", valueName: "file"),
      completion: .file())
    var output: String?

    @Option(help: ArgumentHelp("Who asks; else the campaign's title.", valueName: "text"))
    var from: String?

    @Option(
      help: ArgumentHelp("How the file of answers comes back to you, in words.", valueName: "text"))
    var send = CommandWords.english.campaign.sending

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let words = session.said.campaign
      let store = try session.openStore(for: .reading, beginning: words.beginning)
      let campaign = try store.campaign(named: name)
      if let closed = campaign.closed {
        throw Failure.input(words.subject(campaign.id), words.isClosed(on: closed))
      }
      if let day = try store.publications()[campaign.id] {
        throw Failure.input(
          words.subject(campaign.id), session.said.campaignCare.isPublished(on: day))
      }
      guard !campaign.isMadeUp else {
        throw Failure.input(words.subject(campaign.id), words.hasMadeUpPeople)
      }
      if campaign.menu.isEmpty {
        session.remark(session.said.campaignCare.noTable(campaign.id, session.suffix))
      }
      let invitation = Invitation(
        campaign,
        asker: try CampaignCommand.words(
          from ?? campaign.title, "--from", limit: Invitation.nameLimit),
        sending: try CampaignCommand.words(send, "--send", limit: Invitation.sendingLimit))
      guard let output, let file = try session.file(at: output, for: .everyone) else {
        return try session.console.write(invitation.xml)
      }
      let usual = try InstalledDocuments.find().campaignDocuments()
      try file.write(invitation.xml)
      session.console.remark(words.wroteInvitation(output.printableLine))
      session.console.remark(
        words.answeredWith(
          output.printableLine, ownStatements: campaign.framework != usual.key,
          ownQuestions: campaign.backgroundDocument != usual.backgroundKey))
      session.console.remark(words.nextImport(campaign.id, suffix: session.suffix))
    }
  }
}
