package import Foundation
package import Testing

/// Compares a text with a file under `Snapshots/` beside the tests of the calling target.
///
/// Where it differs the test fails at the caller's line with the lines that differ, and what was
/// got is kept in a temporary folder. With `WAYMARK_RECORD=1` in the environment the file is written
/// instead, and the test fails all the same: nobody records by accident, and no machine records
/// unwatched.
package func snapshot(
  _ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let target = Checkout.root.appending(path: "Tests")
    .appending(path: String(sourceLocation.fileID.prefix { $0 != "/" }))
  let isRecording = ProcessInfo.processInfo.environment["WAYMARK_RECORD"] == "1"
  let snapshot = Snapshot(
    name: name, folder: target.appending(path: "Snapshots"), isRecording: isRecording)
  if let fault = try snapshot.fault(of: text) {
    Issue.record("\(fault)", sourceLocation: sourceLocation)
  }
}

/// A file that a text is to be the same as.
package struct Snapshot {
  /// Its name, below the folder of snapshots.
  package let name: String
  /// The folder of snapshots.
  package let folder: URL
  /// Whether it is written instead.
  package let isRecording: Bool

  /// Describes a snapshot.
  package init(name: String, folder: URL, isRecording: Bool) {
    self.name = name
    self.folder = folder
    self.isRecording = isRecording
  }

  /// Why a text does not pass, and what to do; nothing when it is the same.
  package func fault(of text: String) throws -> String? {
    let file = folder.appending(path: name)
    if isRecording {
      try write(text, to: file)
      return "recorded '\(name)'; read it, then run again without WAYMARK_RECORD"
    }
    let expected: String
    do {
      expected = try String(contentsOf: file, encoding: .utf8)
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
      return "no snapshot '\(name)'; record it with WAYMARK_RECORD=1 and read it"
    }
    guard !text.utf8.elementsEqual(expected.utf8) else { return nil }
    let difference = LineDifference(expected: expected, actual: text)
    let kept = FileManager.default.temporaryDirectory
      .appending(path: "waymark-snapshots-\(getpid())/\(name)")
    try write(text, to: kept)
    return "'\(name)' differs from its snapshot; what was got is in \(kept.path)\n\(difference)"
  }

  private func write(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
