import ArgumentParser
import Waymark
import WaymarkBasics

extension FixedWidthInteger {
  /// The number that an option is given, in the digits 0 to 9, perhaps behind a minus.
  ///
  /// The parser itself takes a plus too, which is more likely a slip of the hand. A minus is let through,
  /// as each option says what its least is.
  init(typed text: String) throws {
    guard text.withoutMinus.isDigits, let number = Self(text) else {
      throw ValidationError(
        "'\(text.clipped.printableLine)' is no whole number; write it in the digits 0 to 9.")
    }
    self = number
  }
}

extension Double {
  /// The number that an option is given, in digits with perhaps a `.` among them: neither `1e3` nor
  /// `0x5` nor `inf`.
  init(typed text: String) throws {
    let parts = text.withoutMinus.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(\.isDigits), let number = Double(text),
      number.isFinite
    else {
      throw ValidationError(
        "'\(text.clipped.printableLine)' is no number; write one such as 4 or 2.5.")
    }
    self = number
  }
}

extension String {
  fileprivate var withoutMinus: Substring { hasPrefix("-") ? dropFirst() : self[...] }
}
