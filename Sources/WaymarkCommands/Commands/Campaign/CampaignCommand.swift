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
    abstract: "Begin, list, show or close a campaign, the gathering of many people's answers.",
    usage: "waymark campaign <new | invite | list | show | close>",
    discussion: """
      Examples:
        waymark campaign new ohio-2026 --title 'Ohio 2026' --closes 2026-12-31
        waymark campaign invite ohio-2026 -o campaign.xml
        waymark campaign show ohio-2026
      """,
    subcommands: [New.self, Invite.self, List.self, Show.self, Close.self])

  /// `waymark campaign list`: a line each.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the campaigns with the number of their responses.",
      usage: "waymark campaign list",
      discussion: """
        Example:
          waymark campaign list
        """)

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let store = try session.openStore(for: .reading, beginning: "campaign new NAME")
      let campaigns = try store.campaigns()
      for (campaign, responses) in campaigns {
        let state = campaign.closed.map { ", closed on \($0.inWords)" } ?? ""
        try session.console.write(
          "\(campaign.id): \(campaign.title.printableLine), "
            + session.words.campaign.responses(responses, isMadeUp: campaign.isMadeUp)
            + "\(state)\n")
      }
      session.console.remark(
        campaigns.isEmpty
          ? "There is none yet. Begin one with: waymark campaign new NAME\(session.suffix)"
          : "Next: waymark campaign show NAME\(session.suffix)")
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
      let store = try session.openStore(for: .reading, beginning: "campaign new NAME")
      let campaign = try store.campaign(named: name)
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
          turnout: turnout, words: session.words.campaign
        ).text(session.style))
      session.console.remark(
        counts.overall.respondents == 0
          ? "Next: waymark import responses FILE --campaign \(campaign.id)\(session.suffix)"
          : "Next: waymark report --campaign \(campaign.id)\(session.suffix)")
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
      let store = try session.openStore(
        toWriteAs: "campaign close", beginning: "campaign new NAME")
      let campaign = try store.campaign(named: name)
      if let closed = campaign.closed {
        return session.console.remark(
          "The campaign '\(campaign.id)' was closed on \(closed.inWords) already.")
      }
      try store.close(campaign.id, on: try session.surroundings.today())
      try session.console.write("Closed the campaign '\(campaign.id)'\n")
      session.console.remark("Next: waymark report --campaign \(campaign.id)\(session.suffix)")
    }
  }
}

extension Store {
  /// The campaign that a person named.
  func campaign(named name: String) throws -> Campaign {
    if let id = ID<Campaign>(name), let campaign = try campaign(id) { return campaign }
    let names = try campaigns().map(\.campaign.id.description)
    throw Failure.unknown(
      "campaign", name, among: names, exit: .input,
      mend: "begin one with: waymark campaign new NAME")
  }
}

extension CampaignCommand {
  /// Words of an option as one line of plain text.
  static func words(_ text: String, _ option: String, limit: Int) throws -> String {
    let words = text.trimmingCharacters(in: .whitespaces)
    guard !words.isEmpty, words.unicodeScalars.count <= limit, words.printableLine == words else {
      throw Failure(.usage, "\(option): write 1 to \(limit) plain characters on one line")
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
        ask a framework of your own, send its file too.

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
    var send = "Give the file to the person who sent you the invitation."

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let store = try session.openStore(for: .reading, beginning: "campaign new NAME")
      let campaign = try store.campaign(named: name)
      if let closed = campaign.closed {
        throw Failure.input(
          "campaign '\(campaign.id)'", "it was closed on \(closed.inWords)",
          mend: "begin a new campaign with: waymark campaign new NAME")
      }
      guard !campaign.isMadeUp else {
        throw Failure.input(
          "campaign '\(campaign.id)'", "its people are made up, and nobody else can be asked",
          mend: "begin a campaign with: waymark campaign new NAME")
      }
      let invitation = Invitation(
        campaign,
        asker: try CampaignCommand.words(
          from ?? campaign.title, "--from", limit: Invitation.nameLimit),
        sending: try CampaignCommand.words(send, "--send", limit: Invitation.sendingLimit))
      guard let output, let file = try session.file(at: output, for: .everyone) else {
        return try session.console.write(invitation.xml)
      }
      try file.write(invitation.xml)
      session.console.remark("Wrote \(output.printableLine); send it to those you ask.")
      session.console.remark("They answer with: waymark assess --campaign \(output.printableLine)")
      session.console.remark(
        "Next: waymark import responses FILE --campaign \(campaign.id)\(session.suffix)")
    }
  }
}
