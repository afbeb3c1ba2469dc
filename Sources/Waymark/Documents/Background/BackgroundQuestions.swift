package import WaymarkBasics

/// The questions about a person's work that let answers be grouped; each may be left out.
package struct BackgroundQuestions: Hashable, Sendable {
  /// The column of a table of responses that holds whose they are; no field may have its name.
  package static let respondentColumn = "respondent_id"
  /// The column that holds the role.
  package static let roleColumn = "role"
  /// The most options that a field with one answer may have: a sheet has a character for each.
  package static let optionLimit = 79

  /// How many options of a field one person may choose.
  package enum Choice: String, Hashable, Sendable, CaseIterable {
    /// One of them.
    case one
    /// All that fit.
    case many
  }

  /// What a field asks about.
  package enum Subject: String, Hashable, Sendable, CaseIterable {
    /// The person's work, so that answers can be grouped.
    case work
    /// Whether the person is willing to serve: the first option says so. It is asked when answers
    /// are shared, and not in the questionnaire.
    case service
  }

  /// One of the answers that a field offers.
  package struct Option: Hashable, Sendable {
    /// The option's id, as files hold it.
    package let id: ID<Option>
    /// The option as people read it.
    package let label: LocalizedText
  }

  /// One question.
  package struct Field: Hashable, Sendable {
    /// The field's id, as files hold it: the name of a column.
    package let id: ID<Field>
    /// How many options may be chosen.
    package let choice: Choice
    /// What it asks about.
    package let subject: Subject
    /// The question as people read it.
    package let question: LocalizedText
    /// The options in order.
    package let options: [Option]
  }

  /// A coarser grouping of a field's options, such as the Census divisions of the states.
  package struct Derived: Hashable, Sendable {
    /// One group and the options that it joins.
    package struct Group: Hashable, Sendable {
      /// The group's id, as reports hold it.
      package let id: ID<Option>
      /// The group as people read it.
      package let label: LocalizedText
      /// The options that belong to it; an option belongs to at most one group.
      package let members: [ID<Option>]
    }

    /// The id of the grouping: a name for `--by`.
    package let id: ID<Field>
    /// The field whose options are grouped.
    package let from: ID<Field>
    /// The name of the grouping.
    package let title: LocalizedText
    /// The groups in order.
    package let groups: [Group]
  }

  /// One row of the table that maps positions onto target roles; the first row that fits wins.
  package struct PositionRole: Hashable, Sendable {
    /// A further field that must hold one of some options.
    package struct Condition: Hashable, Sendable {
      package let field: ID<Field>
      /// The options, any of which fits.
      package let options: [ID<Option>]
    }

    /// The option of the field `position`.
    package let position: ID<Option>
    /// The role it is compared with.
    package let role: RoleID
    /// What must hold besides.
    package let condition: Condition?
  }

  /// The document's id, the same in all its versions.
  package let id: ID<BackgroundQuestions>
  package let version: String
  /// The language of the original texts.
  package let language: LanguageTag
  /// The document's name.
  package let title: LocalizedText
  /// What is said before the first question.
  package let leadIn: LocalizedText
  /// The questions in order.
  package let fields: [Field]
  /// The coarser groupings.
  package let derived: [Derived]
  /// Which target role a position is compared with; a position without a row has none.
  package let positionRoles: [PositionRole]

  /// The questions about a person's work, in order.
  package var workFields: [Field] { fields.filter { $0.subject == .work } }
}
