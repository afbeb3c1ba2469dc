extension String {
  /// The text in quotes for a message, cut after 60 scalars: a cell may hold 64 KiB.
  var excerpt: String {
    let limit = 60
    guard let end = unicodeScalars.index(startIndex, offsetBy: limit, limitedBy: endIndex),
      end != endIndex
    else { return "'\(self)'" }
    return "'\(self[..<end])...'"
  }
}
