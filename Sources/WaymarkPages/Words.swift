/// All that documents and the questionnaire say, in one language.
///
/// A page takes its words from here and never writes any itself, so that another language is another
/// value of this, and not another page.
package struct Words: Sendable {
  /// The words in English.
  package static let english = Words()

  private init() {}
}
