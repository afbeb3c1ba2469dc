public import WaymarkBasics

/// The questions about a person's work that let answers be grouped; each may be left out.
public struct BackgroundQuestions: Hashable, Sendable {
  /// The column of a table of responses that holds whose they are; no field may have its name.
  public static let respondentColumn = "respondent_id"
  /// The column that holds the role.
  public static let roleColumn = "role"
  /// What the id of a statement is followed by in the name of the column of its importance.
  package static let importanceSuffix = ".importance"
  /// The most options that a field with one answer may have: a sheet has a character for each.
  public static let optionLimit = 79

  /// How many options of a field one person may choose.
  public enum Choice: String, Hashable, Sendable, CaseIterable {
    /// One of them.
    case one
    /// All that fit.
    case many
  }

  /// What a field asks about.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    /// The person's work, so that answers can be grouped.
    case work
    /// Whether the person is willing to serve: the first option says so. It is asked when answers
    /// are shared, and not in the questionnaire.
    case service
  }

  /// One of the answers that a field offers.
  public struct Option: Hashable, Sendable {
    /// The option's id, as files hold it.
    public let id: ID<Option>
    /// The option as people read it.
    public let label: LocalizedText
    /// The numbers that stand for it; `nil` where none do.
    public let band: NumberBand?

    package init(id: ID<Option>, label: LocalizedText, band: NumberBand? = nil) {
      self.id = id
      self.label = label
      self.band = band
    }
  }

  /// One question.
  public struct Field: Hashable, Sendable {
    /// The field's id, as files hold it: the name of a column.
    public let id: ID<Field>
    /// How many options may be chosen.
    public let choice: Choice
    /// What it asks about.
    public let subject: Subject
    /// The question as people read it.
    public let question: LocalizedText
    /// The options in order.
    public let options: [Option]
  }

  /// A coarser grouping of a field's options, such as the Census divisions of the states.
  public struct Derived: Hashable, Sendable {
    /// One group and the options that it joins.
    public struct Group: Hashable, Sendable {
      /// The group's id, as reports hold it.
      public let id: ID<Option>
      /// The group as people read it.
      public let label: LocalizedText
      /// The options that belong to it; an option belongs to at most one group.
      public let members: [ID<Option>]
    }

    /// The id of the grouping: a name for `--by`.
    public let id: ID<Field>
    /// The field whose options are grouped.
    public let from: ID<Field>
    /// The name of the grouping.
    public let title: LocalizedText
    /// The groups in order.
    public let groups: [Group]
  }

  /// One row of the table that maps positions onto target roles; the first row that fits wins.
  public struct PositionRole: Hashable, Sendable {
    /// A further field that must hold one of some options.
    public struct Condition: Hashable, Sendable {
      /// The question whose answers these are.
      public let field: ID<Field>
      /// The options, any of which fits.
      public let options: [ID<Option>]
    }

    /// The option of the field `position`.
    public let position: ID<Option>
    /// The role it is compared with.
    public let role: RoleID
    /// What must hold besides.
    public let condition: Condition?
  }

  /// The document's id, the same in all its versions.
  public let id: ID<BackgroundQuestions>
  /// Written as a year; two versions of an id are two documents.
  public let version: String
  /// The language of the original texts.
  public let language: LanguageTag
  /// The document's name.
  public let title: LocalizedText
  /// What is said before the first question.
  public let leadIn: LocalizedText
  /// The questions in order.
  public let fields: [Field]
  /// The coarser groupings.
  public let derived: [Derived]
  /// Which target role a position is compared with; a position without a row has none.
  public let positionRoles: [PositionRole]

  /// The question about the position that somebody has, from which a role may follow.
  static let positionField = "position"

  /// What columns of tables and groupings are called by these questions.
  package var columns: [String] {
    fields.map(\.id.description) + derived.map(\.id.description)
  }

  /// The questions about a person's work, in order.
  public var workFields: [Field] { fields.filter { $0.subject == .work } }
}

/// The whole numbers that an option stands for, such as the ages from 30 to 44: what asks people for the
/// number itself can be read as the option.
public struct NumberBand: Hashable, Sendable {
  /// The largest number of a band without an end.
  public static let limit = 1_000_000

  /// The numbers, 0 to ``limit``.
  public let range: ClosedRange<Int>

  /// The band between two numbers, both of which belong to it.
  ///
  /// - Parameters:
  ///   - from: the smallest; 0 where it is absent.
  ///   - to: the largest; ``limit`` where it is absent.
  /// - Returns: `nil` where the ends are the wrong way round or out of bounds.
  init?(from: Int?, to: Int?) {
    let (from, to) = (from ?? 0, to ?? Self.limit)
    guard 0 <= from, from <= to, to <= Self.limit else { return nil }
    range = from...to
  }

  /// The whole number that a cell of a table holds, rounded down as ages are; `nil` where it holds no
  /// number.
  static func number(in cell: String) -> Int? {
    let parts = cell.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.utf8.count <= 7, parts.dropFirst().allSatisfy(\.isDigits)
    else { return nil }
    return Int(digits: whole)
  }
}

extension BackgroundQuestions.Field {
  /// The option whose band the number of a cell is in, by its place; `nil` where there is none.
  package func option(ofNumber cell: String) -> Int? {
    guard options.contains(where: { $0.band != nil }), let number = NumberBand.number(in: cell)
    else { return nil }
    return options.firstIndex { $0.band?.range.contains(number) ?? false }
  }
}
