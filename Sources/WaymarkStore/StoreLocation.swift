import Foundation

/// Checks and makes the file and the folder that a store lives in.
enum StoreLocation {
  /// Refuses a path that a store must not be opened at, before a byte of it is read.
  ///
  /// - Returns: whether there is a file.
  static func check(_ path: String) throws(StoreError) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw StoreError(.system(String(cString: strerror(errno))), path: path)
    }
    if status.st_mode & S_IFMT == S_IFLNK {
      guard stat(path, &status) == 0 else {
        throw StoreError(.system(String(cString: strerror(errno))), path: path)
      }
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(.notAFile, path: path) }
    guard status.st_uid == geteuid() || geteuid() == 0 else {
      throw StoreError(.otherOwner, path: path)
    }
    guard status.st_size > 0 else {
      throw StoreError(.damaged(detail: "the file is empty"), path: path)
    }
    try checkFolder(of: path)
    return true
  }

  /// Refuses a store that could be opened but not written, before anything is asked.
  static func checkMayWrite(_ path: String) throws(StoreError) {
    let folder = (path as NSString).deletingLastPathComponent
    // SQLite writes its journal beside the store.
    for name in [path, folder] where access(name, W_OK) != 0 {
      throw StoreError(.readOnly, path: path)
    }
  }

  /// Makes the folders on the way to a store, for the user alone.
  static func makeFolder(of path: String) throws(StoreError) {
    let folder = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError(.system(describe(error)), path: path)
    }
    try checkFolder(of: path)
  }

  /// An empty file beside the store, for the user alone, that nobody else can have made.
  static func makeEmptyFile(beside path: String) throws(StoreError) -> String {
    let temporary = "\(path).\(UUID().uuidString.prefix(8)).new"
    let descriptor = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0, fchmod(descriptor, 0o600) == 0, close(descriptor) == 0 else {
      throw StoreError(.system(String(cString: strerror(errno))), path: path)
    }
    return temporary
  }

  /// Gives a finished file its lasting name, on the disk when the call returns; nothing that bears
  /// the name already is replaced.
  static func place(_ temporary: String, at path: String) throws(StoreError) {
    try synchronize(temporary)
    guard link(temporary, path) == 0 else {
      throw StoreError(
        errno == EEXIST ? .exists : .system(String(cString: strerror(errno))), path: path)
    }
    try synchronize(path)
  }

  /// Writes a file and its folder through to the disk.
  private static func synchronize(_ path: String) throws(StoreError) {
    for (name, flags) in [
      (path, O_RDONLY), ((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY),
    ] {
      let descriptor = open(name, flags | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw StoreError(.system(String(cString: strerror(errno))), path: path)
      }
      defer { close(descriptor) }
      guard fsync(descriptor) == 0 else {
        throw StoreError(.system(String(cString: strerror(errno))), path: path)
      }
    }
  }

  private static func checkFolder(of path: String) throws(StoreError) {
    let folder = (path as NSString).deletingLastPathComponent
    var status = stat()
    guard stat(folder, &status) == 0 else {
      throw StoreError(.system(String(cString: strerror(errno))), path: path)
    }
    // With the sticky bit others can neither remove nor replace the store, as in /tmp.
    guard status.st_mode & S_IWOTH == 0 || status.st_mode & S_ISVTX != 0 else {
      throw StoreError(.unsafeFolder(folder), path: path)
    }
  }

  private static func describe(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return underlying.map { String(cString: strerror(Int32($0.code))) }
      ?? error.localizedDescription
  }
}
