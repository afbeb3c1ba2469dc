package import WaymarkBasics

/// One way to sort respondents into groups: by role, by a background question, or by a coarser
/// grouping of one.
package struct Grouping: Hashable, Sendable {
  /// One of the groups.
  package struct Group: Hashable, Sendable {
    /// The group's id, as files hold it.
    package let id: String
    /// The group as people read it.
    package let label: String
  }

  /// The id and the label of the group of those who gave no answer.
  package static let noAnswer = "(no answer)"
  /// What stands for everybody in the place of a group.
  package static let everybody = "*"

  /// The name to ask for it: `role`, a field, or a derived grouping.
  package let id: String
  /// What it sorts by, as people read it.
  package let title: String
  /// The groups in the order of the documents; the last is the one without an answer.
  package let groups: [Group]

  /// Where the answer stands on a background sheet.
  struct Code: Hashable {
    let position: Int
    /// The place in `Grouping.groups` of each of the 128 codes that can stand there.
    let groups: [UInt8]
  }
  /// The answer that it sorts by; `nil` when it sorts by the role that people are compared with.
  let code: Code?

  /// The place of a respondent's group among the groups.
  func group(of record: CodedResponse) -> Int {
    let last = groups.count - 1
    let group =
      code.map { code in
        record.background.indices.contains(code.position)
          ? Int(code.groups[Int(record.background[code.position] & 0x7F)]) : last
      } ?? record.role ?? last
    return min(group, last)
  }

  /// The place of the group of those who chose an option; `nil` when it is of another question.
  func group(
    of option: ID<BackgroundQuestions.Option>, in background: BackgroundQuestions
  ) -> Int? {
    guard let code else { return nil }
    return BackgroundSheet.codes(of: background)
      .first { $0.position == code.position && $0.option == option }
      .map { Int(code.groups[Int($0.code)]) }
  }

  /// Finds the groupings that are asked for by name, in that order.
  ///
  /// `role` is the role people are compared with, `region` another name for `division`. An option
  /// that belongs to no group of a derived grouping counts as no answer there.
  /// - Throws: `Findings<ReportProblem>` with everything that is wrong with the names; the place of
  ///   each is `source`, the option that the names were given to.
  package static func named(
    _ names: [String], framework: Framework, background: BackgroundQuestions,
    source: String = "--by"
  ) throws(Findings<ReportProblem>) -> [Grouping] {
    var groupings: [Grouping] = []
    var problems: [ReportProblem] = []
    for name in names {
      do throws(ReportProblem) {
        let grouping = try Grouping(name, framework: framework, background: background)
        if groupings.contains(where: { $0.id == grouping.id }) {
          throw .repeatedGrouping(name)
        }
        groupings.append(grouping)
      } catch {
        problems.append(error)
      }
    }
    if let findings = Findings(problems.map { Finding($0, at: Place(file: source)) }) {
      throw findings
    }
    return groupings
  }

  /// Finds the groupings of tables that are asked for by name, such as `role` or `role,state`.
  ///
  /// - Throws: everything that is wrong with the names, as `named` does; a table by more than two
  ///   groupings is a refusal for privacy.
  package static func tables(
    _ names: [String], framework: Framework, background: BackgroundQuestions, source: String
  ) throws(Findings<ReportProblem>) -> [[Grouping]] {
    var tables: [[Grouping]] = []
    var problems: [Finding<ReportProblem>] = []
    let place = Place(file: source)
    for name in names {
      let parts = name.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      do throws(Findings<ReportProblem>) {
        guard parts.count <= 2 else { throw Findings(Finding(.tooFine(name), at: place)) }
        let table = try named(parts, framework: framework, background: background, source: source)
        guard !tables.contains(where: { Set($0) == Set(table) }) else {
          throw Findings(Finding(.repeatedGrouping(name), at: place))
        }
        tables.append(table)
      } catch {
        problems += error.listed
      }
    }
    if let findings = Findings(problems) { throw findings }
    return tables
  }

  private init(
    _ name: String, framework: Framework, background: BackgroundQuestions
  ) throws(ReportProblem) {
    let id = name == Self.regionAlias ? Self.region : name
    if id == Self.role {
      self.init(
        id: id, title: "Role",
        groups: framework.roles.map { Group(id: $0.id.description, label: $0.title.original) },
        code: nil)
    } else if let field = background.fields.first(where: { $0.id.description == id }) {
      guard field.choice == .one else { throw .severalAnswers(name) }
      self.init(
        id: id, title: field.question.original,
        groups: field.options.map { Group(id: $0.id.description, label: $0.label.original) },
        code: Self.code(field.id, field.options.map { [$0.id] }, in: background))
    } else if let derived = background.derived.first(where: { $0.id.description == id }) {
      if background.fields.contains(where: { $0.id == derived.from && $0.choice == .many }) {
        throw .severalAnswers(name)
      }
      self.init(
        id: id, title: derived.title.original,
        groups: derived.groups.map { Group(id: $0.id.description, label: $0.label.original) },
        code: Self.code(derived.from, derived.groups.map(\.members), in: background))
    } else {
      let known = Self.names(background)
      throw .unknownGrouping(name, near: name.closest(among: known), known: known)
    }
  }

  private init(id: String, title: String, groups: [Group], code: Code?) {
    self.id = id
    self.title = title
    self.groups = groups + [Group(id: Self.noAnswer, label: Self.noAnswer)]
    self.code = code
  }

  /// Whether it sorts by the role that people are compared with.
  package var isRole: Bool { code == nil }

  /// Whether another grouping sorts by the answer to the same question, perhaps more coarsely.
  package func sortsSameAnswer(as other: Grouping) -> Bool {
    code?.position == other.code?.position
  }

  /// For each group of a finer grouping the place of the group of this one that it is part of;
  /// `nil` when they sort by other answers, or a group of the finer one is in several of this one.
  package func coarsening(of finer: Grouping) -> [Int]? {
    guard id != finer.id, let code, let other = finer.code, code.position == other.position
    else { return nil }
    var places = [Int?](repeating: nil, count: finer.groups.count)
    for (own, part) in zip(code.groups, other.groups) {
      guard places[Int(part)] == nil || places[Int(part)] == Int(own) else { return nil }
      places[Int(part)] = Int(own)
    }
    return places.allSatisfy { $0 != nil } ? places.compactMap { $0 } : nil
  }

  static let role = "role"
  private static let region = "division"
  private static let regionAlias = "region"

  /// The names that `named` knows, in the order of the document.
  private static func names(_ background: BackgroundQuestions) -> [String] {
    let fields = background.fields.filter { $0.choice == .one }.map(\.id.description)
    let derived = background.derived.map(\.id.description)
    return [role] + fields + derived + (derived.contains(region) ? [regionAlias] : [])
  }

  /// Sorts the codes of a field into groups of its options; what is in none of them is the last.
  private static func code(
    _ field: ID<BackgroundQuestions.Field>, _ members: [[ID<BackgroundQuestions.Option>]],
    in background: BackgroundQuestions
  ) -> Code {
    var groups = Array(repeating: UInt8(members.count), count: 128)
    for code in BackgroundSheet.codes(of: background) where code.field == field {
      guard let group = members.firstIndex(where: { $0.contains(code.option) }) else { continue }
      groups[Int(code.code)] = UInt8(group)
    }
    return Code(
      position: BackgroundSheet.place(of: field, in: background) ?? 0, groups: groups)
  }
}
