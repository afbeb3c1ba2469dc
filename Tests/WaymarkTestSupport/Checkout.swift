package import Foundation

/// The checkout that these tests stand in.
package enum Checkout {
  /// Its root.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The Python of `.venv`, which `script/setup --test` makes.
  package static let python = path(".venv/bin/python3")

  /// The path of a file of it.
  package static func path(_ name: String) -> String { root.appending(path: name).path }

  /// A file of it as text.
  package static func text(_ name: String) throws -> String {
    try String(contentsOf: root.appending(path: name), encoding: .utf8)
  }
}
