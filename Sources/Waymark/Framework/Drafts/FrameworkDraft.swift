/// A framework as a document gives it, with the place of every part; not yet checked.
public struct FrameworkDraft: Hashable, Sendable {
  /// A level of the scale.
  public struct Step: Hashable, Sendable {
    /// The rank, which should count up from 1.
    public var rank: Int?
    /// The label.
    public var label = TextDraft()
    /// The sentence that says more; may be absent.
    public var meaning = TextDraft()
    /// Where it stands.
    public var place: LineAndColumn

    /// Begins with the rank; the words follow.
    public init(rank: Int?, at place: LineAndColumn) {
      self.rank = rank
      self.place = place
    }
  }

  /// What a role asks for.
  public struct Target: Hashable, Sendable {
    /// The role.
    public var role: String?
    /// The rank of the level.
    public var rank: Int?
    /// Where it stands.
    public var place: LineAndColumn

    /// Joins the parts.
    public init(role: String?, rank: Int?, at place: LineAndColumn) {
      self.role = role
      self.rank = rank
      self.place = place
    }
  }

  /// The description of a level that no scale has.
  public struct StrayAnchor: Hashable, Sendable {
    /// The rank; absent when the document does not give one.
    public let rank: Int?
    /// Where it stands.
    public let place: LineAndColumn
  }

  /// A competency.
  public struct Competency: Hashable, Sendable {
    /// The id.
    public var id: String?
    /// The number of the profession's own document.
    public var official: String?
    /// The short name.
    public var title = TextDraft()
    /// What the person says of themselves.
    public var statement = TextDraft()
    /// The descriptions of the levels: that of rank 1 first, absent where the document has none.
    public private(set) var anchors: [TextDraft] = []
    /// Descriptions of levels that no scale has.
    public private(set) var strayAnchors: [StrayAnchor] = []
    /// What roles ask for.
    public var targets: [Target] = []
    /// The objectives it supports.
    public var supports: [LinkDraft] = []
    /// The competencies it builds on.
    public var buildsOn: [LinkDraft] = []
    /// Where it stands.
    public var place: LineAndColumn

    /// Begins with the id; the rest follows.
    public init(id: String?, official: String? = nil, at place: LineAndColumn) {
      self.id = id
      self.official = official
      self.place = place
    }

    /// Adds the description of a level in one language.
    public mutating func addAnchor(
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

  /// An area.
  public struct Area: Hashable, Sendable {
    /// The id.
    public var id: String?
    /// The whole name.
    public var title = TextDraft()
    /// The short name.
    public var shortTitle = TextDraft()
    /// The competencies in order.
    public var competencies: [Competency] = []
    /// Where it stands.
    public var place: LineAndColumn

    /// Begins with the id; the rest follows.
    public init(id: String?, at place: LineAndColumn) {
      self.id = id
      self.place = place
    }
  }

  /// What the document says of itself.
  public var header: DocumentHeader
  /// The framework's name.
  public var title = TextDraft()
  /// Where it comes from.
  public var source = TextDraft()
  /// The levels of the scale, lowest first.
  public var steps: [Step] = []
  /// The roles in order.
  public var roles: [NamedDraft] = []
  /// The areas in order.
  public var areas: [Area] = []

  /// Begins with the header; the rest follows.
  public init(header: DocumentHeader) { self.header = header }

  /// Makes a framework of the draft or tells all that is wrong with it.
  ///
  /// - Parameter isWhole: `false` when parts of the document could not be read; then nothing is
  ///   said of what is missing, as it may stand in those parts.
  /// - Complexity: linear in the size of the draft.
  public func checked(isWhole: Bool = true) -> Checked<Framework> {
    var rules = FrameworkRules(self, isWhole: isWhole)
    return rules.checked()
  }
}
