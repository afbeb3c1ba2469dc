import Testing
import WaymarkStore

struct PathPartsTests {
  // As dirname and basename of POSIX give them, but that no folder is empty and not `.`.
  @Test(arguments: [
    ("r", "", "r"), ("report", "", "report"), ("a/b", "a", "b"), ("/b", "/", "b"),
    ("/a/b.html", "/a", "b.html"), ("a//b//", "a", "b"), ("../é", "..", "é"), ("/", "/", ""),
    ("", "", ""), ("a/", "", "a"), ("//", "/", ""),
  ])
  func `A path has a folder and a name`(path: String, folder: String, name: String) {
    let parts = PathParts(path)
    #expect(parts.folder == folder && parts.name == name)
  }
}
