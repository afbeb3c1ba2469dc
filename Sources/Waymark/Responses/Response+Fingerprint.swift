import FoundationEssentials

extension Response {
  /// A number that is equal for responses that say the same, whatever their revision.
  ///
  /// 64-bit FNV-1a (Fowler, Noll, Vo) over all that the response says, in a fixed order; the same on
  /// every machine. It tells changed answers from unchanged ones; it guards against nobody.
  public var fingerprint: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      // 0xFF is no byte of UTF-8: it keeps the parts apart.
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
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
    return hash
  }
}
