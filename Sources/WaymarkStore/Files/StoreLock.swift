import Foundation

/// Keeps every other run that would change a store away from it.
///
/// The kernel holds the lock and lets it go when the process ends, however it ends; the file beside
/// the store only says who holds it.
package final class StoreLock {
  /// How often a run looks who holds the lock, 5 ms apart, before it says that it does not know.
  private static let looks = 40

  private let descriptor: Int32
  private let file: String

  /// Takes the lock.
  ///
  /// - Parameter command: what the run does, as others are told: `import`.
  /// - Throws: `StoreError` with `held(by:)` when another run has it.
  package init(beside path: String, for command: String) throws(StoreError) {
    let path = StoreLocation.resolved(path)
    try StoreLocation.makeFolder(of: path)
    file = path + ".lock"
    while true {
      let descriptor = try Self.locked(file, of: path)
      if let identity = FileIdentity(of: descriptor), identity == FileIdentity(named: file) {
        self.descriptor = descriptor
        break
      }
      // Whoever held it removed it with the store; the name may belong to another file by now.
      close(descriptor)
    }
    let holder = Array("process \(getpid()) (waymark \(command))\n".utf8)
    // Written over what is there and then cut: whoever looks finds a holder at any moment.
    guard fchmod(descriptor, 0o600) == 0,
      pwrite(descriptor, holder, holder.count, 0) == holder.count,
      ftruncate(descriptor, off_t(holder.count)) == 0
    else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      throw StoreError(.system(reason), path: path)
    }
  }

  deinit { close(descriptor) }

  /// Removes the file, when the store that it stands beside is gone.
  package func remove() { unlink(file) }

  private static func locked(_ file: String, of path: String) throws(StoreError) -> Int32 {
    let descriptor = open(file, O_CREAT | O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      let isRight = errno == EROFS || errno == EACCES
      throw StoreError(isRight ? .readOnly(reason: reason) : .system(reason), path: path)
    }
    var holder = ""
    // Whoever has just taken the lock is about to write who it is over whoever had it before.
    for _ in 0..<looks {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return descriptor }
      guard errno == EWOULDBLOCK else {
        let reason = String(cString: strerror(errno))
        close(descriptor)
        throw StoreError(.system(reason), path: path)
      }
      holder = firstLine(of: descriptor)
      if isRunning(holder) { break }
      poll(nil, 0, 5)
    }
    close(descriptor)
    throw StoreError(holder.isEmpty ? .heldByAnotherRun : .held(by: holder), path: path)
  }

  private static func firstLine(of descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let line = bytes.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }
    return String(decoding: line, as: UTF8.self)
  }

  /// Whether the process that a lock file names is there.
  private static func isRunning(_ holder: String) -> Bool {
    let words = holder.split(separator: " ")
    guard words.first == "process", words.count > 1, let process = pid_t(words[1]) else {
      return false
    }
    return kill(process, 0) == 0 || errno == EPERM
  }
}
