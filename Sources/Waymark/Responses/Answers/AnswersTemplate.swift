import WaymarkBasics

/// The empty file for a person's own answers, which `AnswersTable` reads.
package enum AnswersTemplate {
  /// The table: a header, then a row for every competency in the framework's order, with nothing
  /// but its id.
  package static func csv(for framework: Framework) -> String {
    let blanks = String(repeating: ",", count: AnswersTable.columns.count - 1)
    return
      ([AnswersTable.columns.joined(separator: ",")]
      + framework.competencies.map { $0.id.description + blanks })
      .map { $0 + "\n" }.joined()
  }
}
