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
