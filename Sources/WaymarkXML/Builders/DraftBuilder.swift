import Waymark
import WaymarkBasics

/// Gathers a draft while the elements of a document go by.
///
/// It sees elements in any order and place, as the shape may be wrong; it keeps what it knows and
/// passes over the rest, which the schema reports.
protocol DraftBuilder {
  /// An element begins.
  mutating func open(_ name: ElementName, _ attributes: Attributes, at place: LineAndColumn)
  /// An element ends; `text` is given for elements that hold words.
  mutating func close(_ name: ElementName, in parent: ElementName?, _ text: TextElement?)
  /// What was gathered.
  var draft: Draft { get }
}

/// A draft of any kind of document.
enum Draft {
  case framework(FrameworkDraft)
  case background(BackgroundDraft)
  case catalogue(CatalogueDraft)
  case plan(StrategicPlanDraft)
  case campaign(InvitationDraft)
}

extension DocumentHeader {
  /// Reads the attributes that every root element has.
  init(_ attributes: Attributes, file: String, at place: LineAndColumn) {
    self.init(
      id: attributes["id"], version: attributes["version"], language: attributes["lang"],
      licence: attributes["licence"], file: file,
      place: place)
  }
}

extension FrameworkMention {
  /// Reads the attributes that name a framework.
  init(_ attributes: Attributes) {
    self.init(id: attributes["framework"], version: attributes["frameworkVersion"])
  }
}

/// An element that holds words, as it ends.
struct TextElement {
  /// The words, without white space around them.
  let words: String
  /// The language tag as written; `nil` for the language of the document.
  let language: String?
  /// Where the element begins.
  let place: LineAndColumn
}

extension TextDraft {
  mutating func append(_ text: TextElement) {
    append(text.words, language: text.language, at: text.place)
  }
}
