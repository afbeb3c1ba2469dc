extension JSONFault {
  /// What is wrong.
  package var what: String {
    switch self {
    case .notUTF8: "the file is not UTF-8"
    case .doubledKey(let key, let line):
      "the key \(key.excerpt) is there twice, first on line \(line)"
    case .endsEarly: "the file is not JSON: it ends too early"
    case .unexpected(let text): "the file is not JSON: \(text.excerpt) cannot stand here"
    case .danglingComma: "the file is not JSON: nothing follows the comma"
    case .number(let text): "the file is not JSON: \(text.excerpt) is not written as a number"
    case .text: "the file is not JSON: this text holds a character that must be written otherwise"
    case .tooDeep: "the file is not JSON of Waymark: values stand too deep in one another"
    case .afterEnd: "the file is not JSON: something follows its end"
    }
  }
}
