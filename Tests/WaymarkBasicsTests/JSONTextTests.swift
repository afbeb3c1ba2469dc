import FoundationEssentials
import Testing
import WaymarkBasics

@Suite struct JSONTextTests {
  /// The same value as Foundation's encoder sees it.
  private struct Encoded: Encodable {
    let value: JSON.Value

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch value {
      case .object(let members): try container.encode(members.mapValues(Encoded.init))
      case .array(let elements): try container.encode(elements.map(Encoded.init))
      case .string(let text): try container.encode(text)
      case .integer(let number): try container.encode(number)
      case .number(let number): try container.encode(number)
      case .bool(let truth): try container.encode(truth)
      case .null: try container.encodeNil()
      }
    }
  }

  @Test(arguments: [
    JSON.Value.object([:]), .array([]), .null, .bool(true), .integer(-7), .string(""),
    .array([.array([]), .object([:]), .array([.object(["a": .array([])])])]),
    .object(["b": .integer(1), "a": .object(["z": .null, "A": .bool(false), "é": .string("ü")])]),
    .array(
      [0.1, -0.0, 5, 1e-7, 1e22, 123_456_789.125, .pi, .leastNonzeroMagnitude, 1e16].map(
        JSON.Value.number)),
    .string("a\"\\b/ \u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F}\u{9B}\u{202E}\u{FEFF} 👩‍👧 ñ \u{2028}"),
    .object(["a\"\n": .string("line\r\nline")]),
  ])
  func `A value has the bytes that Foundation's encoder gives it`(value: JSON.Value) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(Encoded(value: value)), as: UTF8.self) + "\n"
    // What could steer a terminal or hides itself Foundation writes as it is.
    let shown = text.unicodeScalars.map { scalar in
      let isHidden = [0x7F, 0x9B, 0x202E, 0xFEFF, 0x200D, 0x2028].contains(scalar.value)
      let digits = String(scalar.value, radix: 16)
      return isHidden
        ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits : String(scalar)
    }
    #expect(try JSON.text(value) == shown.joined())
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `A number that is not finite is refused`(number: Double) {
    #expect(throws: JSON.NotFinite.self) { try JSON.text(.array([.number(number)])) }
  }
}
