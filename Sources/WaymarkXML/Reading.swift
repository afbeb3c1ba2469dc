import Waymark
import WaymarkBasics

/// What reading a document gave: as much of a draft as could be read, and what is wrong with the
/// bytes, the XML or the shape.
struct Reading {
  /// The file as the person named it.
  let file: String
  /// The draft; `nil` when not even the kind of document is known.
  let draft: Draft?
  /// The faults found so far, in the order of the file.
  let findings: [Finding<DocumentProblem>]

  /// Adds what is wrong with the content, and gives the value when nothing is wrong at all.
  func result<Value>(_ checked: Checked<Value>) -> Result<Value, Findings<DocumentProblem>> {
    if findings.isEmpty, let value = checked.value { return .success(value) }
    return failure(
      findings + checked.findings.map { Finding(.content($0.problem), at: $0.place) },
      more: checked.more)
  }

  /// All that is wrong with the document.
  func failure<Value>(
    _ findings: [Finding<DocumentProblem>], more: Int = 0
  ) -> Result<Value, Findings<DocumentProblem>> {
    .failure(
      Findings(findings.inFileOrder(), unlisted: more)
        ?? Findings(Finding(.content(.incomplete), at: Place(file: file))))
  }
}
