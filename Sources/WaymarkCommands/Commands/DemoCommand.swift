import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkXML

/// `waymark demo`: made-up people to try reports with.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make up a campaign of people who do not exist, to try reports with.",
    usage: "waymark demo [--people <n>] [--seed <n>] [--again] [-o <file>]",
    discussion: """
      The same numbers give the same people. Everything made from them says that they are made \
      up.

      Examples:
        waymark demo --people 1200 --seed 7 -o demo.csv
        waymark demo --people 60 --seed 7 --again -o second.csv
      """)

  @Option(
    help: ArgumentHelp("How many people, up to 10000000. (default: 1200)", valueName: "n"),
    transform: { try Int(typed: $0) })
  var people = 1200

  @Option(
    help: ArgumentHelp("Other numbers give other people. (default: 1)", valueName: "n"),
    transform: { try UInt64(typed: $0) })
  var seed: UInt64 = 1

  @Flag(help: "Let the same people answer once more, three weeks later.")
  var again = false

  @Option(
    help: ArgumentHelp("Answer this framework instead.", valueName: "file"), completion: .file())
  var framework: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func validate() throws {
    guard (0...10_000_000).contains(people) else {
      throw ValidationError(CommandWords.english.demo.outside)
    }
  }

  func run() throws {
    let session = try Session(options)
    let installed = try InstalledDocuments.find()
    let loaded = try framework.map(installed.framework(at:)) ?? installed.framework()
    let background = try installed.background(for: loaded.framework).questions
    let campaign = DemoCampaign(
      framework: loaded.framework, background: background, people: people, seed: seed,
      isAgain: again)
    let text = WideTableText(framework: loaded.framework, background: background)
    var written = 0
    let write = { (descriptor: Int32) in
      var lines = text.header
      for person in campaign {
        written += 1
        lines += text.line(for: person)
        if lines.utf8.count > 1 << 16 {
          try Console.write(Array(lines.utf8), to: descriptor)
          lines = ""
        }
      }
      try Console.write(Array(lines.utf8), to: descriptor)
    }
    guard let output, let file = try session.file(at: output, for: .everyone) else {
      return try write(STDOUT_FILENO)
    }
    try file.write(write)
    session.console.remark(session.said.demo.wrote(output.printableLine, people: written))
    if !again { session.console.remark(session.said.demo.nextImport(output.printableLine)) }
  }
}

/// What `waymark demo` says beside the people that it makes up.
struct DemoWords: Sendable {
  let outside = "--people: give a number from 0 to 10000000."

  func wrote(_ file: String, people: Int) -> String { "Wrote \(file): \(people) made-up people" }

  func nextImport(_ file: String) -> String {
    "Next: waymark import responses \(file) --campaign demo --new"
  }
}
