import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

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
