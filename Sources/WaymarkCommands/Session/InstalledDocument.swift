import Waymark
import WaymarkPages
import WaymarkXML

/// A document that came with the program, with the hash of the bytes it was read from.
struct InstalledDocument {
  let document: Document
  let sha256: String

  var summary: DocumentSummary {
    switch document {
    case .framework(let framework): DocumentSummary(framework)
    case .background(let background): DocumentSummary(background)
    case .catalogue(let catalogue): DocumentSummary(catalogue)
    case .plan(let plan): DocumentSummary(plan)
    case .campaign(let invitation): DocumentSummary(invitation)
    }
  }
}
