internal import Foundation

/// The folder of a path and the name in it.
///
/// Foundation's `deletingLastPathComponent` of Swift 6.3.1 ends the program for a relative path of one
/// character.
package struct PathParts: Hashable, Sendable {
  /// The folder: `/` for what stands in the root, empty where the path has no folder.
  package let folder: String
  /// The last name; empty for the root alone.
  package let name: String

  /// Parts a path; slashes at its end count for nothing.
  package init(_ path: String) {
    var rest = path[...]
    while rest.count > 1, rest.last == "/" { rest.removeLast() }
    guard let slash = rest.lastIndex(of: "/") else {
      (folder, name) = ("", String(rest))
      return
    }
    name = String(rest[rest.index(after: slash)...])
    var parent = rest[..<slash]
    while parent.count > 1, parent.last == "/" { parent.removeLast() }
    folder = parent.isEmpty ? "/" : String(parent)
  }

  /// A name in a folder; an empty folder is the one that is worked in.
  package static func joined(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}

/// The names in a folder, also those that are no UTF-8.
package enum FolderNames {
  /// Reads them in no order, without `.` and `..`.
  package static func read(_ folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder.systemName) else { throw SystemError() }
    defer { closedir(stream) }
    let start = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    var names: [String] = []
    while true {
      // The end of the folder and an error look alike but for the number.
      errno = 0
      guard let entry = readdir(stream) else { break }
      // An entry is only as long as its name.
      let name = UnsafeRawPointer(entry).advanced(by: start).assumingMemoryBound(to: CChar.self)
      let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name))
      names.append(ForeignBytes.text(of: Array(bytes)))
    }
    guard errno == 0 else { throw SystemError() }
    return names.filter { $0 != "." && $0 != ".." }
  }
}
