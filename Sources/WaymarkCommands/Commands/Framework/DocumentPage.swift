import Waymark
import WaymarkBasics
import WaymarkPages
import WaymarkXML

/// Writes a document in the form that a session asks for.
struct DocumentPage {
  let session: Session
  /// The file it goes into, if any; then it is not laid out for the session's screen.
  let output: String?
  /// The plans that are installed.
  let plans: [StrategicPlan]

  /// - Parameter part: how much of it is shown where it is a framework.
  func text(of installed: InstalledDocument, _ part: FrameworkPart) throws -> String {
    let (language, words) = (session.language, session.words.documents)
    return switch installed.document {
    case .framework(let framework): try text(of: framework, part, sha256: installed.sha256)
    case .background(let background):
      try text(BackgroundPage.page(background, words: words, language: language)) {
        try BackgroundPage.json(background)
      }
    case .catalogue(let catalogue):
      try text(CataloguePage.page(catalogue, words: words, language: language)) {
        try CataloguePage.json(catalogue)
      }
    case .plan(let plan):
      try text(
        StrategicPlanPage.page(
          plan, on: session.surroundings.today(), words: words, language: language)
      ) {
        try StrategicPlanPage.json(plan)
      }
    case .campaign(let invitation):
      try text(InvitationPage.page(invitation, words: session.words.campaign, language: language)) {
        try InvitationPage.json(invitation)
      }
    }
  }

  func text(
    of framework: Framework, _ part: FrameworkPart, sha256: String
  ) throws -> String {
    let (language, words) = (session.language, session.words.documents)
    let reference = FrameworkReference(id: framework.id, version: framework.version)
    let page = FrameworkPage.page(
      framework, part: part, plan: plans.last { $0.framework == reference }, words: words,
      language: language)
    let form = FrameworkForm.page(framework, part: part, words: words, language: language)
    return try text(page, more: DocumentForm.page(as: [.html]) { _ in form }) {
      try FrameworkPage.json(
        framework,
        key: Framework.Key(id: framework.id, version: framework.version, sha256: sha256),
        part: part)
    }
  }

  /// A document in the form that is asked for.
  private func text(
    _ page: Page, more: [DocumentForm<Page, String>] = [], json: @escaping () throws -> String
  ) throws -> String {
    let forms =
      DocumentForm<Page, String>.page(as: [.text, .markdown]) { $0 } + [
        .text(.json) { _ in try json() }
      ]
    return try session.form(of: forms + more, output: output)
      .contents(page, session.style(for: output))
  }
}
