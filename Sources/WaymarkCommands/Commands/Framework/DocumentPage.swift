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
        ? BackgroundJSON.document(background)
        : BackgroundText.page(background, style: style, language: language)
    case .catalogue(let catalogue):
      return try isJSON
        ? CatalogueJSON.document(catalogue)
        : CatalogueText.page(catalogue, style: style, language: language)
    case .plan(let plan):
      return try isJSON
        ? PlanJSON.document(plan) : PlanText.page(plan, style: style, language: language)
    case .campaign(let invitation):
      return try isJSON
        ? InvitationJSON.document(invitation)
        : InvitationText.page(invitation, style: style, language: language)
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
      return try FrameworkJSON.document(framework, key: key, part: part)
    case .html:
      return FrameworkForm.page(framework, part: part, language: language)
    case .text, .markdown, .csv, .ics, .xlsx:
      return FrameworkText.page(
        framework, part: part, plan: plans.last { $0.framework == reference }, style: style,
        language: language)
    }
  }
}
