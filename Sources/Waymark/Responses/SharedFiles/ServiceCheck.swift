import WaymarkBasics

/// Checks the raw values of a file about a service against the framework that it should answer.
struct ServiceCheck {
  private let document: ServiceDocument
  private var check: SharedFileCheck

  init(_ document: ServiceDocument, _ json: ReadJSON, expectation: SharedFile.Expectation) {
    self.document = document
    check = SharedFileCheck(document.problems, json, expectation: expectation)
  }

  mutating func serviceFile() throws(Findings<ResponseFileProblem>) -> ServiceFile {
    check.expectSchema(document.schema)
    let id = document.id.flatMap { check.uuid($0, "id") }
    let revision = check.revision(document.revision)
    let proof = check.proof(document.proof)
    guard document.format == ServiceFile.format else {
      try check.finish()
      guard let id else { throw check.failure(.missingKey("id")) }
      return .withdrawal(id: id, revision: revision, proof: proof)
    }
    try check.expectFramework(document.framework)
    let campaign = check.campaign(document.campaign)
    let month = check.month(document.month, "month")
    let now = check.answers(document.now, "now")
    let inFiveYears = check.answers(document.inFiveYears, "inFiveYears")
    try check.finish()
    guard let id, let month else { throw check.failure(.missingKey("id")) }
    return .view(
      ServiceView(
        id: id, revision: revision, month: month, now: now, inFiveYears: inFiveYears),
      framework: check.expectation.key, campaign: campaign, proof: proof)
  }
}
