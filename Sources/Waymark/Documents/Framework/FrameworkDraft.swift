package import WaymarkBasics

/// A framework as a document gives it, with the place of every part; not yet checked.
package struct FrameworkDraft: Hashable, Sendable {
  /// A level of the scale.
  package struct Step: Hashable, Sendable {
    /// The rank, which should count up from 1.
    package var rank: Int?
    package var label = TextDraft()
    /// The sentence that says more; may be absent.
    package var meaning = TextDraft()
    /// Where it stands.
    package var place: LineAndColumn

    /// Begins with the rank; the words follow.
    package init(rank: Int?, at place: LineAndColumn) {
      self.rank = rank
      self.place = place
    }
  }

  /// What a role asks for.
  package struct Target: Hashable, Sendable {
    package var role: String?
    /// The rank of the level.
    package var rank: Int?
    /// Where it stands.
    package var place: LineAndColumn

    package init(role: String?, rank: Int?, at place: LineAndColumn) {
      self.role = role
      self.rank = rank
      self.place = place
    }
  }

  /// The description of a level that no scale has.
  package struct StrayAnchor: Hashable, Sendable {
    /// The rank; absent when the document does not give one.
    package let rank: Int?
    /// Where it stands.
    package let place: LineAndColumn
  }

  package struct Competency: Hashable, Sendable {
    package var id: String?
    /// The number of the profession's own document.
    package var official: String?
    /// The short name.
    package var title = TextDraft()
    /// What the person says of themselves.
    package var statement = TextDraft()
    /// The descriptions of the levels: that of rank 1 first, absent where the document has none.
    package private(set) var anchors: [TextDraft] = []
    /// Descriptions of levels that no scale has.
    package private(set) var strayAnchors: [StrayAnchor] = []
    /// What roles ask for.
    package var targets: [Target] = []
    /// The objectives it supports.
    package var supports: [LinkDraft] = []
    /// The competencies it builds on.
    package var buildsOn: [LinkDraft] = []
    /// Where it stands.
    package var place: LineAndColumn

    /// Begins with the id; the rest follows.
    package init(id: String?, official: String? = nil, at place: LineAndColumn) {
      self.id = id
      self.official = official
      self.place = place
    }

    /// Adds the description of a level in one language.
    package mutating func addAnchor(
      _ words: String, language: String?, rank: Int?, at place: LineAndColumn
    ) {
      guard let rank, Level.ranks.contains(rank) else {
        strayAnchors.append(StrayAnchor(rank: rank, place: place))
        return
      }
      if anchors.isEmpty { anchors.reserveCapacity(Level.ranks.upperBound) }
      while anchors.count < rank { anchors.append(TextDraft()) }
      anchors[rank - 1].append(words, language: language, at: place)
    }
  }

  package struct Area: Hashable, Sendable {
    package var id: String?
    /// The whole name.
    package var title = TextDraft()
    /// The short name.
    package var shortTitle = TextDraft()
    /// The competencies in order.
    package var competencies: [Competency] = []
    /// Where it stands.
    package var place: LineAndColumn

    /// Begins with the id; the rest follows.
    package init(id: String?, at place: LineAndColumn) {
      self.id = id
      self.place = place
    }
  }

  /// What the document says of itself.
  package var header: DocumentHeader
  /// The framework's name.
  package var title = TextDraft()
  /// Where it comes from.
  package var source = TextDraft()
  /// The levels of the scale, lowest first.
  package var steps: [Step] = []
  /// The roles in order.
  package var roles: [NamedDraft] = []
  /// The areas in order.
  package var areas: [Area] = []

  /// Begins with the header; the rest follows.
  package init(header: DocumentHeader) { self.header = header }

  /// Makes a framework of the draft or tells all that is wrong with it.
  ///
  /// - Parameter isWhole: `false` when parts of the document could not be read; then nothing is
  ///   said of what is missing, as it may stand in those parts.
  /// - Complexity: linear in the size of the draft.
  package func checked(isWhole: Bool = true) -> Checked<Framework> {
    var rules = FrameworkRules(self, isWhole: isWhole)
    return rules.checked()
  }
}
