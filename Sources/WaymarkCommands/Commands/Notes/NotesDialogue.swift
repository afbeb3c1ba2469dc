import Foundation
import Waymark
import WaymarkBasics

/// Lets a person change, delete and add notes at a terminal, by number.
///
/// Numbers are those of the list that was shown last; a note that is added takes the next one.
struct NotesDialogue {
  /// What is asked for at the list of notes.
  private enum Request {
    case leave, list, add
    case change(CompetencyID)
    case unknown
  }

  private let framework: Framework
  private let session: Session
  private let input: TerminalInput
  private let prompt: LinePrompt
  private let keep: (AssessmentChange) throws -> Void
  private var notes: [CompetencyID: String]
  /// The statements in the order of their numbers.
  private var numbered: [CompetencyID]

  private var words: NotesCommandWords { session.said.notes }

  /// - Parameter keep: keeps a change for good.
  init(
    _ assessment: Assessment, in framework: Framework, _ session: Session,
    keep: @escaping (AssessmentChange) throws -> Void
  ) throws {
    self.framework = framework
    self.session = session
    self.keep = keep
    notes = assessment.notes
    numbered = NoteList(of: assessment, in: framework).entries.map(\.competency.id)
    input = try TerminalInput(STDIN_FILENO)
    let edits = TerminalGuard.knowsMarks && !session.isAccessible
    prompt = LinePrompt(input: input, console: session.console, edits: edits)
  }

  /// Asks until the person leaves.
  mutating func run() throws {
    defer { input.listen(.lines) }
    while true {
      let question = words.whatToDo(hasNotes: !notes.isEmpty)
      let typed = try ask(session.isAccessible ? [question] : ["", question])
      switch request(typed) {
      case .leave: return
      case .list: try list()
      case .add:
        if let id = try chooseStatement() { try write(beside: id) }
      case .change(let id): try write(beside: id)
      case .unknown: try say([words.notUnderstood(typed.clipped.printableLine)])
      }
    }
  }

  /// What was typed at the list: a number, a title of a note, or a word.
  private func request(_ typed: String) -> Request {
    switch typed.lowercased() {
    case "", "q", words.stop: .leave
    case "l", words.list: .list
    case "a", "+", words.add: .add
    default:
      Self.place(of: typed, among: numbered.map(title)).map { .change(numbered[$0]) } ?? .unknown
    }
  }

  /// The place that a number or the beginning of one title alone names.
  static func place(of typed: String, among titles: [String]) -> Int? {
    if let number = Int(digits: typed) {
      return (1...max(1, titles.count)).contains(number) && !titles.isEmpty ? number - 1 : nil
    }
    let wanted = typed.lowercased()
    let found = titles.indices.filter { titles[$0].lowercased().hasPrefix(wanted) }
    return titles.firstIndex { $0.lowercased() == wanted } ?? (found.count == 1 ? found.first : nil)
  }

  private mutating func list() throws {
    numbered = framework.competencies.map(\.id).filter { notes[$0] != nil }
    guard !numbered.isEmpty else { return try say([words.noneYet]) }
    try say(numbered.enumerated().map { place, id in "\(place + 1)  \(title(id))" })
  }

  /// Has a statement chosen, area by area; `nil` when the person leaves it.
  private func chooseStatement() throws -> CompetencyID? {
    let areas = framework.areas
    let names = areas.map { $0.shortTitle.text(in: session.language) }
    guard let area = try choose(words.whichArea, names, names).map({ areas[$0] }) else {
      return nil
    }
    let ids = area.competencies.map(\.id)
    let titles = ids.map(title)
    let shown = ids.map { notes[$0] == nil ? title($0) : words.hasNote(title($0)) }
    return try choose(words.whichStatement, shown, titles).map { ids[$0] }
  }

  private func choose(_ question: String, _ shown: [String], _ names: [String]) throws -> Int? {
    try say([question] + shown.enumerated().map { "\($0 + 1)  \($1)" })
    while true {
      let typed = try ask([words.typeNumber])
      if typed.isEmpty || typed.lowercased() == "q" { return nil }
      if let place = Self.place(of: typed, among: names) { return place }
      try say([words.notUnderstood(typed.clipped.printableLine)])
    }
  }

  /// Has a note written, changed or deleted.
  private mutating func write(beside id: CompetencyID) throws {
    let earlier = notes[id]
    try say([title(id)])
    if !prompt.edits, let earlier {
      try say(earlier.split(whereSeparator: \.isNewline).map(String.init))
    }
    try say([words.howToWrite(isChange: earlier != nil, edits: prompt.edits)])
    var draft = earlier ?? ""
    while true {
      input.listen(prompt.edits ? .keys : .lines)
      switch try prompt.ask(words.cursor, draft: draft, takesLines: true) {
      case .line(let line):
        if prompt.edits { try session.console.write("\n") }
        let isDeleted =
          earlier != nil && (line.trimmed == "0" || prompt.edits && line.trimmed.isEmpty)
        guard !isDeleted else {
          try keep(.note(id, nil))
          notes[id] = nil
          return try say([words.deleted(title(id))])
        }
        switch TypedNote(line) {
        case .leave: return try say([earlier == nil ? words.nothingWritten : words.stays])
        case .help:
          try say([words.howToWrite(isChange: earlier != nil, edits: prompt.edits)])
          continue
        case .text: break
        }
        switch WrittenNote(line) {
        case .kept(let text) where text == earlier: return try say([words.stays])
        case .kept(let text):
          try keep(.note(id, text))
          notes[id] = text
          if !numbered.contains(id) { numbered.append(id) }
          return try say([words.kept(title(id))])
        case .nothing: return try say([earlier == nil ? words.nothingWritten : words.stays])
        case .refused:
          try say([words.refusedHere])
          draft = line
        }
      case .cancelled:
        return try say(["", earlier == nil ? words.nothingWritten : words.stays])
      case .noText(let text):
        try say(["", words.noUTF8Here])
        draft = text
      case .stop(let exit):
        try? say(["", words.notSaved])
        throw Ended(exit: exit)
      case let event: try end(on: event)
      }
    }
  }

  private func title(_ id: CompetencyID) -> String { session.name(of: id, in: framework) }

  /// A line that is typed at a menu, without blanks around it.
  private func ask(_ question: [String]) throws -> String {
    try say(question)
    while true {
      input.listen(prompt.edits ? .keys : .lines)
      switch try prompt.ask(session.said.sitting.cursor(isAccessible: session.isAccessible)) {
      case .line(let line):
        if prompt.edits { try session.console.write("\n") }
        return line.trimmed
      case .cancelled:
        try session.console.write("\n")
        return ""
      case .pasted: try say(["", words.pasted])
      case let event: try end(on: event)
      }
    }
  }

  /// Ends where the input does; everything that was said is saved.
  private func end(on event: TerminalInput.Event) throws {
    switch event {
    case .end:
      try session.console.write("\n")
      throw Ended(exit: .done)
    case .stop(let exit):
      try? session.console.write("\n")
      throw Ended(exit: exit)
    case .redraw, .woken, .key, .word, .noText, .pasted, .cancelled, .line:
      try session.console.write("\n")
    }
  }

  private func say(_ lines: [String]) throws {
    let width = session.style.width
    try session.console.write(
      lines.flatMap { TextLayout.wrap($0.printableLine, width: width, hanging: 0) }
        .map { $0 + "\n" }.joined())
  }
}
