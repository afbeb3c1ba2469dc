import FoundationEssentials

extension Response {
  /// A number that is equal for responses that say the same, whatever their revision.
  ///
  /// FNV-1a over all that the response says, in a fixed order: it tells changed answers from
  /// unchanged ones, on every machine alike.
  public var fingerprint: UInt64 {
    var hash = FNV1a()
    func add(_ text: String) {
      hash.add(text)
      // No byte of UTF-8: it keeps the parts apart.
      hash.add(0xFF)
    }
    for part in [id, link?.uuidString ?? "", month ?? "", role?.description ?? ""] { add(part) }
    for (id, answer) in answers.sorted(by: { $0.key < $1.key }) {
      add(id.description)
      add(answer.word)
    }
    add("important")
    for id in importance.picked.sorted() { add(id.description) }
    add("top")
    for id in importance.top { add(id.description) }
    for (id, options) in background.sorted(by: { $0.key < $1.key }) {
      add(id.description)
      for option in options { add("=" + option.description) }
    }
    return hash.value
  }
}
