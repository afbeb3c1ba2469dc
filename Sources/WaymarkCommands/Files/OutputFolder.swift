import CSystem
import Foundation
import Synchronization
import Waymark
import WaymarkBasics
import WaymarkSheets
import WaymarkStore

/// A folder of files that appears whole or not at all, in a place where it may stand.
///
/// Where a folder of the same kind is there already, `--force` replaces it, and only what Waymark
/// wrote into it and nobody changed since: anything else is named, and everything kept.
struct OutputFolder {
  let path: String
  private let kind: FolderManifest.Kind
  private let rule: OutputRule
  private let console: Console
  private let words = CommandWords.english.output

  /// Refuses before any work is done what `write` would refuse at its end.
  init(_ path: String, holding kind: FolderManifest.Kind, in session: Session) throws {
    let place = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard !place.isEmpty, !ForeignBytes.stand(in: place) else {
      throw Failure(.usage, words.nameAFolder(not: path.printableLine))
    }
    guard ![".", ".."].contains(PathParts(place).name) else {
      throw Failure(.usage, words.nameAFolderOfItsOwn(not: path.printableLine))
    }
    (self.path, self.kind) = (place, kind)
    (rule, console) = (OutputRule(session), session.console)
    _ = try check()
  }

  /// The first free name of `exports/NAME-DATE`, `exports/NAME-DATE-2`, ...
  static func free(for name: String, on day: CalendarDate) throws -> String {
    let name = "exports/\(name)-\(day)"
    guard FileManager.default.fileExists(atPath: name) else { return name }
    let free = (2...10_000).lazy.map { "\(name)-\($0)" }
      .first { !FileManager.default.fileExists(atPath: $0) }
    guard let free else { throw Failure(.output, CommandWords.english.output.tooManyReports) }
    return free
  }

  /// - Returns: whether a folder is there that is to be replaced.
  private func check() throws -> Bool {
    let found = try rule.place(path)
    guard found != .free else { return false }
    guard rule.replaces else {
      throw Failure(.output, words.isThereAlready(shown))
    }
    guard found == .folder else {
      throw Failure(.output, words.isNoFolder(shown))
    }
    guard let manifest = FolderManifest(in: path) else {
      throw Failure(.output, words.hasNoList(shown, called: FolderManifest.name))
    }
    guard kind.mayReplace(manifest.kind) else {
      throw Failure(.output, words.isOfAnotherCommand(shown))
    }
    let contents = try naming { try manifest.contents(of: path) }
    guard contents.others.isEmpty else {
      throw Failure(.output, words.holdsOthers(shown, contents.others.map(\.printableLine)))
    }
    for file in contents.own { _ = try rule.place(path + "/" + file) }
    return true
  }

  /// Writes the files, and at the same time a workbook as `report.xlsx`, beside the folder's place,
  /// then gives the folder its name.
  ///
  /// - Parameter entering: What is to be done together with the naming, when all is written and the name
  ///   is free; it is given what gives the name. Where it throws, there is no folder. Until it has ended a
  ///   file in the folder says that nothing of it is in the ledger, as a run may be killed meanwhile.
  /// - Parameter paints: whether each drawing is written as a picture too.
  func write(
    _ files: @Sendable () throws -> [(path: String, contents: String)],
    workbook: @Sendable () -> Workbook? = { nil }, paints: Bool = false,
    entering: ((_ name: () throws -> Void) throws -> Void)? = nil
  ) throws {
    let staging = try naming {
      if !parent.isEmpty { try Owned.makeFolder(parent, isPrivate: false) }
      return try StagingFolder(beside: path, discarding: discard)
    }
    defer { staging.remove() }
    let made = staging.path + "/new"
    var placed: (old: String?, isThere: Bool) = (nil, false)
    do {
      try naming { try Owned.makeFolder(made, isPrivate: isPrivate) }
      try fill(made, files, workbook, painter: paints ? painter() : nil)
      if let entering {
        _ = try check()
        try write(Array(words.notInTheLedger.utf8), to: FolderManifest.mark, in: made)
        try naming { try Disk.settle(made) }
        try entering {
          placed = (try name(made), true)
          try naming { try Disk.settle(parentOrHere) }
        }
      } else {
        placed = (try name(made), true)
      }
    } catch {
      guard !placed.isThere || takeBack(placed.old, made) else { throw error }
      try? FileManager.default.removeItem(atPath: made)
      throw error
    }
    if let old = placed.old { keepOthers(of: old) }
    do throws(SystemError) {
      if entering != nil {
        guard unlink((path + "/" + FolderManifest.mark).systemName) == 0 else {
          throw SystemError()
        }
        try Disk.settle(path)
      }
      try Disk.settle(parentOrHere)
    } catch {
      throw Failure(.output, words.mayNotStay(shown, error.reason))
    }
  }

  /// Takes the name from what was made, and gives it back to the folder that bore it before.
  ///
  /// - Returns: whether what was made has no name any more.
  private func takeBack(_ old: String?, _ made: String) -> Bool {
    if let old, old == made { return exchange_names(made, path) == 0 }
    guard rename(path, made) == 0 else { return false }
    if let old { rename(old, path) }
    return true
  }

  private var parentOrHere: String { parent.isEmpty ? "." : parent }

  private func fill(
    _ folder: String, _ files: @Sendable () throws -> [(path: String, contents: String)],
    _ workbook: @Sendable () -> Workbook?, painter: ChartPainter?
  ) throws {
    let written = Mutex<[FolderManifest.File]>([])
    let failures = Mutex<[Int: any Error]>([:])
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      do {
        if part == 0 {
          for file in try files() {
            let text = try write(Array(file.contents.utf8), to: file.path, in: folder)
            written.withLock { $0.append(text) }
            guard let painter, file.path.hasSuffix(".svg") else { continue }
            let picture = try write(
              try png(of: file.contents, painter), to: file.path.dropLast(3) + "png", in: folder)
            written.withLock { $0.append(picture) }
          }
        } else if let workbook = workbook() {
          let file = try write(workbook, to: "report.xlsx", in: folder)
          written.withLock { $0.append(file) }
        }
      } catch {
        failures.withLock { $0[part] = error }
      }
    }
    if let failure = failures.withLock({ $0[0] ?? $0[1] }) { throw failure }
    let list = FolderManifest(kind, of: written.withLock(\.self))
    try write(Array(try list.json().utf8), to: FolderManifest.name, in: folder)
    try naming { try Disk.settle(folder) }
  }

  private func painter() throws -> ChartPainter {
    do throws(WorkbookProblem) {
      return try ChartPainter()
    } catch {
      throw Failure(.output, words.cannotPaint(error.reason))
    }
  }

  private func png(of svg: String, _ painter: ChartPainter) throws -> [UInt8] {
    guard let bytes = painter.png(of: svg) else { throw Failure(.failed, words.notPainted) }
    return bytes
  }

  @discardableResult
  private func write(
    _ bytes: [UInt8], to path: String, in folder: String
  ) throws -> FolderManifest.File {
    try naming {
      let file = folder + "/" + path
      let place = PathParts(file).folder
      try Owned.makeFolder(place, isPrivate: isPrivate)
      let descriptor = try Owned.makeFile(file, isPrivate: isPrivate)
      defer { close(descriptor) }
      try Console.write(bytes, to: descriptor)
      try Disk.settle(file)
      if place != folder { try Disk.settle(place) }
    }
    return FolderManifest.File(path: path, bytes: bytes.count, sha256: SHA256.hex(of: bytes))
  }

  private func write(
    _ workbook: Workbook, to path: String, in folder: String
  ) throws -> FolderManifest.File {
    let file = folder + "/" + path
    try naming { close(try Owned.makeFile(file, isPrivate: isPrivate)) }
    do throws(WorkbookProblem) {
      try WorkbookWriter.write(workbook, to: file)
    } catch {
      throw Failure(.output, words.failed(shown + "/" + path, error.reason))
    }
    return try naming {
      try Disk.settle(file)
      guard let written = try FolderManifest.File(path, in: folder) else { throw SystemError() }
      return written
    }
  }

  /// Gives what was made the folder's name.
  ///
  /// - Returns: where the folder is now that bore the name before.
  private func name(_ made: String) throws -> String? {
    guard try check() else {
      if rename_to_free_name(made, path) == 0 { return nil }
      // A file system that cannot tell whether a name is free while it gives it.
      guard cannotDo(errno), rename(made, path) == 0 else { throw failure() }
      return nil
    }
    // Both change places at once, so that there is never none.
    if exchange_names(made, path) == 0 { return made }
    // A file system that cannot exchange.
    let old = made + "-old"
    guard cannotDo(errno), rename(path, old) == 0 else { throw failure() }
    guard rename(made, path) == 0 else {
      let reason = failure()
      rename(old, path)
      throw reason
    }
    return old
  }

  private func cannotDo(_ error: Int32) -> Bool { [EINVAL, ENOSYS].contains(error) }

  /// Removes a folder that a killed run left: one that it had not finished, or that it had replaced.
  private func discard(_ folder: String) {
    if FolderManifest(in: folder) == nil {
      try? FileManager.default.removeItem(atPath: folder)
    } else {
      keepOthers(of: folder)
    }
  }

  /// Removes what Waymark wrote into a folder that was replaced; what was added while it was looked
  /// through and replaced stays, under a name that is told.
  private func keepOthers(of folder: String) {
    if (try? FolderManifest(in: folder)?.remove(from: folder)) == true { return }
    let kept = "\(path).kept-" + String(UInt32.random(in: 0 ... .max), radix: 16)
    guard rename(folder, kept) == 0 else { return }
    console.complain(words.kept(kept.printableLine, from: shown))
  }

  private var shown: String { path.printableLine }
  private var parent: String { PathParts(path).folder }
  /// Responses one by one are for their owner alone.
  private var isPrivate: Bool { kind == .responses }

  @discardableResult
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

    init(path: String, bytes: Int, sha256: String) {
      (self.path, self.bytes, self.sha256) = (path, bytes, sha256)
    }

    fileprivate init?(_ json: JSONTree) {
      guard let path = json["path"]?.text, let bytes = json["bytes"]?.wholeNumber,
        let sha256 = json["sha256"]?.text
      else { return nil }
      self.init(path: path, bytes: bytes, sha256: sha256)
    }

    /// A file as it is now; `nil` when it is no regular file, or not there.
    fileprivate init?(_ path: String, in folder: String) throws(SystemError) {
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
      let state = FileState(status)
      if let (bytes, sha256) = state.digest {
        self.init(path: path, bytes: bytes, sha256: sha256)
        return
      }
      let begun = time(nil)
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
      self.init(path: path, bytes: size, sha256: digest.hex())
      state.note(size, sha256, readFrom: begun)
    }

    fileprivate var json: JSON.Value {
      .object(["path": .string(path), "bytes": .integer(bytes), "sha256": .string(sha256)])
    }
  }

  let kind: Kind
  /// In the order of their paths.
  let files: [File]

  /// Lists files that were just written.
  init(_ kind: Kind, of files: [File]) {
    (self.kind, self.files) = (kind, files.sorted { $0.path < $1.path })
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
        if try File(path, in: folder) == known {
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

  private static func contents(of path: String, limit: Int) throws -> [UInt8] {
    let descriptor = open(path.systemName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError() }
    defer { close(descriptor) }
    return try BoundedFile.read(from: descriptor, limit: limit, name: path)
  }
}

/// What the system says of a file that changes with every write to it.
///
/// A folder is looked through before any work is done, and again before it is replaced: what was read
/// once is as good as read again while its state is the same.
private struct FileState: Hashable {
  /// Some file systems count the time of a change in steps of two seconds: within one a file could
  /// change without a trace.
  private static let step = 2
  private static let known = Mutex<[FileState: (bytes: Int, sha256: String)]>([:])

  private let (device, inode): (UInt64, UInt64)
  private let bytes: Int
  private let (seconds, nanoseconds): (Int, Int)

  init(_ status: stat) {
    (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino))
    bytes = Int(status.st_size)
    (seconds, nanoseconds) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
  }

  /// The size and digest of a file in this state, where it was read.
  var digest: (bytes: Int, sha256: String)? { Self.known.withLock { $0[self] } }

  /// Notes what was read of a file in this state, unless it had just been written to.
  func note(_ bytes: Int, _ sha256: String, readFrom begun: time_t) {
    guard bytes == self.bytes, begun - seconds > Self.step else { return }
    Self.known.withLock { $0[self] = (bytes, sha256) }
  }
}
