import CSystem
import Foundation

/// The size of the terminal that standard output is.
enum TerminalSize {
  /// The columns, or `nil` when standard output is no terminal or does not say.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
