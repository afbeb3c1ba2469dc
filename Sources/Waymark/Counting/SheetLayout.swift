/// Where the answers of a framework's sheets stand in the rows of a `BitCounter`.
///
/// A competency has a byte, with a bit for each code. Every area begins with a vector of its own and
/// ends with a byte to spare, which tells whether any of its competencies has a level. A scale of
/// more than five levels needs all vectors twice, for eight codes each. The last code, of what was
/// not asked, has no bit.
struct SheetLayout: Hashable, Sendable {
  private typealias Row = BitCounter.Row

  static var codesPerByte: Int { UInt8.bitWidth }

  /// A vector of competencies of one area.
  struct Part: Hashable, Sendable {
    let area: Int
    /// Where its first competency stands on the sheet.
    let offset: Int
    /// All bits of the bytes of competencies.
    let kept: BitCounter.Row
    /// In the area's last vector the bit of its spare byte, elsewhere nothing.
    var flag = BitCounter.Row()
    var isLast = false

    /// The codes of its competencies, and of what was not asked elsewhere.
    ///
    /// Always inlined: the call took as long as its work.
    /// - Parameter sheet: one code a competency, and room for one vector more.
    @inline(__always)
    func answers(of sheet: UnsafeRawBufferPointer) -> BitCounter.Row {
      sheet.loadUnaligned(fromByteOffset: offset, as: Row.self) & kept
        | Row(repeating: AnswerSheet.notAsked) & ~kept
    }
  }

  /// A code and the bit that it sets.
  struct Code: Hashable, Sendable {
    var code = BitCounter.Row()
    var bit = BitCounter.Row()
  }

  /// The vectors, area by area.
  let parts: [Part]
  /// The codes with a bit, in the order of `LevelCounts.add`, filled up with such as set no bit.
  let codes: [Code]
  /// The bits of a competency's first byte that are levels.
  let levels: BitCounter.Row
  /// For each competency the byte of a row that is its own.
  private let bytes: [Int]

  init(framework: Framework) {
    let size = Row.scalarCount
    let levelCodes = framework.scale.steps.map { AnswerSheet.code(of: .level($0.level)) }
    let counted = levelCodes + AnswerSheet.otherCodes.dropLast()
    codes = stride(from: 0, to: counted.count, by: Self.codesPerByte).flatMap { first in
      (0..<Self.codesPerByte).map { bit in
        guard first + bit < counted.count else { return Code() }
        return Code(
          code: Row(repeating: counted[first + bit]), bit: Row(repeating: 1 << UInt8(bit)))
      }
    }
    levels = Row(repeating: UInt8(truncatingIfNeeded: (1 << levelCodes.count) - 1))

    var parts: [Part] = []
    var bytes: [Int] = []
    for (area, range) in framework.positionsByArea.enumerated() {
      for start in stride(from: range.lowerBound, through: range.upperBound, by: size) {
        var kept = Row()
        for byte in 0..<min(size, range.upperBound - start) {
          kept[byte] = .max
          bytes.append(parts.count * size + byte)
        }
        parts.append(Part(area: area, offset: start, kept: kept))
      }
      parts[parts.count - 1].isLast = true
      parts[parts.count - 1].flag[range.count % size] = 1
    }
    self.parts = parts
    self.bytes = bytes
  }

  /// How many bytes each competency takes.
  var sets: Int { codes.count / Self.codesPerByte }

  /// How many vectors make a row.
  var width: Int { parts.count * sets }

  /// The byte and bit of a competency's code, by its place among those with a bit.
  func place(competency: Int, code: Int) -> (byte: Int, bit: Int) {
    let (set, bit) = code.quotientAndRemainder(dividingBy: Self.codesPerByte)
    return (set * parts.count * Row.scalarCount + bytes[competency], bit)
  }

  /// For each area the byte that tells by its first bit whether any of its competencies has a level.
  var flagBytes: [Int] {
    parts.enumerated().filter(\.element.isLast).map { place, part in
      place * Row.scalarCount + (part.flag.indices.first { part.flag[$0] == 1 } ?? 0)
    }
  }
}
