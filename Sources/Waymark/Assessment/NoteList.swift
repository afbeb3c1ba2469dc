package import WaymarkBasics

/// The notes that a person wrote beside the statements of an assessment.
package struct NoteList: Equatable, Sendable {
  /// A note with the statement that it was written beside.
  package struct Entry: Equatable, Sendable {
    package let area: Area
    package let competency: Competency
    package let text: String

    /// The lines in which it was written, but for empty ones.
    package var lines: [String] {
      text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.trimmed.isEmpty }
    }
  }

  /// The notes in the order of the statements.
  package let entries: [Entry]
  /// The framework whose statements they stand beside.
  package let framework: Framework
  /// The day that the answers are about.
  package let day: CalendarDate

  package init(of assessment: Assessment, in framework: Framework) {
    self.framework = framework
    day = assessment.looksBackTo ?? assessment.finished ?? assessment.started
    entries = framework.areas.flatMap { area in
      area.competencies.compactMap { competency in
        assessment.notes[competency.id].map { Entry(area: area, competency: competency, text: $0) }
      }
    }
  }
}

/// What a note is that somebody wrote, wherever it was written.
package enum WrittenNote: Equatable, Sendable {
  case kept(String)
  /// Nothing was written.
  case nothing
  /// It is too long, or holds characters that are no text.
  case refused

  /// - Parameter typed: the text as it was written; blanks at its ends say nothing, and a tab is one.
  package init(_ typed: String) {
    let text = typed.replacing("\t", with: " ").trimmed
    let isText = text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F
    }
    guard isText, text.unicodeScalars.count <= Assessment.noteLimit else {
      self = .refused
      return
    }
    self = text.isEmpty ? .nothing : .kept(text)
  }
}

/// A line that was typed where a note is written.
///
/// Who types one of these words alone does not want a note that says nothing else.
package enum TypedNote: Equatable, Sendable {
  case text(String)
  /// Leave the note as it is.
  case leave
  /// Say how a note is written.
  case help

  package init(_ line: String) {
    switch line.trimmed.lowercased() {
    case "b", "back", "q", "quit", "stop": self = .leave
    case "h", "help", "?": self = .help
    default: self = .text(line)
    }
  }
}
