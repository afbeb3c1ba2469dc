import Foundation
import Waymark
import WaymarkStore

/// A file that appears whole or not at all.
///
/// It is written beside its place under a name that nobody else can have made, put on the disk, and
/// then given its name.
struct OutputFile {
  /// Who may read it.
  enum Audience {
    /// The user alone, whatever the umask: answers, profiles, paths.
    case owner
    /// Whoever the umask lets: group reports.
    case everyone
  }

  let path: String
  let audience: Audience
  /// Whether an existing file is replaced.
  let replaces: Bool

  /// Refuses before any work is done what `write` would refuse at its end.
  ///
  /// - Parameter inputs: files that are read in the same run; none of them is overwritten.
  func check(inputs: [String] = []) throws {
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw Failure(.usage, "-o '\(path.printableLine)': name a file, not a folder")
    }
    var status = stat()
    guard lstat(path.systemName, &status) == 0 else { return }
    for input in inputs {
      var other = stat()
      if stat(input.systemName, &other) == 0, other.st_dev == status.st_dev,
        other.st_ino == status.st_ino
      {
        throw Failure(
          .usage, "\(path.printableLine): this is also an input; name another file with -o")
      }
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard replaces else {
        throw Failure(
          .output, "\(path.printableLine): it is there already; --force replaces it")
      }
    case S_IFDIR:
      throw Failure(.output, "\(path.printableLine): this is a folder; name a file in it")
    case S_IFLNK:
      throw Failure(
        .output, "\(path.printableLine): this is a link; name the file that it leads to")
    default:
      // A device or a pipe is written to as it is; there is nothing to replace.
      break
    }
  }

  /// Writes the whole file.
  func write(_ text: String) throws {
    try check()
    try write { descriptor in try Console.write(Array(text.utf8), to: descriptor) }
  }

  /// Writes the file piece by piece, for contents that do not fit into memory.
  func write(_ body: (Int32) throws -> Void) throws {
    guard let temporary = try stage(body) else { return }
    try place(temporary)
  }

  /// Writes files that belong together, all or none.
  ///
  /// - Parameter change: what makes them valid; it calls the function that it is given at its end,
  ///   and where it fails even after that, the files are taken away again.
  static func write(
    _ files: [(file: OutputFile, text: String)],
    within change: (_ write: () throws -> Void) throws -> Void
  ) throws {
    var placed: [(path: String, old: String?)] = []
    do {
      try change {
        for (file, _) in files { try file.check() }
        var staged: [(file: OutputFile, temporary: String)] = []
        defer { for (_, temporary) in staged { unlink(temporary.systemName) } }
        for (file, text) in files {
          let temporary = try file.stage { try Console.write(Array(text.utf8), to: $0) }
          if let temporary { staged.append((file, temporary)) }
        }
        for (file, temporary) in staged {
          // A second name for the file that is replaced, to go back to.
          let old = temporary + "-old"
          let isKept = link(file.path.systemName, old.systemName) == 0
          do {
            try file.name(temporary)
          } catch {
            if isKept { unlink(old.systemName) }
            throw error
          }
          placed.append((file.path, isKept ? old : nil))
          try file.synchronizeFolder()
        }
      }
    } catch {
      for (path, old) in placed {
        if let old { rename(old.systemName, path.systemName) } else { unlink(path.systemName) }
      }
      throw error
    }
    for (_, old) in placed { if let old { unlink(old.systemName) } }
  }

  /// Writes everything beside the file's place and puts it on the disk.
  ///
  /// - Returns: the name that it has until it gets its own; `nil` for a device, which is written to.
  private func stage(_ body: (Int32) throws -> Void) throws -> String? {
    var status = stat()
    if lstat(path.systemName, &status) == 0,
      ![S_IFREG, S_IFLNK, S_IFDIR].contains(status.st_mode & S_IFMT)
    {
      try writeToDevice(body)
      return nil
    }
    let temporary = folder + "/.waymark-" + UUID().uuidString.prefix(12)
    let mode: mode_t = audience == .owner ? 0o600 : 0o666
    let descriptor = open(
      temporary.systemName, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure() }
    var isWhole = false
    defer { if !isWhole { unlink(temporary.systemName) } }
    defer { close(descriptor) }
    try naming { try body(descriptor) }
    guard audience == .everyone || fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else {
      throw failure()
    }
    isWhole = true
    return temporary
  }

  /// Gives what was staged the file's name, for good.
  private func place(_ temporary: String) throws {
    try name(temporary)
    try synchronizeFolder()
  }

  /// Gives what was staged the file's name.
  private func name(_ temporary: String) throws {
    let isNamed =
      replaces
      ? rename(temporary.systemName, path.systemName) == 0
      : link(temporary.systemName, path.systemName) == 0
    let reason = isNamed ? nil : failure()
    unlink(temporary.systemName)
    if let reason { throw reason }
  }

  private func synchronizeFolder() throws {
    let directory = open(folder.systemName, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw failure() }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw failure() }
  }

  private var folder: String {
    let folder = PathParts(path).folder
    return folder.isEmpty ? "." : folder
  }

  private func writeToDevice(_ body: (Int32) throws -> Void) throws {
    let descriptor = open(path.systemName, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    try naming { try body(descriptor) }
  }

  private func naming(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let refusal as Console.Refusal {
      throw failure(refusal.reason)
    }
  }

  private func failure(_ reason: String = String(cString: strerror(errno))) -> Failure {
    Failure(.output, "\(path.printableLine): \(reason)")
  }
}
