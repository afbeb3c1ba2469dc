package import WaymarkBasics

/// The background answers of one respondent as a fixed-position string, beside the answer sheet.
///
/// ASCII characters in the order of the document's fields. A field with one answer takes one
/// character: `0` (0x30) plus the option's place counted from 0, or `-` for no answer. A field with
/// several answers takes one character an option, `+` chosen or `-` not.
package struct BackgroundSheet: Hashable, Sendable, CustomStringConvertible {
  static let noAnswer = UInt8(ascii: "-")
  static let chosen = UInt8(ascii: "+")
  static let firstOption = UInt8(ascii: "0")

  /// The characters as ASCII bytes.
  package let codes: [UInt8]

  /// Lays out answers by the positions of a document; answers to fields or options that it does not
  /// have are left out.
  package init(
    _ answers: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]],
    questions: BackgroundQuestions
  ) {
    codes = questions.fields.flatMap { field -> [UInt8] in
      let options = answers[field.id] ?? []
      return switch field.choice {
      case .one: [Self.code(of: options.first, in: field)]
      case .many: field.options.map { options.contains($0.id) ? Self.chosen : Self.noAnswer }
      }
    }
  }

  /// Reads a sheet, or gives `nil` unless it has the characters that the document asks for.
  package init?(_ text: String, questions: BackgroundQuestions) {
    let codes = Array(text.utf8)
    guard codes.count == Self.length(of: questions),
      questions.fields.allSatisfy({ field in
        let place = Self.place(of: field.id, in: questions) ?? 0
        return codes[place..<place + Self.width(of: field)].allSatisfy {
          switch field.choice {
          case .one: $0 == Self.noAnswer || Self.option($0, in: field) != nil
          case .many: $0 == Self.noAnswer || $0 == Self.chosen
          }
        }
      })
    else { return nil }
    self.codes = codes
  }

  /// The sheet as text.
  package var description: String { String(decoding: codes, as: UTF8.self) }

  /// The answers that the sheet holds; a field without an answer is absent.
  package func answers(
    to questions: BackgroundQuestions
  ) -> [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] {
    var answers: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]] = [:]
    var place = 0
    for field in questions.fields {
      let codes = codes[place..<place + Self.width(of: field)]
      place += Self.width(of: field)
      let options =
        switch field.choice {
        case .one: codes.compactMap { Self.option($0, in: field)?.id }
        case .many: zip(codes, field.options).filter { $0.0 == Self.chosen }.map(\.1.id)
        }
      if !options.isEmpty { answers[field.id] = options }
    }
    return answers
  }

  /// How many characters a sheet of these questions has.
  package static func length(of questions: BackgroundQuestions) -> Int {
    questions.fields.reduce(0) { $0 + width(of: $1) }
  }

  /// Every code that says that an option was chosen, with its position counted from 0.
  package static func codes(of questions: BackgroundQuestions) -> [(
    position: Int, code: UInt8, field: ID<BackgroundQuestions.Field>,
    option: ID<BackgroundQuestions.Option>
  )] {
    var position = 0
    return questions.fields.flatMap { field in
      defer { position += width(of: field) }
      return field.options.enumerated().map { place, option in
        switch field.choice {
        case .one: (position, code(of: option.id, in: field), field.id, option.id)
        case .many: (position + place, chosen, field.id, option.id)
        }
      }
    }
  }

  /// Where a field's characters begin, counted from 0; `nil` when the document has no such field.
  static func place(
    of id: ID<BackgroundQuestions.Field>, in questions: BackgroundQuestions
  ) -> Int? {
    var place = 0
    for field in questions.fields {
      if field.id == id { return place }
      place += width(of: field)
    }
    return nil
  }

  private static func width(of field: BackgroundQuestions.Field) -> Int {
    field.choice == .one ? 1 : field.options.count
  }

  private static func code(
    of option: ID<BackgroundQuestions.Option>?, in field: BackgroundQuestions.Field
  ) -> UInt8 {
    guard let option, let place = field.options.firstIndex(where: { $0.id == option }),
      place < BackgroundQuestions.optionLimit
    else { return noAnswer }
    return firstOption + UInt8(place)
  }

  private static func option(
    _ code: UInt8, in field: BackgroundQuestions.Field
  ) -> BackgroundQuestions.Option? {
    guard code >= firstOption else { return nil }
    let place = Int(code - firstOption)
    return place < field.options.count ? field.options[place] : nil
  }
}
