import ArgumentParser
import Foundation
import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkStore

/// `waymark notes`: what a person wrote for themselves beside the statements.
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "Read, write and change the notes that you wrote for yourself.",
    usage: """
      waymark notes [-o <file>]
      waymark notes --set <statement>=<text> ... [--delete <statement>] ...
      """,
    discussion: """
      On a terminal it lists your notes and asks which one to change, to delete or to add. Notes are \
      no ratings: they may change after an assessment is finished too. They are never in a file that \
      you share. The ending of the file, .txt, .md, .csv or .json, says in which form it is written.

      Examples:
        waymark notes
        waymark notes --set 'client.respect=Sam showed me how'
        waymark notes --delete client.respect
        waymark notes -o my-notes.md
      """)

  @Option(
    help: ArgumentHelp(
      "Write this note beside a statement, by its id; may be repeated.", valueName: "id=text"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "Delete the note beside this statement, by its id; may be repeated.", valueName: "id"))
  var delete: [String] = []

  @Option(help: ArgumentHelp("The assessment, by the start of its id.", valueName: "id"))
  var assessment: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup(title: "Everywhere") var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let request = try NotesRequest(self, in: session)
    let store =
      try request.edits.isEmpty
      ? session.openStore(for: .reading)
      : session.openStore(toWriteAs: "notes", beginning: "assess")
    let all = try store.assessments()
    // Notes are no results: those that are written now are in what is not finished yet.
    let newest = all.first(where: \.assessment.isWhole) ?? all.first(where: \.assessment.isOwn)
    let result = try PersonalResult(
      request.assessment ?? newest?.assessment.id.name, in: store, of: session,
      installed: try InstalledDocuments.find())
    let framework = result.loaded.framework
    var notes = result.stored.assessment.notes
    let changes = try request.changes(to: notes, in: framework, session)
    if !changes.isEmpty {
      try store.keep(
        changes, of: result.stored.assessment.id, on: try session.surroundings.today())
      for case .note(let id, let text) in changes {
        notes[id] = text
        let title = session.name(of: id, in: framework)
        session.remark(
          text == nil ? session.said.notes.deleted(title) : session.said.notes.kept(title))
      }
    }
    guard request.edits.isEmpty || output != nil else { return }
    var assessment = result.stored.assessment
    assessment.notes = notes
    try session.deliver(
      NoteList(of: assessment, in: framework), as: request.form, to: output, for: .owner)
    for stored in all where !request.isNamed && !stored.assessment.notes.isEmpty {
      guard stored.assessment.isOwn, stored.assessment.id != assessment.id else { continue }
      session.remark(
        session.said.notes.earlier(
          stored.changed, String(stored.assessment.id.name.prefix(8)), session.suffix))
    }
    guard request.asks else { return }
    let writer = try session.openStore(toWriteAs: "notes")
    let (id, day) = (assessment.id, try session.surroundings.today())
    var dialogue = try NotesDialogue(assessment, in: framework, session) { change in
      try writer.keep([change], of: id, on: day)
    }
    try dialogue.run()
  }
}

/// What `waymark notes` is asked to do.
struct NotesRequest {
  /// One thing that becomes of a note, by what was typed for its statement.
  enum Edit {
    case write(statement: String, text: String)
    case delete(statement: String)

    var statement: String {
      switch self {
      case .write(let statement, text: _), .delete(let statement): statement
      }
    }
  }

  let assessment: String?
  let edits: [Edit]
  let form: DocumentForm<NoteList, String>
  /// Whether somebody is there to be asked what to change.
  let asks: Bool

  var isNamed: Bool { assessment != nil }

  /// Takes what was typed for what it means.
  ///
  /// - Throws: `Failure` with everything that is wrong with it.
  init(_ command: NotesCommand, in session: Session) throws {
    let words = session.said.notes
    var faults = TypedFaults()
    var edits: [Edit] = []
    for typed in command.set {
      guard let mark = typed.firstIndex(of: "="), mark > typed.startIndex else {
        faults.add(words.noText(typed.clipped.printableLine))
        continue
      }
      let statement = String(typed[..<mark])
      let text = String(typed[typed.index(after: mark)...])
      guard !ForeignBytes.stand(in: text) else {
        faults.add(words.notUTF8(statement.clipped.printableLine))
        continue
      }
      switch WrittenNote(text) {
      case .kept(let text): edits.append(.write(statement: statement, text: text))
      case .nothing: faults.add(words.empty(statement.clipped.printableLine))
      case .refused: faults.add(words.refused(statement.clipped.printableLine))
      }
    }
    edits += command.delete.map { .delete(statement: $0) }
    self.edits = edits
    assessment = command.assessment
    let (person, language) = (command.options.person, session.language)
    let pages = DocumentForm<NoteList, String>.page(as: [.text, .markdown]) {
      NotesPage.page($0, person: person, words: session.words.notes, language: language)
    }
    let forms =
      pages + [
        .text(.csv) { NotesPage.table($0, language: language) },
        .text(.json) { try NotesJSON.document($0, language: language) },
      ]
    let form = try faults.gather { try session.form(of: forms, output: command.output) }
    try faults.check()
    guard let form else { throw Failure(.usage, words.noForm) }
    self.form = form
    asks =
      edits.isEmpty && command.output == nil && form.format == .text && session.canAsk
  }

  /// The changes that were asked for, of the notes that there are.
  ///
  /// - Throws: `Failure` with every statement that is none, is named twice, or has no note to delete.
  func changes(
    to notes: [CompetencyID: String], in framework: Framework, _ session: Session
  ) throws -> [AssessmentChange] {
    let words = session.said.notes
    var faults = TypedFaults()
    var seen: Set<CompetencyID> = []
    var changes: [AssessmentChange] = []
    for edit in edits {
      guard
        let found = try faults.gather({ try framework.statement(named: edit.statement, session) })
      else { continue }
      let title = session.name(of: found.id, in: framework)
      guard seen.insert(found.id).inserted else {
        faults.add(words.namedTwice(title))
        continue
      }
      switch edit {
      case .write(_, let text): changes.append(.note(found.id, text))
      case .delete where notes[found.id] == nil: faults.add(words.noNote(title))
      case .delete: changes.append(.note(found.id, nil))
      }
    }
    try faults.check()
    return changes
  }
}

extension Framework {
  /// The statement that was typed: by its id or its title, whatever the case.
  ///
  /// - Throws: a usage failure for what is neither.
  func statement(
    named name: String, _ session: Session, for option: String? = nil
  ) throws -> Competency {
    let wanted = name.lowercased()
    let found = competencies.first {
      $0.id.folded == wanted || $0.title.text(in: session.language).lowercased() == wanted
    }
    guard let found else {
      let words = session.said.notes
      throw Failure.unknown(
        words.statement, name.clipped, among: competencies.map(\.id.description), for: option,
        mend: words.toSeeStatements(id))
    }
    return found
  }
}

extension Session {
  /// Whether somebody sits at a terminal who may be asked.
  var canAsk: Bool {
    !options.noInput && Console.isTerminal(STDIN_FILENO) && Console.isTerminal(STDOUT_FILENO)
  }

  /// What a statement is called where people read it: its title, and its id where that is asked for.
  func name(of id: CompetencyID, in framework: Framework) -> String {
    let title = framework.competency(id)?.title.text(in: language) ?? id.description
    return options.ids ? "\(title) (\(id))" : title
  }
}
