import Testing
import WaymarkBasics

@Suite struct PrintableTests {
  // Default_Ignorable_Code_Point of DerivedCoreProperties.txt, Unicode 15: each range's ends.
  private static let ignorable: [ClosedRange<UInt32>] = [
    0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
    0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x3164...0x3164, 0xFE00...0xFE0F,
    0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF0...0xFFF8, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
    0xE0000...0xE0FFF,
  ]

  @Test(arguments: ignorable)
  func `What is drawn as nothing is shown escaped`(range: ClosedRange<UInt32>) throws {
    for value in [range.lowerBound, range.upperBound] {
      let scalar = try #require(Unicode.Scalar(value))
      let escaped = "\\u{\(String(value, radix: 16, uppercase: true))}"
      #expect("\(scalar)".printable == escaped)
      #expect("=\(scalar)1".printable == "=\(escaped)1")
      #expect("a \(scalar) b".printableLine == "a \(escaped) b")
    }
  }

  @Test(arguments: ignorable)
  func `A formula behind what is drawn as nothing is no formula`(range: ClosedRange<UInt32>) throws
  {
    for value in [range.lowerBound, range.upperBound] {
      let scalar = try #require(Unicode.Scalar(value))
      for sign in ["=", "+", "-", "@", "＝"] {
        let line = CSV.line([.text("\(scalar)\(sign)1")])
        #expect(line.hasPrefix("\"'"), "\(line)")
      }
    }
  }

  @Test(arguments: [
    "❤️", "❤\u{FE0E}", "👩‍🚒", "👨‍👩‍👧‍👦", "🏳️‍🌈", "1️⃣", "#️⃣", "می\u{200C}خواهم", "क्\u{200D}ष", "café",
    "cafe\u{301}",
    "한국", "🇺🇸", "☎️ 5", "two\nlines\tand a tab",
  ])
  func `What a text needs in order to be itself is kept`(text: String) {
    #expect(text.printable == text)
  }

  @Test(arguments: [
    ("1\u{FE0F}", "1\\u{FE0F}"), ("a\u{FE0F}", "a\\u{FE0F}"), ("=\u{FE0F}", "=\\u{FE0F}"),
    ("❤️\u{FE0F}", "❤️\\u{FE0F}"), ("a\u{200D}", "a\\u{200D}"), ("\u{200D}a", "\\u{200D}a"),
    ("a \u{200D}b", "a \\u{200D}b"), ("fo\u{AD}rward", "fo\\u{AD}rward"),
  ])
  func `The same characters elsewhere are not`(text: String, shown: String) {
    #expect(text.printable == shown)
  }
}
