internal import Foundation

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
