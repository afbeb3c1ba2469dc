import Waymark
import WaymarkBasics

/// A framework as JSON documents name it.
struct FrameworkName: Encodable {
  let id, version, sha256: String

  init(_ key: Framework.Key) {
    id = key.id.description
    version = key.version
    sha256 = key.sha256
  }
}
