import CSystem
import Foundation
import Waymark
import WaymarkBasics
import WaymarkStore

/// The list of what Waymark wrote into a folder, which stands in the folder itself.
///
/// By it a later run tells what is Waymark's, and may be replaced, from what somebody put there or
/// changed since, which may not. The same files give the same list.
struct FolderManifest: Equatable {
  /// The name of the list in its folder.
  static let name = "waymark-files.json"
  /// The name of the file that stands in a folder until the ledger knows of it.
  static let mark = "not-in-the-ledger.txt"

  /// What a folder is for; one kind is not replaced by another.
  enum Kind: String {
    case report, preview, release, responses

    /// Whether a folder of this kind may take the place of another one: what was seen before a
    /// publication may be replaced by it, and never the other way round.
    func mayReplace(_ other: Kind) -> Bool {
      self == other || self == .release && other == .preview
    }
  }

  /// A file, with what tells whether it has changed.
  struct File: Hashable {
    /// Where it is below the folder.
    let path: String
    let bytes: Int
    let sha256: String

    fileprivate init(path: String, bytes: Int, sha256: String) {
      (self.path, self.bytes, self.sha256) = (path, bytes, sha256)
    }

    fileprivate init?(_ json: JSONTree) {
      guard let path = json["path"]?.text, let bytes = json["bytes"]?.wholeNumber,
        let sha256 = json["sha256"]?.text
      else { return nil }
      self.init(path: path, bytes: bytes, sha256: sha256)
    }

    fileprivate var json: JSON.Value {
      .object(["path": .string(path), "bytes": .integer(bytes), "sha256": .string(sha256)])
    }
  }

  let kind: Kind
  /// In the order of their paths.
  let files: [File]

  /// Lists files that were just written.
  ///
  /// - Parameter paths: where they are below the folder.
  init(_ kind: Kind, of paths: [String], in folder: String) throws {
    self.kind = kind
    files = try paths.sorted().map { path in
      guard let file = try Self.file(path, in: folder) else { throw SystemError() }
      return file
    }
  }

  /// Reads the list of a folder; `nil` where there is none that can be read.
  init?(in folder: String) {
    guard let bytes = try? Self.contents(of: folder + "/" + Self.name, limit: 1 << 20),
      let json = try? JSONScanner.tree(of: bytes),
      // Lists of before hold no more than the kind of folder, under the name of a kind of document.
      let kind = (json["folder"] ?? json["kind"])?.text.flatMap(Kind.init),
      case .list(let values)? = json["files"]?.content
    else { return nil }
    let files = values.compactMap(File.init)
    guard files.count == values.count else { return nil }
    (self.kind, self.files) = (kind, files)
  }

  /// The list as it stands in its folder.
  func json() throws -> String {
    try JSON.document(
      .folderFiles, ["folder": .string(kind.rawValue), "files": .array(files.map(\.json))])
  }

  /// What is in a folder.
  struct Contents {
    /// Files that are as Waymark wrote them, the list itself among them.
    var own: [String] = []
    /// What was put there or changed since, in words.
    var others: [String] = []
  }

  /// Looks through the folder for what Waymark wrote and for all else, each by its path below it, in
  /// order.
  ///
  /// No link is followed. Folders that nothing was written to are not looked into.
  func contents(of folder: String) throws(SystemError) -> Contents {
    let listed = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    var contents = Contents()
    for path in try paths(in: folder) {
      if [Self.name, Self.mark].contains(path) {
        contents.own.append(path)
      } else if let known = listed[path] {
        if try Self.file(path, in: folder) == known {
          contents.own.append(path)
        } else {
          contents.others.append(CommandWords.english.output.changed(path))
        }
      } else {
        contents.others.append(path)
      }
    }
    return contents
  }

  /// Removes what Waymark wrote into a folder, and the folder once nothing else is in it.
  ///
  /// - Returns: whether nothing is left.
  func remove(from folder: String) throws(SystemError) -> Bool {
    let contents = try contents(of: folder)
    for path in contents.own where path != Self.name {
      guard unlink((folder + "/" + path).systemName) == 0 else { throw SystemError() }
    }
    for path in folders.sorted().reversed() { rmdir((folder + "/" + path).systemName) }
    // Without the list nobody could tell any more that the rest is not Waymark's.
    guard contents.others.isEmpty else { return false }
    guard unlink((folder + "/" + Self.name).systemName) == 0 else { throw SystemError() }
    return rmdir(folder.systemName) == 0
  }

  /// The folders below the folder that files were written to.
  private var folders: Set<String> {
    Set(
      files.flatMap { file in
        sequence(first: PathParts(file.path).folder) { PathParts($0).folder }
          .prefix { !$0.isEmpty && $0 != "/" }
      })
  }

  /// All files in the folder and in those below it that were written to; of others just the name.
  private func paths(in folder: String) throws(SystemError) -> [String] {
    let written = folders
    var found: [String] = []
    var open = [""]
    while let place = open.popLast() {
      for name in try FolderNames.read(PathParts.joined(folder, place)) {
        let path = PathParts.joined(place, name)
        guard Self.isFolder(folder + "/" + path) else {
          found.append(path)
          continue
        }
        if written.contains(path) { open.append(path) } else { found.append(path + "/") }
      }
    }
    return found.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path.systemName, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A file as it is now; `nil` when it is no regular file, or not there.
  private static func file(_ path: String, in folder: String) throws(SystemError) -> File? {
    let descriptor = open(
      (folder + "/" + path).systemName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if [ENOENT, ELOOP, ENXIO].contains(errno) { return nil }
      throw SystemError()
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError() }
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    var digest = SHA256()
    var size = 0
    var piece = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemError() }
      if count == 0 { break }
      digest.add(count == piece.count ? piece : Array(piece.prefix(count)))
      size += count
    }
    return File(path: path, bytes: size, sha256: digest.hex())
  }

  private static func contents(of path: String, limit: Int) throws -> [UInt8] {
    let descriptor = open(path.systemName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError() }
    defer { close(descriptor) }
    return try BoundedFile.read(from: descriptor, limit: limit, name: path)
  }
}
