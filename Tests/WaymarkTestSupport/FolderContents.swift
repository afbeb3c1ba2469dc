import Foundation

/// The files and folders in a folder, with who may use them.
struct FolderContents: Sendable {
  private struct Item: Sendable {
    let path: String
    /// `nil` for a folder.
    let bytes: Data?
    let mode: Int
  }

  /// Folders before what is in them.
  private let items: [Item]

  /// Reads a folder, which is to hold nothing but files and folders.
  init(of folder: String) throws {
    let manager = FileManager.default
    items = try ([""] + manager.subpathsOfDirectory(atPath: folder).sorted()).map { path in
      let attributes = try manager.attributesOfItem(atPath: "\(folder)/\(path)")
      let bytes: Data?
      switch attributes[.type] as? FileAttributeType {
      case .typeDirectory?: bytes = nil
      case .typeRegular?: bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
      default: throw ProgramError("\(folder)/\(path) is neither a file nor a folder")
      }
      guard let mode = attributes[.posixPermissions] as? Int else {
        throw ProgramError("\(folder)/\(path) has no permissions")
      }
      return Item(path: path, bytes: bytes, mode: mode)
    }
  }

  /// Writes all of it into a folder, which is made where there is none.
  func write(to folder: String) throws {
    let manager = FileManager.default
    for item in items {
      let path = "\(folder)/\(item.path)"
      if let bytes = item.bytes {
        try bytes.write(to: URL(fileURLWithPath: path))
      } else {
        try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
      try manager.setAttributes([.posixPermissions: item.mode], ofItemAtPath: path)
    }
  }
}
