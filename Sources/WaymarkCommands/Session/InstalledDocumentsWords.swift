/// What is said of documents that are not where they should be, or not what they should be.
struct InstalledDocumentsWords: Sendable {
  private let installAgain = "install Waymark again with: make install"

  var noDocuments: (what: String, mend: String) {
    ("the competencies that come with Waymark are not there", installAgain)
  }

  func noFramework(_ id: String) -> (what: String, mend: String) {
    ("there is no framework '\(id)' in it", installAgain)
  }

  var noBackground: (what: String, mend: String) {
    ("there are no background questions in it", installAgain)
  }

  let noInvitation = (
    what: "this is no invitation to a campaign",
    mend: "name the file that the people who ask you sent, often campaign.xml"
  )

  func noCatalogue(for framework: String, _ version: String, in folder: String) -> (
    what: String, mend: String
  ) {
    (
      "no catalogue of learning resources fits these statements",
      "begin a new assessment with: waymark assess --new; or put a catalogue for "
        + "'\(framework)' \(version) into \(folder)"
    )
  }

  // What a store should have kept.

  let backgroundQuestions = "background questions"
  let statementsAreGone = "the statements it was answered with are gone"
  let backgroundIsGone = "its background questions are gone"

  func noProblems(_ file: String) -> String { "\(file): no problems" }
}
