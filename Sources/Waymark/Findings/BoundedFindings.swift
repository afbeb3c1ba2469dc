/// Gathers the findings of one file in memory that does not grow with their number.
///
/// A problem past the limit is only counted; it is not even made, as looking for a suggestion costs
/// time.
struct BoundedFindings<Kind: Problem>: Sendable {
  private let file: String
  private var listed: [Finding<Kind>] = []
  private var unlisted = 0

  init(file: String) {
    self.file = file
  }

  /// How many there are, listed or not.
  var count: Int { listed.count + unlisted }

  /// The findings so far, or `nil` when there are none.
  var findings: Findings<Kind>? { Findings(listed, unlisted: unlisted) }

  mutating func add(
    line: Int? = nil, column: Int? = nil, _ problem: @autoclosure () -> Kind
  ) {
    guard listed.count < Findings<Kind>.limit else {
      unlisted += 1
      return
    }
    listed.append(Finding(problem(), at: Place(file: file, line: line, column: column)))
  }
}
