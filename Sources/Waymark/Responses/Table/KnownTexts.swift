/// A list of texts in which the bytes of one are looked up, side by side in memory.
struct KnownTexts: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []

  init(_ texts: some Sequence<String>) {
    for text in texts {
      bytes += text.utf8
      ends.append(bytes.count)
    }
  }

  var count: Int { ends.count }

  /// Where in the list a text is; `nil` when it is not.
  func place(of text: Span<UInt8>) -> Int? {
    var start = 0
    for place in ends.indices {
      let end = ends[place]
      if end - start == text.count, isEqual(text, from: start) { return place }
      start = end
    }
    return nil
  }

  private func isEqual(_ text: Span<UInt8>, from start: Int) -> Bool {
    for place in text.indices where text[place] != bytes[start + place] { return false }
    return true
  }
}
