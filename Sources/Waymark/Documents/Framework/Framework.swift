package import WaymarkBasics

/// A set of competencies with the scale they are rated on and the roles they are compared with.
///
/// Whoever holds a framework holds a sound one: ids are unique without case, every reference leads
/// somewhere, no competency builds on itself, every level has its anchor and every target is on
/// the scale. `FrameworkDraft.checked()` is the way to make one.
package struct Framework: Hashable, Sendable {
  /// Which framework: its id and version, and the hash of the bytes it was read from.
  package struct Key: Hashable, Sendable {
    /// The framework's id, the same in all its versions.
    package let id: FrameworkID
    /// The version, such as `2020`.
    package let version: String
    /// The SHA-256 of the file, 64 lower-case hexadecimal digits; two files with the same id and
    /// version but other words differ here.
    package let sha256: String

    package init(id: FrameworkID, version: String, sha256: String) {
      self.id = id
      self.version = version
      self.sha256 = sha256
    }
  }

  /// The framework's id, the same in all its versions.
  package let id: FrameworkID
  /// The version, such as `2020`.
  package let version: String
  /// The language of the original texts.
  package let language: LanguageTag
  /// An SPDX licence id, such as `CC-BY-4.0`.
  package let licence: String
  /// The framework's name: "Serving Children in Libraries".
  package let title: LocalizedText
  /// Where it comes from and whose words they are.
  package let source: LocalizedText
  /// The levels that every competency is rated on.
  package let scale: Scale
  /// The roles in the order they are offered.
  package let roles: [Role]
  /// The areas in order.
  package let areas: [Area]

  /// Every competency, in the order of the areas: the order of an answer sheet's positions.
  package let competencies: [Competency]
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
  package func position(of id: CompetencyID) -> Int? { positions[id] }

  /// The positions of each area's competencies on an answer sheet, in the order of the areas.
  package var positionsByArea: [Range<Int>] {
    var ranges: [Range<Int>] = []
    for area in areas {
      let start = ranges.last?.upperBound ?? 0
      ranges.append(start..<start + area.competencies.count)
    }
    return ranges
  }

  /// The places of a competency here and on the sheets of a later framework; `nil` unless both have it.
  package func positions(
    of id: CompetencyID, beside later: Framework
  ) -> (earlier: Int, later: Int)? {
    guard let then = position(of: id), let now = later.position(of: id) else { return nil }
    return (then, now)
  }

  package func competency(_ id: CompetencyID) -> Competency? {
    positions[id].map { competencies[$0] }
  }

  package func area(_ id: AreaID) -> Area? { areas.first { $0.id == id } }

  package func role(_ id: RoleID) -> Role? { roles.first { $0.id == id } }

  /// The same framework with these competencies alone, to ask about; areas without one are left out.
  ///
  /// Only the whole framework has the positions of answer sheets.
  package func asking(only ids: Set<CompetencyID>) -> Framework {
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
package typealias FrameworkID = ID<Framework>

/// A group of competencies that belong together.
package struct Area: Hashable, Sendable {
  /// The area's id, such as `III`.
  package let id: AreaID
  /// The whole name: "Programming Skills".
  package let title: LocalizedText
  /// A name short enough for a list: "Programming".
  package let shortTitle: LocalizedText
  /// The area's competencies, in the order they are asked.
  package let competencies: [Competency]

  /// Joins an area and its competencies.
  package init(
    id: AreaID, title: LocalizedText, shortTitle: LocalizedText, competencies: [Competency]
  ) {
    self.id = id
    self.title = title
    self.shortTitle = shortTitle
    self.competencies = competencies
  }
}

/// The id of an area, such as `III`.
package typealias AreaID = ID<Area>

/// A kind of job that the levels of a person can be compared with.
package struct Role: Hashable, Sendable {
  /// The role's id, such as `librarian`.
  package let id: RoleID
  /// The role's name: "Children's librarian".
  package let title: LocalizedText

  /// Names a role.
  package init(id: RoleID, title: LocalizedText) {
    self.id = id
    self.title = title
  }
}

/// The id of a target role, such as `librarian`.
package typealias RoleID = ID<Role>

/// A framework as another document names it: id and version, whatever its bytes.
package struct FrameworkReference: Hashable, Sendable {
  /// The framework's id.
  package let id: FrameworkID
  package let version: String

  /// Names a framework.
  package init(id: FrameworkID, version: String) {
    self.id = id
    self.version = version
  }
}

extension Framework {
  /// The framework as other documents name it.
  package var reference: FrameworkReference { FrameworkReference(id: id, version: version) }
}

extension Framework.Key {
  /// The framework as other documents name it, whatever its bytes.
  package var reference: FrameworkReference { FrameworkReference(id: id, version: version) }
}

/// One thing that people do at work, with a description of every level of it.
package struct Competency: Hashable, Sendable {
  /// How directly something speaks to an objective of a plan.
  package enum Strength: String, Hashable, Sendable, CaseIterable {
    /// The objective is about this.
    case direct
    /// The objective is about this among other things.
    case partly
  }

  /// The id, stable for ever.
  package let id: CompetencyID
  /// The number that the profession's own document gives it, when it gives one.
  package let official: String?
  /// A short name: "Speak where budgets are decided".
  package let title: LocalizedText
  /// What the person says of themselves: "I speak for ...".
  package let statement: LocalizedText
  /// What each level looks like; one for every level of the scale, lowest first.
  package let anchors: [LocalizedText]
  /// The level without which an ordinary week in a role goes wrong; a role that is absent does not
  /// ask for this competency.
  package let targets: [RoleID: Level]
  /// The objectives of the strategic plan that it supports.
  package let objectives: [ObjectiveID: Strength]
  /// The competencies that it builds on, in the order written.
  package let buildsOn: [CompetencyID]

  /// Joins the parts; a `Framework` checks that they fit together.
  package init(
    id: CompetencyID, official: String? = nil, title: LocalizedText, statement: LocalizedText,
    anchors: [LocalizedText], targets: [RoleID: Level] = [:],
    objectives: [ObjectiveID: Strength] = [:], buildsOn: [CompetencyID] = []
  ) {
    self.id = id
    self.official = official
    self.title = title
    self.statement = statement
    self.anchors = anchors
    self.targets = targets
    self.objectives = objectives
    self.buildsOn = buildsOn
  }

  /// The description of a level, or `nil` when the scale does not reach that far.
  package func anchor(_ level: Level) -> LocalizedText? {
    level.rank <= anchors.count ? anchors[level.rank - 1] : nil
  }
}

/// The id of a competency, such as `advocacy.decisions`; stable for ever.
package typealias CompetencyID = ID<Competency>

/// What differs between two states of a framework, as far as answers depend on it.
package struct FrameworkChanges: Equatable, Sendable {
  /// Competencies that only the later one has, in its order.
  package let added: [CompetencyID]
  /// Competencies that only the earlier one has, in its order.
  package let removed: [CompetencyID]
  /// Competencies whose statement or anchors read otherwise, in the earlier order.
  package let reworded: [CompetencyID]
  /// Whether the scale has other levels.
  package let scaleChanged: Bool

  /// Compares two states by the ids of their competencies.
  package init(from earlier: Framework, to later: Framework) {
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
