/// A kind of thing that has ids in a document.
package enum DocumentPart: String, Hashable, Sendable, CaseIterable {
  case document
  case framework
  case version
  case licence
  case area
  case competency
  case role
  case objective
  case sphere
  case action = "area of action"
  case field
  case option
  case group
  case grouping
  case resource
  case workshop
  case campaign
}
