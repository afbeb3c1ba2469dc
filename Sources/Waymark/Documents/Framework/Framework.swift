public import WaymarkBasics

/// A set of competencies with the scale they are rated on and the roles they are compared with.
///
/// Whoever holds a framework holds a sound one: ids are unique without case, every reference leads
/// somewhere, no competency builds on itself, every level has its anchor and every target is on
/// the scale. `FrameworkDraft.checked()` is the way to make one.
public struct Framework: Hashable, Sendable {
  /// Which framework: its id and version, and the hash of the bytes it was read from.
  public struct Key: Hashable, Sendable {
    /// The framework's id, the same in all its versions.
    public let id: FrameworkID
    /// The version, such as `2020`.
    public let version: String
    /// The SHA-256 of the file, 64 lower-case hexadecimal digits; two files with the same id and
    /// version but other words differ here.
    public let sha256: String

    /// Joins what is known; `sha256` is of the bytes, 64 lower-case hexadecimal digits.
    public init(id: FrameworkID, version: String, sha256: String) {
      self.id = id
      self.version = version
      self.sha256 = sha256
    }
  }

  /// The framework's id, the same in all its versions.
  public let id: FrameworkID
  /// The version, such as `2020`.
  public let version: String
  /// The language of the original texts.
  public let language: LanguageTag
  /// An SPDX licence id, such as `CC-BY-4.0`.
  public let licence: String
  /// The framework's name: "Serving Children in Libraries".
  public let title: LocalizedText
  /// Where it comes from and whose words they are.
  public let source: LocalizedText
  /// The levels that every competency is rated on.
  public let scale: Scale
  /// The roles in the order they are offered.
  public let roles: [Role]
  /// The areas in order.
  public let areas: [Area]

  /// Every competency, in the order of the areas: the order of an answer sheet's positions.
  public let competencies: [Competency]
  private let positions: [CompetencyID: Int]

  init(
    id: FrameworkID, version: String, language: LanguageTag, licence: String, title: LocalizedText,
    source: LocalizedText, scale: Scale, roles: [Role], areas: [Area]
  ) {
    self.id = id
    self.version = version
    self.language = language
    self.licence = licence
    self.title = title
    self.source = source
    self.scale = scale
    self.roles = roles
    self.areas = areas
    competencies = areas.flatMap(\.competencies)
    positions = Dictionary(
      competencies.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of a competency on an answer sheet, counted from 0, or `nil` when it has none.
  public func position(of id: CompetencyID) -> Int? { positions[id] }

  /// The positions of each area's competencies on an answer sheet, in the order of the areas.
  public var positionsByArea: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for area in areas {
      let start = ranges.last?.upperBound ?? 0
      ranges.append(start..<start + area.competencies.count)
    }
    return ranges
  }

  /// The places of a competency here and on the sheets of a later framework; `nil` unless both have it.
  public func positions(
    of id: CompetencyID, beside later: Framework
  ) -> (earlier: Int, later: Int)? {
    guard let then = position(of: id), let now = later.position(of: id) else { return nil }
    return (then, now)
  }

  /// The competency of this id; `nil` where the framework has none.
  public func competency(_ id: CompetencyID) -> Competency? {
    positions[id].map { competencies[$0] }
  }

  /// The area of this id; `nil` where the framework has none.
  public func area(_ id: AreaID) -> Area? { areas.first { $0.id == id } }

  /// The role of this id; `nil` where the framework has none.
  public func role(_ id: RoleID) -> Role? { roles.first { $0.id == id } }

  /// Whether any statement has a usual level for any role; without, nobody can be compared.
  package var hasUsualLevels: Bool { competencies.contains { !$0.targets.isEmpty } }

  /// The statements of the core form; empty where the framework marks none.
  public var coreStatements: Set<CompetencyID> {
    Set(competencies.filter(\.isCore).map(\.id))
  }

  /// The statements of a form alone.
  public func asking(_ form: QuestionnaireForm) -> Framework {
    switch form {
    case .full: self
    case .core: asking(only: coreStatements)
    }
  }

  /// The same framework with these competencies alone, to ask about; areas without one are left out.
  ///
  /// Only the whole framework has the positions of answer sheets.
  public func asking(only ids: Set<CompetencyID>) -> Framework {
    Framework(
      id: id, version: version, language: language, licence: licence, title: title, source: source,
      scale: scale, roles: roles,
      areas: areas.compactMap { area in
        let asked = area.competencies.filter { ids.contains($0.id) }
        guard !asked.isEmpty else { return nil }
        return Area(
          id: area.id, title: area.title, shortTitle: area.shortTitle, competencies: asked)
      })
  }
}

/// The id of a framework, such as `children-services`; its version is kept beside it.
public typealias FrameworkID = ID<Framework>

/// A group of competencies that belong together.
public struct Area: Hashable, Sendable {
  /// The area's id, such as `III`.
  public let id: AreaID
  /// The whole name: "Programming Skills".
  public let title: LocalizedText
  /// A name short enough for a list: "Programming".
  public let shortTitle: LocalizedText
  /// The area's competencies, in the order they are asked.
  public let competencies: [Competency]

  /// Joins an area and its competencies.
  public init(
    id: AreaID, title: LocalizedText, shortTitle: LocalizedText, competencies: [Competency]
  ) {
    self.id = id
    self.title = title
    self.shortTitle = shortTitle
    self.competencies = competencies
  }
}

/// The id of an area, such as `III`.
public typealias AreaID = ID<Area>

/// A kind of job that the levels of a person can be compared with.
public struct Role: Hashable, Sendable {
  /// The role's id, such as `librarian`.
  public let id: RoleID
  /// The role's name: "Children's librarian".
  public let title: LocalizedText
  /// Whether whoever has it works without coworkers.
  public let worksAlone: Bool

  /// Names a role.
  public init(id: RoleID, title: LocalizedText, worksAlone: Bool = false) {
    self.id = id
    self.title = title
    self.worksAlone = worksAlone
  }
}

/// The id of a target role, such as `librarian`.
public typealias RoleID = ID<Role>

/// A framework as another document names it: id and version, whatever its bytes.
public struct FrameworkReference: Hashable, Sendable {
  /// The framework's id.
  public let id: FrameworkID
  /// Written as a year; two versions of an id are two frameworks.
  public let version: String

  /// Names a framework.
  public init(id: FrameworkID, version: String) {
    self.id = id
    self.version = version
  }
}

extension Framework {
  /// The framework as other documents name it.
  public var reference: FrameworkReference { FrameworkReference(id: id, version: version) }
}

extension Framework.Key {
  /// The framework as other documents name it, whatever its bytes.
  public var reference: FrameworkReference { FrameworkReference(id: id, version: version) }
}

/// One thing that people do at work, with a description of every level of it.
public struct Competency: Hashable, Sendable {
  /// How directly something speaks to an objective of a plan.
  public enum Strength: String, Hashable, Sendable, CaseIterable {
    /// The objective is about this.
    case direct
    /// The objective is about this among other things.
    case partly
  }

  /// The id, stable for ever.
  public let id: CompetencyID
  /// The number that the profession's own document gives it, when it gives one.
  public let official: String?
  /// A short name: "Speak where budgets are decided".
  public let title: LocalizedText
  /// What the person says of themselves: "I speak for ...".
  public let statement: LocalizedText
  /// What each level looks like; one for every level of the scale, lowest first.
  public let anchors: [LocalizedText]
  /// The level without which an ordinary week in a role goes wrong; a role that is absent does not
  /// ask for this competency.
  public let targets: [RoleID: Level]
  /// Why a role needs its level, where the document says so; only roles with a target have one.
  public let reasons: [RoleID: LocalizedText]
  /// Whether it is one of those that stand for their area in a short form.
  public let isCore: Bool
  /// Whether a large gap in it comes before every other on a path, as where a child's safety depends
  /// on it.
  public let comesFirst: Bool
  /// The roles that are there for it: a path goes to it before others; only roles with a target.
  public let centralTo: Set<RoleID>
  /// The objectives of the strategic plan that it supports.
  public let objectives: [ObjectiveID: Strength]
  /// The competencies that it builds on, in the order written.
  public let buildsOn: [CompetencyID]

  /// Joins the parts; a `Framework` checks that they fit together.
  public init(
    id: CompetencyID, official: String? = nil, title: LocalizedText, statement: LocalizedText,
    anchors: [LocalizedText], targets: [RoleID: Level] = [:],
    reasons: [RoleID: LocalizedText] = [:], isCore: Bool = false,
    comesFirst: Bool = false, centralTo: Set<RoleID> = [],
    objectives: [ObjectiveID: Strength] = [:],
    buildsOn: [CompetencyID] = []
  ) {
    self.id = id
    self.official = official
    self.title = title
    self.statement = statement
    self.anchors = anchors
    self.targets = targets
    self.reasons = reasons
    self.isCore = isCore
    self.comesFirst = comesFirst
    self.centralTo = centralTo
    self.objectives = objectives
    self.buildsOn = buildsOn
  }

  /// The description of a level, or `nil` when the scale does not reach that far.
  public func anchor(_ level: Level) -> LocalizedText? {
    level.rank <= anchors.count ? anchors[level.rank - 1] : nil
  }
}

/// The id of a competency, such as `advocacy.decisions`; stable for ever.
public typealias CompetencyID = ID<Competency>

/// What differs between two states of a framework, as far as answers depend on it.
public struct FrameworkChanges: Equatable, Sendable {
  /// Competencies that only the later one has, in its order.
  public let added: [CompetencyID]
  /// Competencies that only the earlier one has, in its order.
  public let removed: [CompetencyID]
  /// Competencies whose statement or anchors read otherwise, in the earlier order.
  public let reworded: [CompetencyID]
  /// Whether the scale has other levels.
  public let scaleChanged: Bool

  /// Compares two states by the ids of their competencies.
  public init(from earlier: Framework, to later: Framework) {
    added = later.competencies.map(\.id).filter { earlier.position(of: $0) == nil }
    removed = earlier.competencies.map(\.id).filter { later.position(of: $0) == nil }
    reworded = earlier.competencies.filter { competency in
      later.competency(competency.id).map {
        $0.statement != competency.statement || $0.anchors != competency.anchors
      } ?? false
    }.map(\.id)
    scaleChanged = earlier.scale != later.scale
  }
}

/// Which of the statements of a framework a person answers.
public enum QuestionnaireForm: String, Hashable, Sendable, CaseIterable {
  /// Whatever there is; what the role asks comes first.
  case full
  /// The core statements alone, a few of each area.
  case core
}

/// What a framework says in a language that is not English, to be told apart from what Waymark says.
package struct FrameworkTexts: Hashable, Sendable {
  /// The language of the framework's original texts.
  package let language: LanguageTag
  /// The names of the framework, its areas, statements, roles and levels.
  private let texts: Set<String>
  /// The same, the longest first.
  private let sorted: [String]

  /// `nil` for a framework in English, which is the language of pages.
  package init?(_ framework: Framework) {
    guard !framework.language.fallbacks.contains(.english) else { return nil }
    language = framework.language
    let all =
      [framework.title.original] + framework.scale.steps.map(\.label.original)
      + framework.roles.map(\.title.original)
      + framework.areas.flatMap { [$0.title.original, $0.shortTitle.original] }
      + framework.competencies.flatMap { [$0.title.original, $0.statement.original] }
    texts = Set(all)
    sorted = texts.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// Whether a text is one of the framework's.
  package func contains(_ text: String) -> Bool { texts.contains(text) }

  /// A sentence in pieces: what is the framework's and what is ours, in order.
  package func pieces(of sentence: String) -> [(text: String, isSpoken: Bool)] {
    if contains(sentence) { return [(sentence, true)] }
    guard let known = sorted.first(where: sentence.contains),
      let range = sentence.firstRange(of: known)
    else { return sentence.isEmpty ? [] : [(sentence, false)] }
    return pieces(of: String(sentence[..<range.lowerBound])) + [(known, true)]
      + pieces(of: String(sentence[range.upperBound...]))
  }
}
