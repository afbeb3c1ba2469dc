import Foundation

/// Keeps a second questionnaire away from a store while one is running.
///
/// The kernel holds the lock and lets it go when the process ends, however it ends; the file beside
/// the store only says who holds it.
public final class StoreLock {
  private let descriptor: Int32
  private let file: String

  /// Takes the lock.
  ///
  /// - Throws: `StoreError` with `held(by:)` when another run has it.
  public init(beside path: String) throws(StoreError) {
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
    let holder = Array("process \(getpid())".utf8)
    guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0,
      pwrite(descriptor, holder, holder.count, 0) == holder.count
    else {
      let reason = String(cString: strerror(errno))
      close(descriptor)
      throw StoreError(.system(reason), path: path)
    }
  }

  deinit { close(descriptor) }

  /// Removes the file, when the store that it stands beside is gone.
  public func remove() { unlink(file) }

  private static func locked(_ file: String, of path: String) throws(StoreError) -> Int32 {
    let descriptor = open(file, O_CREAT | O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      let isRight = errno == EROFS || errno == EACCES
      throw StoreError(isRight ? .readOnly(reason: reason) : .system(reason), path: path)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isHeld = errno == EWOULDBLOCK
      let reason = String(cString: strerror(errno))
      var bytes = [UInt8](repeating: 0, count: 64)
      let count = pread(descriptor, &bytes, bytes.count, 0)
      close(descriptor)
      let holder = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      throw StoreError(
        isHeld ? .held(by: holder.isEmpty ? "another run" : holder) : .system(reason), path: path)
    }
    return descriptor
  }
}
