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

  private var style: TextStyle { output == nil ? session.style : TextStyle() }

  func text(of installed: InstalledDocument) throws -> String {
    let language = session.language
    switch installed.document {
    case .framework(let framework):
      return try text(of: framework, .whole, sha256: installed.sha256)
    case .background(let background):
      return try isJSON
        ? BackgroundPage.json(background)
        : BackgroundPage.page(background, language: language).text(style)
    case .catalogue(let catalogue):
      return try isJSON
        ? CataloguePage.json(catalogue)
        : CataloguePage.page(catalogue, language: language).text(style)
    case .plan(let plan):
      return try isJSON
        ? PlanPage.json(plan) : PlanPage.page(plan, language: language).text(style)
    case .campaign(let invitation):
      return try isJSON
        ? InvitationPage.json(invitation)
        : InvitationPage.page(invitation, language: language).text(style)
    }
  }

  private var isJSON: Bool {
    get throws {
      try OutputFormat.chosen(session, output: output, known: [.text, .json]) == .json
    }
  }

  func text(
    of framework: Framework, _ part: FrameworkPart, sha256: String
  ) throws -> String {
    let format = try OutputFormat.chosen(session, output: output, known: [.text, .json, .html])
    let language = session.language
    let reference = FrameworkReference(id: framework.id, version: framework.version)
    switch format {
    case .json:
      let key = Framework.Key(id: framework.id, version: framework.version, sha256: sha256)
      return try FrameworkPage.json(framework, key: key, part: part)
    case .html:
      return FrameworkForm.page(framework, part: part, language: language).html
    case .text, .markdown, .csv, .ics, .xlsx:
      return FrameworkPage.page(
        framework, part: part, plan: plans.last { $0.framework == reference }, language: language
      ).text(style)
    }
  }
}
