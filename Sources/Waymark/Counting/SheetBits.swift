/// Turns answer sheets into rows of bits, as a `SheetLayout` lays them out.
struct SheetBits: ~Copyable {
  private typealias Row = BitCounter.Row

  let layout: SheetLayout
  private let parts: FixedBuffer<SheetLayout.Part>
  private let codes: FixedBuffer<SheetLayout.Code>
  /// The sheet, with room for a vector that begins behind its last competency.
  private let sheet: FixedBuffer<UInt8>
  /// The bits of the last sheet, and those of its areas with a level for every competency.
  private let row: FixedBuffer<BitCounter.Row>
  private let wholeAreas: FixedBuffer<BitCounter.Row>
  /// Not zero where any code was none of the scale's.
  private var strange = BitCounter.Row()
  /// How many core statements there are.
  private let core: Int
  /// How many sheets are of the core form: nothing but core statements has an answer, and more than
  /// half of these have one.
  ///
  /// What was skipped has none, so that an empty cell of a table says the same as no column. What was
  /// broken off, and the form of a workshop, has too few answers.
  private(set) var coreForms = 0
  private let totals: FixedBuffer<Int>

  init(framework: Framework) {
    layout = SheetLayout(framework: framework)
    parts = FixedBuffer(layout.parts)
    codes = FixedBuffer(layout.codes)
    sheet = FixedBuffer(
      repeating: 0, count: framework.competencies.count + Row.scalarCount)
    row = FixedBuffer(repeating: Row(), count: layout.width)
    wholeAreas = FixedBuffer(repeating: Row(), count: layout.width)
    totals = FixedBuffer(repeating: 0, count: framework.areas.count)
    core = framework.coreStatements.count
  }

  /// Whether every sheet held nothing but codes of the scale.
  var isReadable: Bool { strange.isZero }

  /// The sum over all sheets of the square of the sum of an area's levels, where each of its
  /// competencies has one.
  func squaredTotals(ofArea area: Int) -> Int { totals[area] }

  /// Adds the last sheet to some groups, and its areas with a level for every competency to another.
  func add(to groups: borrowing FixedBuffer<Int>, whole: Int, of counter: inout BitCounter) {
    for place in 0..<groups.count { counter.add(row, to: groups[place]) }
    counter.add(wholeAreas, to: whole)
  }

  /// Reads a sheet of one code a competency.
  ///
  /// Whole vectors are used throughout, as an operator with one number may take the bytes one at a
  /// time; and no branch depends on an answer, as it would be guessed wrong too often.
  mutating func read(_ answers: RawSpan) {
    precondition(answers.byteCount == sheet.count - Row.scalarCount)
    let sheet = UnsafeMutableRawBufferPointer(sheet.values)
    answers.withUnsafeBytes { sheet.copyMemory(from: $0) }
    let none = Row()
    let notAsked = Row(repeating: AnswerSheet.notAsked)
    let skipped = Row(repeating: AnswerSheet.skipped)
    let digit = Row(repeating: 0x0F)
    let one = Row(repeating: 1)
    let sets = layout.sets
    var (coreAnswers, others) = (0, none)
    var (start, any, gaps, total) = (0, none, none, 0)
    for vector in 0..<parts.count {
      let kept = parts[vector].kept
      let answers = parts[vector].answers(of: UnsafeRawBufferPointer(sheet))
      let first = bits(of: answers, set: 0)
      row[vector] = first
      var known = first
      for set in 1..<sets {
        let bits = bits(of: answers, set: set)
        row[set * parts.count + vector] = bits
        known |= bits
      }
      strange |= (answers ^ notAsked).replacing(with: none, where: known .!= none)
      let level = first & layout.levels
      any |= level
      gaps |= kept.replacing(with: none, where: level .!= none)
      total &+= (answers & digit).replacing(with: none, where: level .== none).sumOfDigits
      if core > 0 {
        let given = one.replacing(with: none, where: answers .== notAsked)
          .replacing(with: none, where: answers .== skipped)
        coreAnswers &+= (given & parts[vector].core).sumOfDigits
        others |= given & ~parts[vector].core
      }
      guard parts[vector].isLast else { continue }
      row[vector] |= any.isZero ? none : parts[vector].flag
      let isWhole = gaps.isZero
      totals[parts[vector].area] += isWhole ? total &* total : 0
      let mask = Row(repeating: isWhole ? .max : 0)
      for part in start...vector { wholeAreas[part] = row[part] & mask }
      (start, any, gaps, total) = (vector + 1, none, none, 0)
    }
    coreForms += others.isZero && 2 * coreAnswers > core ? 1 : 0
  }

  /// The bits that sixteen answers set among eight codes.
  @inline(__always)
  private func bits(of answers: BitCounter.Row, set: Int) -> BitCounter.Row {
    var bits = Row()
    let start = set * SheetLayout.codesPerByte
    for place in start..<start + SheetLayout.codesPerByte {
      bits |= codes[place].bit.replacing(with: Row(), where: answers .!= codes[place].code)
    }
    return bits
  }
}

extension SIMD16<UInt8> {
  /// Whether every byte is 0.
  var isZero: Bool {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] == 0
  }

  /// The sum of bytes of at most 15.
  var sumOfDigits: Int {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return Int(((halves[0] &+ halves[1]) &* 0x0101_0101_0101_0101) &>> 56)
  }

  /// All bytes combined by "or".
  var union: UInt8 {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    var word = halves[0] | halves[1]
    for shift in [UInt64(32), 16, 8] { word |= word &>> shift }
    return UInt8(truncatingIfNeeded: word)
  }
}

/// A fixed count of numbers, for loops in which the checks of an array would cost as much as the work.
///
/// Places are checked in debug builds alone.
struct FixedBuffer<Element: BitwiseCopyable>: ~Copyable {
  let values: UnsafeMutableBufferPointer<Element>

  init(repeating value: Element, count: Int) {
    values = .allocate(capacity: count)
    values.initialize(repeating: value)
  }

  init(_ elements: [Element]) {
    values = .allocate(capacity: elements.count)
    _ = values.initialize(from: elements)
  }

  deinit { values.deallocate() }

  var count: Int { values.count }

  subscript(place: Int) -> Element {
    get { values[place] }
    nonmutating set { values[place] = newValue }
  }
}

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
    /// All bits of the bytes of core competencies.
    let core: BitCounter.Row
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
        var (kept, core) = (Row(), Row())
        for byte in 0..<min(size, range.upperBound - start) {
          kept[byte] = .max
          core[byte] = framework.competencies[start + byte].isCore ? .max : 0
          bytes.append(parts.count * size + byte)
        }
        parts.append(Part(area: area, offset: start, kept: kept, core: core))
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
