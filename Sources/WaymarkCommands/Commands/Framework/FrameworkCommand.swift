import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore
import WaymarkXML

/// `waymark framework`: the documents that the questionnaire is made of.
struct FrameworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "framework",
    abstract: "List, show or check the statements and what belongs to them.",
    usage: "waymark framework <list | show | validate>",
    discussion: """
      Examples:
        waymark framework list
        waymark framework show children-services
      """,
    subcommands: [List.self, Show.self, Validate.self])

  /// `waymark framework validate`: every problem of some files.
  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "validate",
      abstract: "List everything that is wrong with your own files.",
      usage: "waymark framework validate <file> ...",
      discussion: """
        A file that names a framework is checked against that one among the files, else against \
        the one that came with Waymark.

        Example:
          waymark framework validate my-framework.xml my-resources.xml
        """)

    @Argument(
      help: "Frameworks, catalogues, plans, background questions, invitations; - for input.",
      completion: .file())
    var files: [String]

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      try session.console.write(try InstalledDocuments.find().check(files))
    }
  }
}

extension FrameworkCommand {
  /// `waymark framework list`: what is installed.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the frameworks and documents that are installed.",
      usage: "waymark framework list [--format <txt | json>] [-o <file>]",
      discussion: """
        Example:
          waymark framework list
        """)

    @Option(
      name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
      completion: .file())
    var output: String?

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let forms =
        DocumentForm<DocumentList, String>.page(as: [.text]) {
          $0.page(words: session.words.documents, language: session.language)
        } + [.text(.json) { try $0.json() }]
      let form = try session.form(of: forms, output: output)
      let list = DocumentList(try InstalledDocuments.find().documents().map(\.summary))
      try session.deliver(list, as: form, to: output, for: .everyone)
      if form.format != .json { session.console.remark(session.said.framework.nextShow) }
    }
  }
}

extension FrameworkCommand {
  /// `waymark framework show`: one document, or an area or a statement of a framework.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show a framework, an area, a statement, or another document.",
      usage: """
        waymark framework show <id> [--format <txt | md | json | html>] [-o <file>]
        waymark framework show <id> --core [-o <file>]
        """,
      discussion: """
        The id is one of `waymark framework list`, that of an area or a statement, or a file \
        with a framework of your own. The ending of the file, .txt, .md, .json or .html, says in which form it is written; \
        .html is a form to print and fill in by hand.

        Examples:
          waymark framework show children-services
          waymark framework show V
          waymark framework show advocacy.decisions
          waymark framework show children-services -o form.html
        waymark framework show children-services --core -o form.html
        """)

    @Argument(help: "The id of a document, an area or a statement, or a file.")
    var id: String

    @Flag(help: "Of a framework show the core statements alone.")
    var core = false

    @Option(
      name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
      completion: .file())
    var output: String?

    @OptionGroup(title: "Everywhere") var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let installed = try InstalledDocuments.find()
      let documents = try installed.documents()
      let page = DocumentPage(
        session: session, output: output, plans: documents.compactMap(\.document.plan))
      let text =
        if let document = documents.last(where: { $0.summary.id.lowercased() == id.lowercased() }) {
          try page.text(of: document, core ? .core : .whole)
        } else if let own = try ownFramework(installed, session) {
          try page.text(of: own.framework, core ? .core : .whole, sha256: own.key.sha256)
        } else {
          try part(of: documents, page: page, session.said.framework)
        }
      try session.deliver(text, to: output, for: .everyone)
    }

    /// A framework that is not installed: a file, or one that the store keeps of an assessment or a
    /// campaign.
    private func ownFramework(
      _ installed: InstalledDocuments, _ session: Session
    ) throws -> LoadedFramework? {
      if FileManager.default.fileExists(atPath: id) { return try installed.framework(at: id) }
      let path = try session.storePath
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      let store = try session.openStore(for: .reading)
      let keys =
        try store.assessments().map(\.assessment.framework)
        + store.campaigns().map(\.campaign.framework)
      return try keys.first { $0.id.folded == id.lowercased() }
        .map { try installed.framework(keptIn: store, as: $0) }
    }

    /// The area or the statement of this id, looked for in the newest framework first.
    private func part(
      of documents: [InstalledDocument], page: DocumentPage, _ words: FrameworkWords
    ) throws -> String {
      let frameworks = documents.filter { $0.document.framework != nil }
      for installed in frameworks.reversed() {
        guard !core, let framework = installed.document.framework,
          let part = FrameworkPart(named: id, in: framework)
        else { continue }
        return try page.text(of: framework, part, sha256: installed.sha256)
      }
      let known =
        documents.map(\.summary.id)
        + frameworks.compactMap(\.document.framework).flatMap { framework in
          framework.areas.map(\.id.description) + framework.competencies.map(\.id.description)
        }
      throw Failure.unknown(words.kind, id, among: known, mend: words.seeList)
    }
  }
}

/// What `waymark framework` says beside what it shows.
struct FrameworkWords: Sendable {
  let nextShow = "Next: waymark framework show ID"
  let kind = "document, area or statement"
  let seeList = "see what there is with: waymark framework list"
}

/// Writes a document in the form that a session asks for.
struct DocumentPage {
  let session: Session
  /// The file it goes into, if any; then it is not laid out for the session's screen.
  let output: String?
  /// The plans that are installed.
  let plans: [StrategicPlan]

  /// - Parameter part: how much of it is shown where it is a framework.
  func text(of installed: InstalledDocument, _ part: FrameworkPart) throws -> String {
    let (language, words) = (session.language, session.words.documents)
    return switch installed.document {
    case .framework(let framework): try text(of: framework, part, sha256: installed.sha256)
    case .background(let background):
      try text(BackgroundPage.page(background, words: words, language: language)) {
        try BackgroundPage.json(background)
      }
    case .catalogue(let catalogue):
      try text(CataloguePage.page(catalogue, words: words, language: language)) {
        try CataloguePage.json(catalogue)
      }
    case .plan(let plan):
      try text(
        StrategicPlanPage.page(
          plan, on: session.surroundings.today(), words: words, language: language)
      ) {
        try StrategicPlanPage.json(plan)
      }
    case .campaign(let invitation):
      try text(InvitationPage.page(invitation, words: session.words.campaign, language: language)) {
        try InvitationPage.json(invitation)
      }
    }
  }

  func text(
    of framework: Framework, _ part: FrameworkPart, sha256: String
  ) throws -> String {
    let (language, words) = (session.language, session.words.documents)
    let reference = FrameworkReference(id: framework.id, version: framework.version)
    let page = FrameworkPage.page(
      framework, part: part, plan: plans.last { $0.framework == reference }, words: words,
      language: language)
    let form = FrameworkForm.page(framework, part: part, words: words, language: language)
    return try text(page, more: DocumentForm.page(as: [.html]) { _ in form }) {
      try FrameworkPage.json(
        framework,
        key: Framework.Key(id: framework.id, version: framework.version, sha256: sha256),
        part: part)
    }
  }

  /// A document in the form that is asked for.
  private func text(
    _ page: Page, more: [DocumentForm<Page, String>] = [], json: @escaping () throws -> String
  ) throws -> String {
    let forms =
      DocumentForm<Page, String>.page(as: [.text, .markdown]) { $0 } + [
        .text(.json) { _ in try json() }
      ]
    return try session.form(of: forms + more, output: output)
      .contents(page, session.style(for: output))
  }
}
