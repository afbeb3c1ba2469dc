internal import Foundation

/// A folder beside a place, for its owner alone, in which what is to stand there is made.
///
/// Its name tells which place it is for, and a lock of the kernel's that its run is alive: whoever
/// makes something for the same place removes what killed runs left, and nothing of a run that goes
/// on. On file systems that keep no locks, what was left stays.
package final class StagingFolder {
  /// Where it is.
  package let path: String
  private let descriptor: Int32

  /// Makes the folder, once what killed runs left for the same place is removed.
  ///
  /// - Parameters:
  ///   - place: the file or the folder that is to be made; the folder that it stands in is there.
  ///   - discard: what becomes of a folder inside one that a killed run left; it stays unless it is
  ///     removed.
  package init(
    beside place: String, discarding discard: (String) -> Void = { _ in }
  ) throws(SystemError) {
    _ = Self.sweep(beside: place, discarding: discard)
    while true {
      let random = String(UInt32.random(in: 0 ... .max), radix: 16)
      let path =
        Self.prefix(of: place) + String(repeating: "0", count: 8 - random.count) + random
      guard try Owned.makeNewFolder(path, isPrivate: true) else { continue }
      let descriptor = open(path.systemName, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      // Another run may sweep it away before it is locked.
      if descriptor < 0, errno == ENOENT { continue }
      guard descriptor >= 0 else {
        let error = SystemError()
        rmdir(path.systemName)
        throw error
      }
      flock(descriptor, LOCK_EX)
      if let identity = FileIdentity(of: descriptor), identity == FileIdentity(named: path) {
        (self.path, self.descriptor) = (path, descriptor)
        return
      }
      close(descriptor)
    }
  }

  deinit { close(descriptor) }

  /// Removes it with the files in it; a folder in it stays, and so does it then.
  package func remove() { _ = Self.empty(path) { _ in } }

  /// Removes what killed runs left for a place.
  ///
  /// - Returns: the paths of the folders that were removed.
  package static func sweep(
    beside place: String, discarding discard: (String) -> Void = { _ in }
  ) -> [String] {
    let prefix = prefix(of: place)
    let start = PathParts(prefix)
    let names = (try? FolderNames.read(start.folder.isEmpty ? "." : start.folder)) ?? []
    return names.sorted().filter { name in
      name.hasPrefix(start.name)
        && name.dropFirst(start.name.count).wholeMatch(of: /[0-9a-f]{8}/) != nil
    }
    .map { PathParts.joined(start.folder, $0) }
    .filter { remove(abandoned: $0, discarding: discard) }
  }

  private static func remove(abandoned path: String, discarding discard: (String) -> Void) -> Bool {
    let descriptor = open(path.systemName, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
      flock(descriptor, LOCK_EX | LOCK_NB) == 0
    else { return false }
    return empty(path, discarding: discard)
  }

  private static func empty(_ path: String, discarding discard: (String) -> Void) -> Bool {
    for name in (try? FolderNames.read(path)) ?? [] {
      let place = path + "/" + name
      if unlink(place.systemName) != 0, errno == EISDIR { discard(place) }
    }
    return rmdir(path.systemName) == 0
  }

  /// What the names of all such folders for a place begin with.
  ///
  /// A long name is cut, so that it can be made longer; a folder that is then left for another place
  /// is swept as well, as none is that is in use.
  private static func prefix(of place: String) -> String {
    let parts = PathParts(place)
    var name = parts.name.unicodeScalars
    while String(name).systemName.count > 100 { name.removeLast() }
    return PathParts.joined(parts.folder, ".\(String(name)).waymark-")
  }
}
