import WaymarkBasics

/// The header of a form tool's export, which may have several rows: the columns and what they are
/// called.
package struct FormHeader: Equatable, Sendable {
  /// A column of the table.
  package struct Column: Equatable, Sendable {
    /// Its place, from 1.
    package let number: Int
    /// What it is called in messages and maps; empty when no row of the header names it.
    package let name: String
    /// All that it is called, the most telling first.
    let headings: [String]
    /// The question that it is a part of, where that stands over several columns.
    let context: String?
  }

  /// Whose export a header of several rows is.
  package enum Tool: Hashable, Sendable {
    /// Three rows: ids, questions, and a row of ids in braces.
    case qualtrics
    /// Two rows: questions, and statements or answers below them.
    case surveyMonkey
    /// Another one, whose statements do not stand in the first row.
    case other
  }

  /// The columns in their order.
  package let columns: [Column]

  /// Takes the rows of a header; rows of ids that a tool writes for itself name nothing.
  init(_ rows: [TableRow]) {
    let width = rows.map(\.fields.count).max() ?? 0
    let told = rows.filter { !Self.isOfImportIDs($0) }
    let spread = told.dropLast().map(Self.spread)
    columns = (0..<width).map { place in
      let own = told.map { place < $0.fields.count ? $0.fields[place] : "" }
      if told.count < 2 {
        let name = own.first ?? ""
        return Column(number: place + 1, name: name, headings: [name], context: nil)
      }
      let telling = own.reversed().filter { text in
        !text.trimmed.isEmpty && !FormWords.generalHeadings.contains(TolerantText.key(text))
      }
      let above = spread.reversed().lazy.compactMap { place < $0.count ? $0[place] : nil }
        .first { !$0.isEmpty }
      let name = telling.first ?? above ?? ""
      return Column(
        number: place + 1, name: name, headings: telling.isEmpty ? [name] : telling,
        context: above == name ? nil : above)
    }
  }

  /// How many rows at the beginning of a table are its header, and whose export it is where there are
  /// several.
  ///
  /// - Parameter rows: the first rows of the table.
  package static func rowCount(
    of rows: [TableRow], framework: Framework, background: BackgroundQuestions
  ) -> (count: Int, tool: Tool?) {
    guard let first = rows.first else { return (1, nil) }
    let ids = Set(framework.competencies.map(\.id.description))
    if first.fields.contains(where: ids.contains) { return (1, nil) }
    if let place = rows.prefix(4).firstIndex(where: isOfImportIDs), place > 0 {
      return (place + 1, .qualtrics)
    }
    let index = FormIndex(framework: framework, background: background)
    let counts = rows.prefix(6).map { row in row.fields.count(where: index.isStatement) }
    if let most = counts.max(), most >= 2, counts[0] * 2 < most,
      let place = counts.firstIndex(of: most)
    {
      return (place + 1, isSurveyMonkey(rows) ? .surveyMonkey : .other)
    }
    return isSurveyMonkey(rows) ? (2, .surveyMonkey) : (1, nil)
  }

  private static func isSurveyMonkey(_ rows: [TableRow]) -> Bool {
    guard rows.count > 1, TolerantText.idKey(rows[0].fields.first ?? "") == "respondent_id",
      rows[1].fields.first == ""
    else { return false }
    return rows[1].fields.contains { FormWords.generalHeadings.contains(TolerantText.key($0)) }
      || zip(rows[0].fields, rows[1].fields).contains { $0.isEmpty && !$1.isEmpty }
  }

  /// Whether a row holds the ids that Qualtrics writes below its questions.
  private static func isOfImportIDs(_ row: TableRow) -> Bool {
    let told = row.fields.filter { !$0.isEmpty }
    return !told.isEmpty
      && told.allSatisfy { $0.hasPrefix("{") && $0.contains("ImportId") && $0.hasSuffix("}") }
  }

  /// A row whose texts stand over all columns up to the next one.
  private static func spread(_ row: TableRow) -> [String] {
    var last = ""
    return row.fields.map { field in
      if !field.trimmed.isEmpty { last = field }
      return last
    }
  }
}
