import Foundation
import Testing
import WaymarkTestSupport

/// Documents that try to make the reader open other files or the network, watched by the kernel.
@Suite struct NothingFetchedTests {
  private static let hasStrace = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")

  @Test(
    .enabled(if: hasStrace, "strace is not installed"),
    arguments: [
      ("an entity of a file", "<!DOCTYPE f [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", "&x;"),
      ("an entity beside it", "<!DOCTYPE f [<!ENTITY x SYSTEM \"bait.txt\">]>", "&x;"),
      (
        "an entity of the network", "<!DOCTYPE f [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]>",
        "&x;"
      ),
      ("a parameter entity", "<!DOCTYPE f [<!ENTITY % x SYSTEM \"bait.txt\"> %x;]>", ""),
      ("a type on the network", "<!DOCTYPE f SYSTEM \"http://127.0.0.1:9/bait.dtd\">", ""),
      ("an endless type", "<!DOCTYPE f SYSTEM \"/dev/zero\">", ""),
      ("a style sheet", "<?xml-stylesheet href=\"http://127.0.0.1:9/bait.xsl\"?>", ""),
      (
        "an inclusion", "",
        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"bait.txt\"/>"
      ),
    ])
  func `A document has nothing opened but itself and the schemas`(
    name: String, prolog: String, content: String
  ) throws {
    try withWorkplace { place in
      try place.write(Array("bait".utf8), to: place.folder + "/bait.txt")
      let text = """
        <?xml version="1.0"?>\(prolog)
        <framework xmlns="urn:waymark:framework" schema="1" id="f" version="1" xml:lang="en"
         licence="CC-BY-4.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="urn:waymark:framework http://127.0.0.1:9/bait.xsd">
        <title>\(content)</title></framework>
        """
      try place.write(Array(text.utf8), to: place.folder + "/f.xml")
      let outcome = try place.shell(
        "strace -f -o trace -e trace=open,openat,connect,socket \"$waymark\" framework validate f.xml"
      )
      #expect(outcome.exit == 65)
      #expect(outcome.stdout.isEmpty)
      let trace = String(decoding: try place.bytes(place.folder + "/trace"), as: UTF8.self)
      #expect(trace.contains("f.xml"))
      for secret in ["bait", "/etc/hostname", "/dev/zero", "connect(", "socket("] {
        #expect(!trace.contains(secret), "\(name): \(secret)")
      }
    }
  }
}
