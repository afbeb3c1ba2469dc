package import Waymark
package import WaymarkBasics

extension SheetCounter {
  /// Counts one respondent given in values, as the store would hand its row over.
  package mutating func add(
    _ sheet: AnswerSheet, role: RoleID?,
    background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [:],
    framework: Framework, questions: BackgroundQuestions
  ) {
    add(
      role: role.flatMap { role in framework.roles.firstIndex { $0.id == role } },
      background: BackgroundSheet(background, questions: questions).codes.span.bytes,
      sheet: sheet.codes.span.bytes)
  }
}
