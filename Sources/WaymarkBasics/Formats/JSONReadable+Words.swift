/// What values of JSON are called.
extension String {
  package static let words = (one: "a text", many: "texts")
}

extension Int {
  package static let words = (one: "a whole number", many: "whole numbers")
}

extension Optional where Wrapped: JSONReadable {
  package static var words: (one: String, many: String) {
    ("\(Wrapped.words.one) or null", "\(Wrapped.words.many) or null")
  }
}

extension Array where Element: JSONReadable {
  package static var words: (one: String, many: String) {
    ("a list of \(Element.words.many)", "lists of \(Element.words.many)")
  }
}

extension Dictionary where Key == String, Value: JSONReadable {
  package static var words: (one: String, many: String) {
    ("an object of \(Value.words.many)", "objects of \(Value.words.many)")
  }
}

extension JSONTree {
  /// Any object, whatever it holds.
  package static let object = "an object"
}
