import CSystem
import Foundation
import WaymarkBasics
import WaymarkStore

/// The files that are named to be taken in: those of folders in place of the folders.
struct InboxFiles {
  private static let endings: Set = ["json", "csv", "tsv", "xlsx"]

  /// The files, in the order in which they were named.
  private(set) var files: [String] = []
  /// What of folders is passed over, in words.
  private(set) var remarks: [String] = []

  init(_ names: [String], _ words: ImportWords) throws {
    for name in names {
      if Self.isFolder(name) { try addFolder(name, words) } else { files.append(name) }
    }
  }

  /// Hidden files are what systems leave behind, such as `._name` beside each file from a Mac.
  private mutating func addFolder(_ folder: String, _ words: ImportWords) throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Failure.input(folder.printableLine, words.folderUnreadable)
    }
    var passedOver: [String] = []
    var found: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") && !name.hasPrefix("~$") {
      let path = (folder as NSString).appendingPathComponent(name)
      if Self.isFolder(path) {
        passedOver.append(name.printableLine + "/")
      } else if Self.endings.contains((name as NSString).pathExtension.lowercased()) {
        found.append(path)
      } else {
        passedOver.append(name.printableLine)
      }
    }
    if !passedOver.isEmpty { remarks.append(words.notRead(passedOver, in: folder.printableLine)) }
    guard !found.isEmpty else {
      throw Failure.input(folder.printableLine, words.folderWithoutFiles(passedOver))
    }
    files += found
  }

  private static func isFolder(_ name: String) -> Bool {
    var status = stat()
    return stat(name.systemName, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
