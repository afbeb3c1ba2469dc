/// Background questions as a document gives them, with the place of every part; not yet checked.
public struct BackgroundDraft: Hashable, Sendable {
  /// A question.
  public struct Field: Hashable, Sendable {
    /// The id.
    public var id: String?
    /// How many options may be chosen: `one` or `many`.
    public var kind: String?
    /// What it asks about: `work` or `service`; `work` when absent.
    public var subject: String?
    /// The question.
    public var question = TextDraft()
    /// The options in order.
    public var options: [NamedDraft] = []
    /// Where it stands.
    public var place: LineAndColumn

    /// Begins with the attributes; the rest follows.
    public init(id: String?, kind: String?, about subject: String?, at place: LineAndColumn) {
      self.id = id
      self.kind = kind
      self.subject = subject
      self.place = place
    }
  }

  /// A group of a grouping.
  public struct Group: Hashable, Sendable {
    /// The id and the label.
    public var name: NamedDraft
    /// The options that it joins.
    public var members: [LinkDraft] = []

    /// Begins with the id; the rest follows.
    public init(id: String?, at place: LineAndColumn) { name = NamedDraft(id: id, at: place) }
  }

  /// A coarser grouping of a field's options.
  public struct Grouping: Hashable, Sendable {
    /// The id and the name.
    public var name: NamedDraft
    /// The field whose options are grouped.
    public var from: String?
    /// The groups in order.
    public var groups: [Group] = []

    /// Begins with the attributes; the rest follows.
    public init(id: String?, from: String?, at place: LineAndColumn) {
      name = NamedDraft(id: id, at: place)
      self.from = from
    }
  }

  /// A row of the table that maps positions onto roles.
  public struct Row: Hashable, Sendable {
    /// The option of the field `position`.
    public var option: String?
    /// The role.
    public var role: String?
    /// The further field that must hold one of `options`.
    public var field: String?
    /// The options of that field, separated by spaces.
    public var options: String?
    /// Where it stands.
    public var place: LineAndColumn

    /// Joins the parts.
    public init(
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
  public var header: DocumentHeader
  /// The document's name.
  public var title = TextDraft()
  /// What is said before the first question.
  public var leadIn = TextDraft()
  /// The questions in order.
  public var fields: [Field] = []
  /// The groupings in order.
  public var groupings: [Grouping] = []
  /// The id of the framework whose roles the table names; absent without a table.
  public var framework: String?
  /// The table from positions to roles, in order.
  public var rows: [Row] = []

  /// Begins with the header; the rest follows.
  public init(header: DocumentHeader) { self.header = header }

  /// Makes the questions of the draft or tells all that is wrong with it.
  ///
  /// - Parameters:
  ///   - framework: the framework whose roles the table of positions names; `nil` leaves the check
  ///     of roles out.
  ///   - isWhole: `false` when parts of the document could not be read; then nothing is said of
  ///     what is missing, as it may stand in those parts.
  public func checked(
    against framework: Framework?, isWhole: Bool = true
  ) -> Checked<BackgroundQuestions> {
    var rules = BackgroundRules(self, framework: framework, isWhole: isWhole)
    return rules.checked()
  }
}
