import Testing
import WaymarkBasics
import WaymarkTestSupport

@Suite struct HTMLTests {
  @Test(arguments: [
    ("a & b", "a &amp; b"), ("<script>", "&lt;script&gt;"), ("\"'", "&quot;&#39;"),
    ("]]></style>", "]]&gt;&lt;/style&gt;"), ("\u{1B}[31m", "\\u{1B}[31m"),
    ("\u{202E}x", "\\u{202E}x"), ("¿qué?", "¿qué?"),
  ])
  func `Text can only be text`(text: String, markup: String) {
    #expect(HTML(text: text).markup == markup)
    let interpolated: HTML = "\(text)"
    #expect(interpolated.markup == markup)
    #expect(HTML(.b, [.class(text)], text).markup == "<b class=\"\(markup)\">\(markup)</b>")
  }

  @Test(arguments: [
    "https://example.org/a?b=1&c=2#d", "http://example.org", "HTTPS://example.org/",
    "https://example.org/l'enfant", "https://example.org/@name?to=a@b",
  ])
  func `Addresses of the web become links`(address: String) {
    #expect(WebLink(address)?.address == address)
    #expect(HTML.link(to: address, "x").markup.hasPrefix("<a href=\""))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://example.org", "java\nscript:alert(1)",
    "data:text/html,x", "//example.org", "https:/x", "https://", "https:///etc", "", "ftp://x",
    "https://example.org/\" onclick=\"x", "https://example.org/a b", "https://ex\u{202E}ample.org",
    "https://example.org/<b>", "vbscript:x", "https://?q", "file:///etc/passwd",
    "https://example.org/>\u{301}", "https://good.org@evil.org/", "https://exаmple.org",
  ])
  func `Every other address stays text`(address: String) {
    #expect(WebLink(address) == nil)
    #expect(HTML.link(to: address, "words").markup == "words")
  }
}
