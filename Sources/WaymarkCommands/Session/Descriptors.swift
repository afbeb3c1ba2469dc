import Foundation

/// The file descriptors of the process, put in order before anything is opened.
enum Descriptors {
  /// How many the program and its libraries have open at once, with some to spare.
  private static let needed = 16

  /// Takes the places of standard streams that are closed, and refuses to begin with too few
  /// descriptors left: libdispatch traps where it gets none.
  static func prepare() throws {
    for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 {
      // Else the next file would come to be standard output. Using the stream stays an error.
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    var probes: [Int32] = []
    defer { for probe in probes { close(probe) } }
    while probes.count < needed {
      let probe = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
      guard probe >= 0 else {
        throw Failure(
          .output,
          CommandWords.english.session.tooFewDescriptors(String(cString: strerror(errno))))
      }
      probes.append(probe)
    }
  }
}
