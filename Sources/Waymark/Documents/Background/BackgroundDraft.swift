package import WaymarkBasics

/// Background questions as a document gives them, with the place of every part; not yet checked.
package struct BackgroundDraft: Hashable, Sendable {
  /// An answer that a question offers.
  package struct Option: Hashable, Sendable {
    /// The id and the label.
    package var name: NamedDraft
    /// The smallest and the largest number that stand for it.
    package var from, to: Int?

    /// Begins with the attributes; the label follows.
    package init(id: String?, from: Int?, to: Int?, at place: LineAndColumn) {
      name = NamedDraft(id: id, at: place)
      self.from = from
      self.to = to
    }
  }

  /// A question.
  package struct Field: Hashable, Sendable {
    package var id: String?
    /// How many options may be chosen: `one` or `many`.
    package var kind: String?
    /// What it asks about: `work` or `service`; `work` when absent.
    package var subject: String?
    package var question = TextDraft()
    /// The options in order.
    package var options: [Option] = []
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

/// What must hold in background questions beyond their shape.
struct BackgroundRules {
  private typealias Field = BackgroundQuestions.Field
  private typealias Option = BackgroundQuestions.Option

  // The names of the other columns in tables of responses and of groups, and of a grouping.
  private static let columns: Set = [
    BackgroundQuestions.respondentColumn, BackgroundQuestions.roleColumn, "region", "measure",
    "value", "note", "competency", "level", "count", "statements",
  ]

  private let draft: BackgroundDraft
  private let framework: Framework?
  private var check: DraftCheck
  private var fields = IDRegister<Field>(.field)
  private var options: [ID<Field>: IDRegister<Option>] = [:]

  init(_ draft: BackgroundDraft, framework: Framework?, isWhole: Bool) {
    self.draft = draft
    self.framework = framework
    check = DraftCheck(draft.header, isWhole: isWhole)
  }

  mutating func checked() -> Checked<BackgroundQuestions> {
    let place = draft.header.place
    let id: ID<BackgroundQuestions>? = check.parsed(draft.header.id, .document, at: place)
    let title = check.text(draft.title, "title", at: place)
    let leadIn = check.text(draft.leadIn, "leadIn", at: place)
    let questions = draft.fields.compactMap { field($0) }
    let derived = draft.groupings.compactMap { grouping($0) }
    let rows = positionRoles()
    guard let id, check.findings.isEmpty else { return Checked(nil, check) }
    return Checked(
      BackgroundQuestions(
        id: id, version: check.version, language: check.language, title: title, leadIn: leadIn,
        fields: questions, derived: derived, positionRoles: rows),
      check)
  }

  private mutating func field(_ draft: BackgroundDraft.Field) -> Field? {
    let id = enterColumn(draft.id, at: draft.place)
    let kind: BackgroundQuestions.Choice? = check.choice(draft.kind, "kind", at: draft.place)
    let subject: BackgroundQuestions.Subject? =
      draft.subject == nil ? .work : check.choice(draft.subject, "about", at: draft.place)
    let question = check.text(draft.question, "question", at: draft.place)
    var register = IDRegister<Option>(.option)
    let options = zip(draft.options.map(\.name), bands(of: draft.options, in: kind)).compactMap {
      name, band in
      register.enterGroup(name.id, at: name.place, &check).map {
        Option(id: $0, label: check.text(name.title, "label", at: name.place), band: band)
      }
    }
    if kind == .one, draft.options.count > BackgroundQuestions.optionLimit {
      check.report(.tooManyOptions(draft.options.count), at: draft.place)
    }
    guard let id else { return nil }
    self.options[id] = register
    guard let kind, let subject else { return nil }
    return Field(id: id, choice: kind, subject: subject, question: question, options: options)
  }

  /// The numbers that stand for each option; no number stands for two.
  private mutating func bands(
    of options: [BackgroundDraft.Option], in kind: BackgroundQuestions.Choice?
  ) -> [NumberBand?] {
    var known: [(id: String, range: ClosedRange<Int>)] = []
    return options.map { option in
      guard option.from != nil || option.to != nil else { return nil }
      let (id, place) = (option.name.id ?? "", option.name.place)
      if kind == .many { check.report(.numbersOfSeveral, at: place) }
      guard let band = NumberBand(from: option.from, to: option.to) else {
        check.report(.noBand(from: option.from, to: option.to), at: place)
        return nil
      }
      if let other = known.first(where: { $0.range.overlaps(band.range) }) {
        check.report(.sharedNumbers(id, other.id), at: place)
      }
      known.append((id, band.range))
      return band
    }
  }

  private mutating func enterColumn(_ text: String?, at place: LineAndColumn) -> ID<Field>? {
    guard let id = fields.enter(text, at: place, &check) else { return nil }
    if Self.columns.contains(id.folded) {
      check.report(.reserved(fields.part, id.description), at: place)
    }
    return id
  }

  private mutating func grouping(
    _ draft: BackgroundDraft.Grouping
  ) -> BackgroundQuestions.Derived? {
    let place = draft.name.place
    let from = fields.resolve(draft.from, at: place, &check)
    // Fields and groupings share their ids: both are names for a report's breakdown.
    let id = enterColumn(draft.name.id, at: place)
    let title = check.text(draft.name.title, "title", at: place)
    let options = from.flatMap { self.options[$0] } ?? IDRegister(.option, known: nil)
    var register = IDRegister<Option>(.group)
    var once = FirstMentions<ID<Option>>()
    let groups = draft.groups.compactMap { group -> BackgroundQuestions.Derived.Group? in
      let id = register.enterGroup(group.name.id, at: group.name.place, &check)
      let label = check.text(group.name.title, "label", at: group.name.place)
      let members = group.members.compactMap { member -> ID<Option>? in
        guard let option = options.resolve(member.id, at: member.place, &check),
          once.isFirst(option, .option, option.description, at: member.place, &check)
        else { return nil }
        return option
      }
      return id.map { .init(id: $0, label: label, members: members) }
    }
    guard let id, let from else { return nil }
    return .init(id: id, from: from, title: title, groups: groups)
  }

  private mutating func positionRoles() -> [BackgroundQuestions.PositionRole] {
    guard !draft.rows.isEmpty || draft.framework != nil else { return [] }
    let place = draft.rows.first?.place ?? draft.header.place
    let named: FrameworkID? = check.parsed(draft.framework, .framework, at: place)
    if let framework, let named, framework.id != named {
      check.report(
        .otherFramework(named: named.description, given: framework.id.description), at: place)
    }
    let roles = IDRegister<Role>(
      .role, known: framework?.id == named ? framework?.roles.map(\.id) : nil)
    let positions = options(of: BackgroundQuestions.positionField, at: place)
    // A position with a row that always fits never comes to the rows after it.
    var settled = FirstMentions<ID<Option>>()
    return draft.rows.compactMap { row in
      let role = roles.resolve(row.role, at: row.place, &check)
      let condition = condition(row)
      guard let position = positions.resolve(row.option, at: row.place, &check) else { return nil }
      let isFirst =
        row.field == nil
        ? settled.isFirst(position, .option, position.description, at: row.place, &check)
        : settled.isNew(position, .option, position.description, at: row.place, &check)
      guard let role, isFirst else { return nil }
      return .init(position: position, role: role, condition: condition)
    }
  }

  private mutating func condition(
    _ row: BackgroundDraft.Row
  ) -> BackgroundQuestions.PositionRole.Condition? {
    guard row.field != nil || row.options != nil else { return nil }
    guard let name = check.required(row.field, "when", at: row.place),
      let words = check.required(row.options, "is", at: row.place),
      let field = fields.resolve(name, at: row.place, &check)
    else { return nil }
    let options = self.options[field] ?? IDRegister(.option, known: nil)
    return .init(
      field: field,
      options: words.split(separator: " ").compactMap {
        options.resolve(String($0), at: row.place, &check)
      })
  }

  private mutating func options(of name: String, at place: LineAndColumn) -> IDRegister<Option> {
    guard let field = fields.resolve(name, at: place, &check) else {
      return IDRegister(.option, known: nil)
    }
    return options[field] ?? IDRegister(.option, known: nil)
  }
}
