import Waymark
import WaymarkBasics
import WaymarkPages

/// What `waymark profile` is asked to do.
struct ProfileRequest {
  let assessment: String?
  let comparison: ResultChoice.Comparison?
  /// The roles to compare with instead of the person's own; two at most.
  let roles: [String]
  let showsAll: Bool
  /// Whether notes are shown: on the screen they are, in a file only where that is asked for.
  let showsNotes: Bool
  let form: DocumentForm<(profile: Profile, notes: NoteList?), String>

  /// Takes what was typed for what it means.
  ///
  /// - Throws: `Failure` with everything that is wrong with the values.
  init(_ command: ProfileCommand, in session: Session) throws {
    let words = session.said.profile
    var faults = TypedFaults()
    if command.role.count > 2 { faults.add(words.tooManyRoles) }
    for (option, name) in [("--assessment", command.assessment), ("--compare", command.compare)]
    where name?.isEmpty == true { faults.add(words.nothingNamed(option)) }
    let form = try faults.gather {
      try session.form(
        of: Self.forms(command.options.person, showsAll: command.all, in: session),
        output: command.output)
    }
    try faults.check()
    guard let form else { throw Failure(.usage, session.said.output.noForm("")) }
    self.form = form
    assessment = command.assessment
    comparison = command.compare.map(ResultChoice.Comparison.init(typed:))
    roles = command.role
    showsAll = command.all
    showsNotes = command.notes || command.output == nil && form.format == .text
  }

  private static func forms(
    _ person: String?, showsAll: Bool, in session: Session
  ) -> [DocumentForm<(profile: Profile, notes: NoteList?), String>] {
    let (words, language) = (session.words.profile, session.language)
    func page(showsAll: Bool) -> (((profile: Profile, notes: NoteList?)) -> Page) {
      {
        ProfilePage.page(
          $0.profile, notes: $0.notes, showsAll: showsAll, person: person, words: words,
          language: language)
      }
    }
    return DocumentForm.page(as: [.text], page(showsAll: showsAll))
      + DocumentForm.page(as: [.markdown], page(showsAll: true))
      + DocumentForm.page(as: [.html], page(showsAll: showsAll)) + [
        .text(.json) {
          try ProfileJSON.document(
            $0.profile, notes: $0.notes, words: words, language: language)
        }
      ]
  }
}

extension ResultChoice.Comparison {
  /// What `--compare` stands for.
  init(typed name: String) {
    switch name.lowercased() {
    case "last": self = .last
    case "then": self = .lookingBack
    default: self = .named(name)
    }
  }
}
