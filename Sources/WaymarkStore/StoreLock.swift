import Foundation

/// Keeps a second questionnaire away from a store while one is running.
///
/// The kernel holds the lock and lets it go when the process ends, however it ends; the file beside
/// the store only says who holds it.
public final class StoreLock {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Throws: `StoreError` with `held(by:)` when another run has it.
  public init(beside path: String) throws(StoreError) {
    try StoreLocation.makeFolder(of: path)
    let lockPath = path + ".lock"
    descriptor = open(lockPath, O_CREAT | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError(
        errno == EROFS || errno == EACCES ? .readOnly : .system(String(cString: strerror(errno))),
        path: path)
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
}
