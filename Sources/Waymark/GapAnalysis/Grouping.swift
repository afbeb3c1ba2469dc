/// One way to sort respondents into groups: by role, by a background question, or by a coarser
/// grouping of one.
public struct Grouping: Hashable, Sendable {
  /// One of the groups.
  public struct Group: Hashable, Sendable {
    /// The group's id, as files hold it.
    public let id: String
    /// The group as people read it.
    public let label: String
  }

  /// The id and the label of the group of those who gave no answer.
  public static let noAnswer = "(no answer)"

  /// The name to ask for it: `role`, a field, or a derived grouping.
  public let id: String
  /// What it sorts by, as people read it.
  public let title: String
  /// The groups in the order of the documents; the last is the one without an answer.
  public let groups: [Group]

  private enum Source: Hashable {
    case role([RoleID: Int])
    case field(ID<BackgroundQuestions.Field>, [ID<BackgroundQuestions.Option>: Int])
  }
  private let source: Source

  /// Finds the groupings that are asked for by name, in that order.
  ///
  /// `role` is the role people are compared with, `region` another name for `division`. An option
  /// that belongs to no group of a derived grouping counts as no answer there.
  /// - Throws: `Findings<ReportProblem>` with everything that is wrong with the names; the place of
  ///   each is `source`, the option that the names were given to.
  public static func named(
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

  private init(
    _ name: String, framework: Framework, background: BackgroundQuestions
  ) throws(ReportProblem) {
    let id = name == Self.regionAlias ? Self.region : name
    if id == Self.role {
      self.init(
        id: id, title: "Role",
        groups: framework.roles.map { Group(id: $0.id.description, label: $0.title.original) },
        source: .role(Self.places(framework.roles.map { [$0.id] })))
    } else if let field = background.fields.first(where: { $0.id.description == id }) {
      guard field.choice == .one else { throw .severalAnswers(name) }
      self.init(
        id: id, title: field.question.original,
        groups: field.options.map { Group(id: $0.id.description, label: $0.label.original) },
        source: .field(field.id, Self.places(field.options.map { [$0.id] })))
    } else if let derived = background.derived.first(where: { $0.id.description == id }) {
      if background.fields.contains(where: { $0.id == derived.from && $0.choice == .many }) {
        throw .severalAnswers(name)
      }
      self.init(
        id: id, title: derived.title.original,
        groups: derived.groups.map { Group(id: $0.id.description, label: $0.label.original) },
        source: .field(derived.from, Self.places(derived.groups.map(\.members))))
    } else {
      let known = Self.names(background)
      throw .unknownGrouping(name, near: name.closest(among: known), known: known)
    }
  }

  private init(id: String, title: String, groups: [Group], source: Source) {
    self.id = id
    self.title = title
    self.groups = groups + [Group(id: Self.noAnswer, label: Self.noAnswer)]
    self.source = source
  }

  /// The place in `groups` of a respondent; the last where there is no answer.
  public func group(
    role: RoleID?,
    background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]]
  ) -> Int {
    let place: Int? =
      switch source {
      case .role(let places): role.flatMap { places[$0] }
      case .field(let field, let places): background[field]?.first.flatMap { places[$0] }
      }
    return place ?? groups.count - 1
  }

  private static let role = "role"
  private static let region = "division"
  private static let regionAlias = "region"

  /// The names that `named` knows, in the order of the document.
  private static func names(_ background: BackgroundQuestions) -> [String] {
    let fields = background.fields.filter { $0.choice == .one }.map(\.id.description)
    let derived = background.derived.map(\.id.description)
    return [role] + fields + derived + (derived.contains(region) ? [regionAlias] : [])
  }

  private static func places<Key: Hashable>(_ groups: [[Key]]) -> [Key: Int] {
    Dictionary(
      groups.enumerated().flatMap { place, members in members.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
  }
}
