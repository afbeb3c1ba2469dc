import WaymarkBasics

@testable package import Waymark

/// Background questions that tests share, built by hand.
package enum SampleBackgroundQuestions {
  /// `position`, `state`, `size` and `years`, of which one option may be chosen, and `ages`, of which
  /// several may.
  package static func small() throws -> BackgroundQuestions {
    let fields: [(String, BackgroundQuestions.Choice, [(String, String)])] = [
      (
        "position", .one,
        [("page", "Page or aide"), ("librarian", "Children's librarian"), ("cafe", "Caf\u{E9}")]
      ),
      ("state", .one, [("CA", "California"), ("OH", "Ohio"), ("VT", "Vermont")]),
      ("size", .one, [("under-1000", "Under 1,000"), ("1000-2499", "1,000 to 2,499")]),
      ("years", .one, [("lt1", "Less than 1"), ("1-2", "1 to 2"), ("3-5", "3 to 5")]),
      ("ages", .many, [("0-2", "0 to 2"), ("3-5", "3 to 5"), ("caregivers", "Caregivers")]),
    ]
    return BackgroundQuestions(
      id: try parsed("sample-background"), version: "1", language: .english,
      title: LocalizedText("Sample background"),
      leadIn: LocalizedText("You may skip any of these."),
      fields: try fields.map { id, choice, options in
        BackgroundQuestions.Field(
          id: try parsed(id), choice: choice, subject: .work,
          question: LocalizedText("Question of \(id)"),
          options: try options.map { id, label in
            BackgroundQuestions.Option(id: try parsed(id), label: LocalizedText(label))
          })
      },
      derived: [], positionRoles: [])
  }

  private static func parsed<Subject>(_ text: String) throws -> ID<Subject> {
    guard let id = ID<Subject>(text) else { throw SampleError() }
    return id
  }
}
