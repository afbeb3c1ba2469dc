import Foundation

/// Checks and makes the file and the folder that a store lives in.
enum StoreLocation {
  /// The one name of a store: absolute, and past every link, so that whichever way leads to a store
  /// leads to its journal and its lock too.
  static func resolved(_ path: String) -> String {
    // SQLite would take a relative name that begins with `file:` for an address.
    let absolute = URL(fileURLWithPath: path).path
    if let file = realPath(absolute) { return file }
    let (folder, name) = split(absolute)
    return realPath(folder).map { $0 + "/" + name }
      ?? URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// Refuses a path that a store must not be opened at, before a byte of it is read.
  ///
  /// - Returns: whether there is a file.
  static func check(_ path: String) throws(StoreError) -> Bool {
    guard try isFile(path, owned: true) else { return false }
    try checkFolder(of: path)
    return true
  }

  /// Whether there is a file; anything else that bears the name is refused.
  static func isFile(_ path: String, owned: Bool = false) throws(StoreError) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw system(path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(.notAFile, path: path) }
    guard !owned || status.st_uid == geteuid() || geteuid() == 0 else {
      throw StoreError(.otherOwner, path: path)
    }
    guard !owned || status.st_size > 0 else {
      throw StoreError(.emptyFile, path: path)
    }
    return true
  }

  /// How many bytes a file has; 0 when there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The bytes of a file.
  static func contents(of path: String) throws(StoreError) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    } catch {
      throw StoreError(.system(String(describing: error)), path: path)
    }
  }

  /// Refuses a store that could be opened but not written, before anything is asked.
  static func checkMayWrite(_ path: String) throws(StoreError) {
    // SQLite writes its journal beside the store.
    for name in [path, split(path).folder] where access(name, W_OK) != 0 {
      throw StoreError(.readOnly(reason: String(cString: strerror(errno))), path: path)
    }
  }

  /// Makes the folders on the way to a store, for the user alone.
  static func makeFolder(of path: String) throws(StoreError) {
    do {
      try Owned.makeFolder(split(path).folder, isPrivate: true)
    } catch {
      throw StoreError(.system(error.reason), path: error.path ?? path)
    }
    try checkFolder(of: path)
  }

  /// A folder beside a store in which a file is made that takes its place, or stands in for it.
  static func staging(beside path: String) throws(StoreError) -> StagingFolder {
    try naming(path) { () throws(SystemError) in try StagingFolder(beside: path) }
  }

  /// An empty file for the user alone in such a folder; `path` is what errors are about.
  static func makeEmptyFile(in folder: StagingFolder, for path: String) throws(StoreError) -> String
  {
    let file = folder.path + "/new"
    close(
      try naming(path) { () throws(SystemError) in try Owned.makeFile(file, isPrivate: true) })
    return file
  }

  /// Gives a finished file its lasting name, on the disk when the call returns.
  ///
  /// - Parameter replacing: whether a file that bears the name already is replaced.
  static func place(_ temporary: String, at path: String, replacing: Bool = false)
    throws(StoreError)
  {
    try synchronize(temporary, for: path)
    let isPlaced = (replacing ? rename(temporary, path) : link(temporary, path)) == 0
    guard isPlaced else { throw errno == EEXIST ? StoreError(.exists, path: path) : system(path) }
    do {
      try Disk.settle(split(path).folder)
    } catch {
      throw StoreError(.unconfirmed(error.reason), path: path)
    }
  }

  /// Everything that SQLite and Waymark keep of a store: the file, its journals, and copies made
  /// before it was brought up to date or replaced.
  static func files(of path: String) throws(StoreError) -> [String] {
    let (folder, name) = split(path)
    guard access(folder, R_OK) == 0 else {
      if errno == ENOENT { return [] }
      throw system(path)
    }
    let kept = /(\.(before|replaced)-\d+)?(-wal|-shm|-journal)?/
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        .filter { file in
          file.utf8.starts(with: name.utf8)
            && Substring(file.utf8.dropFirst(name.utf8.count)).wholeMatch(of: kept) != nil
        }
        .map { folder + "/" + $0 }
    } catch {
      throw StoreError(.system(String(describing: error)), path: path)
    }
  }

  /// Writes a folder's names through to the disk.
  static func synchronizeFolder(of path: String) throws(StoreError) {
    try synchronize(split(path).folder, for: path)
  }

  private static func synchronize(_ name: String, for path: String) throws(StoreError) {
    try naming(path) { () throws(SystemError) in try Disk.settle(name) }
  }

  private static func checkFolder(of path: String) throws(StoreError) {
    let folder = split(path).folder
    var status = stat()
    guard stat(folder, &status) == 0 else { throw system(path) }
    // With the sticky bit others can neither remove nor replace the store, as in /tmp.
    guard status.st_mode & S_IWOTH == 0 || status.st_mode & S_ISVTX != 0 else {
      throw StoreError(.unsafeFolder(folder), path: path)
    }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    let parts = PathParts(path)
    return (parts.folder, parts.name)
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func system(_ path: String) -> StoreError {
    StoreError(.system(SystemError().reason), path: path)
  }

  private static func naming<Value>(
    _ path: String, _ body: () throws(SystemError) -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body()
    } catch {
      throw StoreError(.system(error.reason), path: path)
    }
  }
}
