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
