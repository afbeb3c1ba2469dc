internal import Foundation

/// Files and folders that their owner can use, whatever the umask.
package enum Owned {
  /// Makes a folder and those above it that are missing; those that are there stay as they are.
  ///
  /// - Parameter isPrivate: whether it is for the owner alone; else also for whom the umask lets.
  package static func makeFolder(_ path: String, isPrivate: Bool) throws(SystemError) {
    var missing: [String] = []
    var place = path
    while !place.isEmpty, place != "/", access(place.systemName, F_OK) != 0 {
      missing.append(place)
      place = PathParts(place).folder
    }
    for folder in missing.reversed() {
      _ = try makeNewFolder(folder, isPrivate: isPrivate)
    }
  }

  /// Makes a folder in one that is there.
  ///
  /// - Returns: whether it is there and new; else something bore the name already, or another run
  ///   has taken the folder away again.
  static func makeNewFolder(_ path: String, isPrivate: Bool) throws(SystemError) -> Bool {
    guard mkdir(path.systemName, isPrivate ? 0o700 : 0o777) == 0 else {
      guard errno == EEXIST else { throw SystemError(at: path) }
      return false
    }
    // The umask may have taken the owner's own rights.
    var status = stat()
    let isUsable =
      lstat(path.systemName, &status) == 0
      && (status.st_mode & 0o700 == 0o700
        || chmod(path.systemName, status.st_mode & 0o7777 | 0o700) == 0)
    if !isUsable, errno == ENOENT { return false }
    guard isUsable else {
      let error = SystemError(at: path)
      rmdir(path.systemName)
      throw error
    }
    return true
  }

  /// Makes an empty file that nobody else can have made; no link is followed.
  ///
  /// - Parameter isPrivate: whether it is for the owner alone; else also for whom the umask lets.
  /// - Returns: a descriptor to write with, which the caller closes.
  package static func makeFile(_ path: String, isPrivate: Bool) throws(SystemError) -> Int32 {
    let mode: mode_t = isPrivate ? 0o600 : 0o666
    let descriptor = open(
      path.systemName, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw SystemError() }
    var status = stat()
    let isUsable =
      fstat(descriptor, &status) == 0
      && (status.st_mode & 0o600 == 0o600
        || fchmod(descriptor, status.st_mode & 0o7777 | 0o600) == 0)
    guard isUsable else {
      let error = SystemError()
      close(descriptor)
      unlink(path.systemName)
      throw error
    }
    return descriptor
  }
}

/// What outlasts a power cut.
package enum Disk {
  /// Writes a file's bytes, or the names in a folder, through to the disk.
  package static func settle(_ path: String) throws(SystemError) {
    let descriptor = open(path.systemName, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw SystemError() }
  }
}
