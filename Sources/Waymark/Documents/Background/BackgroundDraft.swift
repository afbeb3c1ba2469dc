package import WaymarkBasics

/// Background questions as a document gives them, with the place of every part; not yet checked.
package struct BackgroundDraft: Hashable, Sendable {
  /// A question.
  package struct Field: Hashable, Sendable {
    package var id: String?
    /// How many options may be chosen: `one` or `many`.
    package var kind: String?
    /// What it asks about: `work` or `service`; `work` when absent.
    package var subject: String?
    package var question = TextDraft()
    /// The options in order.
    package var options: [NamedDraft] = []
    /// Where it stands.
    package var place: LineAndColumn

    /// Begins with the attributes; the rest follows.
    package init(id: String?, kind: String?, about subject: String?, at place: LineAndColumn) {
      self.id = id
      self.kind = kind
      self.subject = subject
      self.place = place
    }
  }

  /// A group of a grouping.
  package struct Group: Hashable, Sendable {
    /// The id and the label.
    package var name: NamedDraft
    /// The options that it joins.
    package var members: [LinkDraft] = []

    /// Begins with the id; the rest follows.
    package init(id: String?, at place: LineAndColumn) { name = NamedDraft(id: id, at: place) }
  }

  /// A coarser grouping of a field's options.
  package struct Grouping: Hashable, Sendable {
    /// The id and the name.
    package var name: NamedDraft
    /// The field whose options are grouped.
    package var from: String?
    /// The groups in order.
    package var groups: [Group] = []

    /// Begins with the attributes; the rest follows.
    package init(id: String?, from: String?, at place: LineAndColumn) {
      name = NamedDraft(id: id, at: place)
      self.from = from
    }
  }

  /// A row of the table that maps positions onto roles.
  package struct Row: Hashable, Sendable {
    /// The option of the field `position`.
    package var option: String?
    package var role: String?
    /// The further field that must hold one of `options`.
    package var field: String?
    /// The options of that field, separated by spaces.
    package var options: String?
    /// Where it stands.
    package var place: LineAndColumn

    package init(
      option: String?, role: String?, field: String?, options: String?, at place: LineAndColumn
    ) {
      self.option = option
      self.role = role
      self.field = field
      self.options = options
      self.place = place
    }
  }

  /// What the document says of itself.
  package var header: DocumentHeader
  /// The document's name.
  package var title = TextDraft()
  /// What is said before the first question.
  package var leadIn = TextDraft()
  /// The questions in order.
  package var fields: [Field] = []
  /// The groupings in order.
  package var groupings: [Grouping] = []
  /// The id of the framework whose roles the table names; absent without a table.
  package var framework: String?
  /// The table from positions to roles, in order.
  package var rows: [Row] = []

  /// Begins with the header; the rest follows.
  package init(header: DocumentHeader) { self.header = header }

  /// Makes the questions of the draft or tells all that is wrong with it.
  ///
  /// - Parameters:
  ///   - framework: the framework whose roles the table of positions names; `nil` leaves the check
  ///     of roles out.
  ///   - isWhole: `false` when parts of the document could not be read; then nothing is said of
  ///     what is missing, as it may stand in those parts.
  package func checked(
    against framework: Framework?, isWhole: Bool = true
  ) -> Checked<BackgroundQuestions> {
    var rules = BackgroundRules(self, framework: framework, isWhole: isWhole)
    return rules.checked()
  }
}
