import Foundation
import Testing
import Waymark
import WaymarkBasics
import WaymarkTestSupport

@testable import WaymarkCommands

@Suite struct HelpTests {
  /// The program, its commands and their subcommands, each by its words.
  static let lines: [[String]] =
    [[]]
    + WaymarkCommand.subcommandNames.flatMap { name in
      [[name]] + CommandPath([name]).command.subcommandNames.map { [name, $0] }
    }

  private static let reference = Checkout.root.appending(path: "docs/commands.md")

  @Test func `Every command and subcommand is known by its words`() {
    #expect(Self.lines.count > 15)
    for words in Self.lines { #expect(CommandPath(words).names == words) }
  }

  @Test(arguments: lines) func `Help begins with what the command does`(words: [String]) throws {
    let path = CommandPath(words)
    let abstract = path.abstract
    #expect(!abstract.isEmpty)
    #expect(try HelpPage(of: path).text(TextStyle(width: 200)).hasPrefix(abstract + "\n"))
  }

  @Test(arguments: lines) func `Help has an example that names the command`(words: [String]) throws
  {
    let text = try HelpPage(of: CommandPath(words)).text(TextStyle())
    let examples = try #require(
      text.components(separatedBy: "\n\n").first { $0.hasPrefix("Example") })
    #expect(examples.contains("\n  " + (["waymark"] + words).joined(separator: " ")))
  }

  @Test(arguments: lines) func `Help fits the width it is laid out for`(words: [String]) throws {
    for width in [40, 80] {
      for accessible in [false, true] {
        let text = try HelpPage(of: CommandPath(words))
          .text(TextStyle(width: width, accessible: accessible))
        #expect(text.split(separator: "\n").allSatisfy { TextLayout.columns($0) <= width })
      }
    }
  }

  @Test(arguments: lines) func `Usage lines fit 80 columns without being wrapped`(words: [String]) {
    let usage = CommandPath(words).usage
    #expect(!usage.isEmpty)
    #expect(usage.allSatisfy { $0.utf8.count <= 78 })
    #expect(usage.first?.hasPrefix((["waymark"] + words).joined(separator: " ")) == true)
  }

  @Test(arguments: lines) func `In the accessible form no line of help is indented`(
    words: [String]
  ) throws {
    let text = try HelpPage(of: CommandPath(words)).text(TextStyle(accessible: true))
    #expect(text.split(separator: "\n").allSatisfy { !$0.hasPrefix(" ") })
  }

  @Test func `The options that all commands share stand on the first page alone`() throws {
    for words in Self.lines {
      let text = try HelpPage(of: CommandPath(words)).text(TextStyle())
      #expect(text.contains("  --accessible ") == words.isEmpty)
      #expect(text.contains("  --version") == words.isEmpty)
    }
  }

  @Test func `An option is listed with its meaning, also below a long name`() throws {
    let text = try HelpPage(of: CommandPath(["assess"])).text(TextStyle())
    #expect(text.contains("\n  --area <id>          Ask this area only; may be repeated.\n"))
    let report = try HelpPage(of: CommandPath(["report"])).text(TextStyle(accessible: true))
    #expect(report.contains("\n-o, --output <folder>: Write into this new folder.\n"))
  }

  @Test(arguments: HelpTopic.allCases) func `A topic fits its width and has no empty line too many`(
    topic: HelpTopic
  ) {
    for style in [TextStyle(), TextStyle(width: 40), TextStyle(accessible: true)] {
      let text = topic.page(CommandWords.english.helpTopics).text(style)
      #expect(text.split(separator: "\n").allSatisfy { TextLayout.columns($0) <= style.width })
      #expect(!text.contains("\n\n\n") && text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    }
  }

  @Test func `Every command and topic stands in the reference with the words of its help`() throws {
    let reference = try String(contentsOf: Self.reference, encoding: .utf8)
    for words in Self.lines {
      let title = (["waymark"] + words).joined(separator: " ")
      let page = try HelpPage(of: CommandPath(words)).text(TextStyle())
      #expect(reference.contains("\n## \(title)\n\n```text\n"), "\(title); run script/docs")
      #expect(reference.contains("```text\n\(page)```\n"), "\(title); run script/docs")
    }
    for topic in HelpTopic.allCases {
      let page = topic.page(CommandWords.english.helpTopics).text(TextStyle())
      #expect(reference.contains("```text\n\(page)```\n"), "\(topic.rawValue); run script/docs")
    }
  }

  @Test func `Words lead to a command, ask for help, or stop at what is unknown`() {
    #expect(CommandPath(["store", "info", "x"]).names == ["store", "info"])
    #expect(CommandPath(["store"]).isGroup)
    #expect(!CommandPath(["assess"]).isGroup)
    #expect(CommandPath(["help", "store", "info"]).asksForHelp)
    #expect(CommandPath(["store", "help", "info"]).names == ["store", "info"])
    #expect(CommandPath(["stroe", "info"]).unknown == "stroe")
    #expect(CommandPath(["store", "inof"]).unknown == "inof")
    #expect(CommandPath(["assess", "help"]).asksForHelp == false)
  }

  @Test(arguments: [
    (["--accessible", "profile"], ["profile", "--accessible"]),
    (["--person", "Ann", "store", "info"], ["store", "info", "--person", "Ann"]),
    (["--format=json", "-q", "profile"], ["profile", "--format=json", "-q"]),
    (["--person", "Ann"], ["--person", "Ann"]),
    (["profile", "--accessible"], ["profile", "--accessible"]),
    (["--force", "demo", "--", "-x"], ["demo", "--force", "--", "-x"]),
    (["--generate-completion-script", "bash"], ["--generate-completion-script", "bash"]),
  ])
  func `Options before a command are moved behind it`(typed: [String], parsed: [String]) {
    #expect(Main.hoisted(typed) == parsed)
  }
}
