import CSystem
import Foundation

/// Changes how a terminal behaves, and changes it back whatever happens.
///
/// While keys are waited for, the terminal sets marks around what is pasted (bracketed paste of xterm), where
/// standard output is a terminal that knows how. A crash sets everything back first, as every other end does.
enum TerminalGuard {
  /// Whether the terminal understands more than text.
  static let knowsMarks: Bool = {
    let name = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return isatty(STDOUT_FILENO) == 1 && !["", "dumb"].contains(name)
  }()

  /// Has a terminal hand over keys as they are pressed, without showing them.
  static func handOverKeys(_ descriptor: Int32, usual: termios) {
    var (mode, usual) = (usual, usual)
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard_terminal(descriptor, &usual, knowsMarks ? 1 : 0)
    if knowsMarks { set_paste_marks(1) }
    tcsetattr(descriptor, TCSADRAIN, &mode)
  }

  /// Has it hand over lines again, as it did before.
  static func handOverLines(_ descriptor: Int32, usual: termios) {
    var usual = usual
    if knowsMarks { set_paste_marks(0) }
    release_terminal()
    tcsetattr(descriptor, TCSADRAIN, &usual)
  }
}
