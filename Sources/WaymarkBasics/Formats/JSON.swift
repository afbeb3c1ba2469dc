/// JSON documents whose bytes depend on their values alone.
package enum JSON {
  /// A piece of a JSON document that is put together by hand, with nulls where a key must stand.
  package indirect enum Value: Hashable, Sendable {
    /// Keys and values; written in the order of the keys.
    case object([String: Value])
    /// Values in order.
    case array([Value])
    /// A text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// A finite number.
    case number(Double)
    /// True or false.
    case bool(Bool)
    /// No value.
    case null
  }

  /// Every document that Waymark writes as JSON, by the `kind` that stands in it.
  ///
  /// A file that follows somebody else's standard has no kind, only that standard's keys.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case background, campaign, catalogue, framework, notes, plan, profile, settings
    case cohortNeeds = "cohort-needs"
    case documentList = "document-list"
    case folderFiles = "folder-files"
    case frameworkPart = "framework-part"
    case gapReport = "gap-report"
    case learningGains = "learning-gains"
    case learningPath = "learning-path"
    case mentorPairs = "mentor-pairs"
    case publishedGapReport = "published-gap-report"
    case ratingAgreement = "rating-agreement"
    case releaseLedgerEntry = "release-ledger-entry"
    case workshopEvaluation = "workshop-evaluation"
    case workshopPlan = "workshop-plan"
    // What people send each other says whose file it is.
    case response = "waymark-response"
    case withdrawal = "waymark-withdrawal"
    case mentoring = "waymark-mentoring"
    case mentoringWithdrawal = "waymark-mentoring-withdrawal"
    case service = "waymark-service"
    case serviceWithdrawal = "waymark-service-withdrawal"
  }

  /// A number that JSON cannot hold.
  package struct NotFinite: Error, Hashable, Sendable {}

  /// A document of a kind with its keys, which are in camel case unless they are ids.
  ///
  /// - Parameter schema: the version of its keys.
  /// - Throws: `NotFinite`; a value that cannot be estimated is written as null with a reason instead.
  package static func document(
    _ kind: Kind, schema: Int = 1, _ members: [String: Value]
  ) throws(NotFinite) -> String {
    try text(
      .object(
        members.merging(["kind": .string(kind.rawValue), "schema": .integer(schema)]) { $1 }))
  }

  /// The text of a value: keys sorted, two-space indentation, a line feed at the end.
  ///
  /// Characters that could steer a terminal or hide themselves are written as `\u009b`: another
  /// program reads the same text, and the file can be looked at anywhere.
  /// - Throws: `NotFinite`.
  package static func text(_ value: Value) throws(NotFinite) -> String {
    var text = ""
    try append(value, to: &text, line: "\n")
    return text + "\n"
  }

  /// - Parameter line: a line feed and the indentation of the value.
  private static func append(
    _ value: Value, to text: inout String, line: String
  ) throws(NotFinite) {
    switch value {
    case .object(let members):
      try append("{", "}", isEmpty: members.isEmpty, to: &text, line: line) {
        text, line throws(NotFinite) in
        for (place, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
          text += place == 0 ? line : "," + line
          append(member.key, to: &text)
          text += " : "
          try append(member.value, to: &text, line: line)
        }
      }
    case .array(let elements):
      try append("[", "]", isEmpty: elements.isEmpty, to: &text, line: line) {
        text, line throws(NotFinite) in
        for (place, element) in elements.enumerated() {
          text += place == 0 ? line : "," + line
          try append(element, to: &text, line: line)
        }
      }
    case .string(let string): append(string, to: &text)
    case .integer(let number): text += String(number)
    case .number(let number):
      guard number.isFinite else { throw NotFinite() }
      let digits = number.description
      text += digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
    case .bool(let truth): text += truth ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func append(
    _ opening: String, _ closing: String, isEmpty: Bool, to text: inout String, line: String,
    _ elements: (_ text: inout String, _ line: String) throws(NotFinite) -> Void
  ) throws(NotFinite) {
    text += opening
    try elements(&text, line + "  ")
    text += isEmpty ? "\n" + line : line
    text += closing
  }

  private static func append(_ string: String, to text: inout String) {
    text += "\""
    let isPlain = string.utf8.allSatisfy {
      (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain {
      text += string
    } else {
      for scalar in string.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\t": text += "\\t"
        case "\r": text += "\\r"
        case "\u{8}": text += "\\b"
        case "\u{C}": text += "\\f"
        case _ where scalar.isHiddenOrSteering: text += escaped(scalar)
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}

extension JSON.Value {
  /// A text, or null.
  package init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  /// A whole number, or null.
  package init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }

  package init<Subject>(_ id: ID<Subject>) { self = .string(id.description) }

  /// An id, or null.
  package init<Subject>(_ id: ID<Subject>?) { self = id.map { JSON.Value($0) } ?? .null }

  /// Things by their ids.
  package init<Subject>(_ members: [ID<Subject>: JSON.Value]) {
    self = .object(
      Dictionary(
        members.map { ($0.key.description, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }

  /// Things as they are written, in their order.
  package init(texts: some Sequence<some CustomStringConvertible>) {
    self = .array(texts.map { .string($0.description) })
  }

  /// An object without the keys that have no value.
  package init(present members: [String: JSON.Value?]) {
    self = .object(members.compactMapValues(\.self))
  }
}
