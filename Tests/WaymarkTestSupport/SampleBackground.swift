import WaymarkBasics

@testable package import Waymark

/// Small background questions that tests share, built by hand.
package enum SampleBackground {
  /// Four fields, one of them with several answers, and the grouping `division` of `state`.
  ///
  /// A clerk is compared with `assistant`, a librarian in the first year too, any other librarian
  /// with `librarian`, a director with no role. `other` belongs to no division.
  ///
  /// - Parameter service: whether a fifth field asks who would serve on a committee.
  package static func small(service: Bool = false) throws -> BackgroundQuestions {
    var fields = [
      try field("position", ["clerk", "librarian", "director"]),
      try field("years", ["under-1", "1-2", "3-5"]),
      try field("state", ["OH", "PA", "NY", "CA", "other"]),
      try field("ages", ["0-2", "3-5", "caregivers"], choice: .many),
    ]
    if service {
      fields.append(try field("serve-committees", ["yes", "no"], subject: .service))
    }
    return BackgroundQuestions(
      id: try parsed("sample-background"), version: "1", language: .english,
      title: LocalizedText("Your work"), leadIn: LocalizedText("Leave out what you like."),
      fields: fields,
      derived: [
        BackgroundQuestions.Derived(
          id: try parsed("division"), from: try parsed("state"),
          title: LocalizedText("Census division"),
          groups: [
            try group("middle-atlantic", ["NY", "PA"]),
            try group("east-north-central", ["OH"]),
            try group("pacific", ["CA"]),
          ])
      ],
      positionRoles: [
        BackgroundQuestions.PositionRole(
          position: try parsed("clerk"), role: try parsed("assistant"), condition: nil),
        BackgroundQuestions.PositionRole(
          position: try parsed("librarian"), role: try parsed("assistant"),
          condition: BackgroundQuestions.PositionRole.Condition(
            field: try parsed("years"), options: [try parsed("under-1")])),
        BackgroundQuestions.PositionRole(
          position: try parsed("librarian"), role: try parsed("librarian"), condition: nil),
      ])
  }

  private static func field(
    _ id: String, _ options: [String], choice: BackgroundQuestions.Choice = .one,
    subject: BackgroundQuestions.Subject = .work
  ) throws -> BackgroundQuestions.Field {
    BackgroundQuestions.Field(
      id: try parsed(id), choice: choice, subject: subject, question: LocalizedText("Which \(id)?"),
      options: try options.map {
        BackgroundQuestions.Option(id: try parsed($0), label: LocalizedText("Label of \($0)"))
      })
  }

  private static func group(
    _ id: String, _ members: [String]
  ) throws -> BackgroundQuestions.Derived.Group {
    BackgroundQuestions.Derived.Group(
      id: try parsed(id), label: LocalizedText("Label of \(id)"),
      members: try members.map { try parsed($0) })
  }

  private static func parsed<Subject>(_ text: String) throws -> ID<Subject> {
    guard let id = ID<Subject>(text) else { throw SampleError() }
    return id
  }
}
