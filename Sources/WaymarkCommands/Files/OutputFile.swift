import CSystem
import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// A file that appears whole or not at all, in a place where it may stand.
///
/// It is made in a folder beside its place, put on the disk, and then given its name. There is no
/// way to make a value, or to write one, past `OutputRule`.
struct OutputFile {
  /// Who may read it.
  enum Audience {
    /// The user alone, whatever the umask: answers, profiles, paths.
    case owner
    /// Whoever the umask lets: group reports.
    case everyone
  }

  let path: String
  /// Whether it is a pipe or a terminal, beside which nothing can stand.
  private(set) var isDevice = false
  /// Whether what is there is what `share` wrote of the same thing before, which is replaced.
  private(set) var replacesOwn = false
  private let audience: Audience
  private let words = CommandWords.english.output
  private let rule: OutputRule

  /// Refuses before any work is done what `write` would refuse at its end.
  init(_ path: String, for audience: Audience, in session: Session) throws {
    try self.init(path, for: audience, by: OutputRule(session))
  }

  /// The file of the settings.
  init(settingsIn session: Session) throws {
    guard let path = Settings.path(in: session.surroundings) else {
      throw Environment.homeless(mend: session.said.session.setHomeOrConfig)
    }
    try self.init(path, for: .owner, by: OutputRule(session, isForSettings: true))
  }

  /// A file to be shared; an earlier one of the same thing in its place is replaced without `--force`.
  ///
  /// - Parameter id: the id that files of this thing bear.
  init(sharing path: String, under id: String, in session: Session) throws {
    let isOwn = SharedFileAtPlace.bears(id, at: path)
    try self.init(path, for: .owner, by: OutputRule(session, replacesOwn: isOwn))
    replacesOwn = isOwn
  }

  private init(_ path: String, for audience: Audience, by rule: OutputRule) throws {
    (self.path, self.audience, self.rule) = (path, audience, rule)
    isDevice = try check()
  }

  /// - Returns: whether the place is a device.
  private func check() throws -> Bool {
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw Failure(.usage, words.nameAFile(not: shown))
    }
    switch try rule.place(path) {
    case .free: return false
    case .device: return true
    case .file:
      guard rule.replaces else {
        throw Failure(.output, words.isThereAlready(shown))
      }
      return false
    case .folder:
      throw Failure(.output, words.isFolder(shown))
    }
  }

  /// Writes the whole file.
  func write(_ text: String) throws {
    try write { descriptor in try Console.write(Array(text.utf8), to: descriptor) }
  }

  /// Writes the file piece by piece, for contents that do not fit into memory.
  func write(_ body: (Int32) throws -> Void) throws {
    guard let staged = try stage({ descriptor, _ in try body(descriptor) }) else {
      return try writeToDevice(body)
    }
    defer { staged.folder.remove() }
    try place(staged)
  }

  /// Lets something else write the file by its name, which is another one until it is whole.
  func write(byName body: (String) throws -> Void) throws {
    guard let staged = try stage({ _, name in try body(name) }) else {
      throw Failure(.output, words.isNoRegularFile(shown))
    }
    defer { staged.folder.remove() }
    try place(staged)
  }

  /// Writes files that belong together, all or none.
  ///
  /// - Parameter change: what makes them valid; it calls the function that it is given at its end,
  ///   and where it fails even after that, the files are taken away again.
  static func write(
    _ files: [(file: OutputFile, text: String)],
    within change: (_ write: () throws -> Void) throws -> Void
  ) throws {
    var staged: [(file: OutputFile, made: Staged)] = []
    var placed: [(path: String, old: String?)] = []
    defer { for (_, made) in staged { made.folder.remove() } }
    do {
      try change {
        for (file, text) in files {
          let body = { (descriptor: Int32) in try Console.write(Array(text.utf8), to: descriptor) }
          if let made = try file.stage({ descriptor, _ in try body(descriptor) }) {
            staged.append((file, made))
          } else {
            try file.writeToDevice(body)
          }
        }
        for (file, made) in staged {
          // A second name for the file that is replaced, to go back to.
          let old = made.folder.path + "/old"
          let isKept = link(file.path.systemName, old.systemName) == 0
          try file.name(made)
          placed.append((file.path, isKept ? old : nil))
          try file.naming { try Disk.settle(file.folder) }
        }
      }
    } catch {
      for (path, old) in placed {
        if let old { rename(old.systemName, path.systemName) } else { unlink(path.systemName) }
      }
      throw error
    }
  }

  /// A whole file that has not got its name yet, and the folder that it was made in.
  private struct Staged {
    let folder: StagingFolder
    let name: String
  }

  /// Writes everything beside the file's place and puts it on the disk.
  ///
  /// - Returns: `nil` for a device, where nothing is written.
  private func stage(_ body: (_ descriptor: Int32, _ name: String) throws -> Void) throws -> Staged?
  {
    guard try !check() else { return nil }
    return try naming {
      let staging = try StagingFolder(beside: path)
      do {
        let name = staging.path + "/new"
        let descriptor = try Owned.makeFile(name, isPrivate: audience == .owner)
        defer { close(descriptor) }
        try body(descriptor, name)
        try Disk.settle(name)
        return Staged(folder: staging, name: name)
      } catch {
        staging.remove()
        throw error
      }
    }
  }

  /// Gives what was staged the file's name, for good.
  private func place(_ staged: Staged) throws {
    try name(staged)
    do throws(SystemError) {
      try Disk.settle(folder)
    } catch {
      throw Failure(.output, words.mayNotStay(shown, error.reason))
    }
  }

  /// Gives what was staged the file's name.
  private func name(_ staged: Staged) throws {
    let (made, path) = (staged.name.systemName, path.systemName)
    guard !rule.replaces else {
      guard rename(made, path) == 0 else { throw failure() }
      return
    }
    if rename_to_free_name(made, path) == 0 { return }
    // A file system that cannot tell whether a name is free while it gives it.
    guard [EINVAL, ENOSYS].contains(errno), link(made, path) == 0 else { throw failure() }
  }

  private var shown: String { path.printableLine }

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

  private func naming<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let refusal as Console.Refusal {
      throw failure(refusal.reason)
    } catch let error as SystemError {
      throw failure(error.reason)
    }
  }

  private func failure(_ reason: String = SystemError().reason) -> Failure {
    Failure(.output, words.failed(shown, reason))
  }
}

/// What stands in the place of a file that is to be shared.
private enum SharedFileAtPlace {
  /// Whether it is a file that `share` wrote under an id.
  ///
  /// It is looked at as it stands: a link is followed nowhere, and nothing is waited for.
  static func bears(_ id: String, at path: String) -> Bool {
    let descriptor = open(
      path.systemName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= SharedFile.sizeLimit
    else { return false }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var length = 0
    while length < bytes.count {
      let count = bytes[length...].withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return false }
      length += count
    }
    do throws(JSONFault.Placed) {
      return SharedFile.bears(id, try JSONScanner.tree(of: bytes))
    } catch {
      return false
    }
  }
}
