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

  /// Somebody's kind of work, as it was written.
  package struct RoleDraft: Hashable, Sendable {
    /// Its id and title.
    package var name: NamedDraft
    /// Whether it has no coworkers, as it was written; may be absent.
    package let alone: String?

    package init(id: String?, alone: String?, at place: LineAndColumn) {
      name = NamedDraft(id: id, at: place)
      self.alone = alone
    }
  }

  /// What a role asks for.
  package struct Target: Hashable, Sendable {
    package var role: String?
    /// The rank of the level.
    package var rank: Int?
    /// `yes` or `no`: whether the role is there for it; may be absent.
    package var central: String?
    /// Why the role needs it; may be absent.
    package var reason = TextDraft()
    /// Where it stands.
    package var place: LineAndColumn

    /// Begins with the attributes; the reason follows.
    package init(role: String?, rank: Int?, central: String? = nil, at place: LineAndColumn) {
      self.role = role
      self.rank = rank
      self.central = central
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
    /// Whether it stands for its area in a short form: `yes` or `no`; `no` when absent.
    package var core: String?
    /// Whether a large gap in it comes before every other on a path: `yes` or `no`; `no` when absent.
    package var first: String?
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
    package init(
      id: String?, official: String? = nil, core: String? = nil, first: String? = nil,
      at place: LineAndColumn
    ) {
      self.id = id
      self.official = official
      self.core = core
      self.first = first
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
  package var roles: [RoleDraft] = []
  /// The areas in order.
  package var areas: [Area] = []

  /// Begins with the header; the rest follows.
  package init(header: DocumentHeader) { self.header = header }

  /// Makes a framework of the draft or tells all that is wrong with it.
  ///
  /// - Parameters:
  ///   - isWhole: `false` when parts of the document could not be read; then nothing is said of what is
  ///     missing, as it may stand in those parts.
  ///   - columns: what columns are called that stand beside those of the statements in tables; `nil` where
  ///     that is not looked at.
  /// - Complexity: linear in the size of the draft.
  package func checked(isWhole: Bool = true, beside columns: [String]? = nil) -> Checked<Framework>
  {
    var rules = FrameworkRules(self, isWhole: isWhole, beside: columns)
    return rules.checked()
  }
}

/// What must hold in a framework beyond its shape.
struct FrameworkRules {
  private let draft: FrameworkDraft
  private var check: DraftCheck
  private var roles = IDRegister<Role>(.role)
  private var competencies = IDRegister<Competency>(.competency)
  // Which objectives there are is the plan's to say.
  private let anyObjectives = IDRegister<StrategicPlan.Objective>(.objective, known: nil)
  private var links: [DraftCheck.Link<Competency>] = []
  private var highestRank = 0
  /// What no statement may be called, in lower case; `nil` where that is not looked at.
  private let columns: Set<String>?

  init(_ draft: FrameworkDraft, isWhole: Bool, beside columns: [String]? = nil) {
    self.draft = draft
    self.columns = columns.map { Set($0.map { $0.lowercased() }).union(Self.ownColumns) }
    check = DraftCheck(draft.header, isWhole: isWhole)
  }

  mutating func checked() -> Checked<Framework> {
    let place = draft.header.place
    let id: FrameworkID? = check.parsed(draft.header.id, .document, at: place)
    let title = check.text(draft.title, "title", at: place)
    let source = check.text(draft.source, "source", at: place)
    let scale = scale()
    let roles = draft.roles.compactMap { role in
      let place = role.name.place
      return self.roles.enterGroup(role.name.id, at: place, &check).map {
        Role(
          id: $0, title: check.text(role.name.title, "title", at: place),
          worksAlone: check.yesNo(role.alone, "alone", at: place) ?? false)
      }
    }
    // Before any of them is made: a competency may build on one that stands further down.
    let ids = draft.areas.map { area in
      area.competencies.map { enterColumn($0) }
    }
    var areaIDs = IDRegister<Area>(.area)
    var areas: [Area] = []
    for (area, ids) in zip(draft.areas, ids) {
      let id = areaIDs.enter(area.id, at: area.place, &check)
      let title = check.text(area.title, "title", at: area.place)
      let shortTitle = check.text(area.shortTitle, "short", at: area.place)
      var members: [Competency] = []
      members.reserveCapacity(ids.count)
      for (competency, id) in zip(area.competencies, ids) {
        guard let made = self.competency(competency, id: id) else { continue }
        members.append(made)
        made.buildsOn.forEach { links.append((made.id, $0, competency.place)) }
      }
      guard let id else { continue }
      areas.append(Area(id: id, title: title, shortTitle: shortTitle, competencies: members))
    }
    check.reportCycles(links, among: competencies.ids) { .cycle($0) }
    guard let id, let scale, check.findings.isEmpty else { return Checked(nil, check) }
    return Checked(
      Framework(
        id: id, version: check.version, language: check.language, licence: check.licence,
        title: title, source: source, scale: scale, roles: roles, areas: areas),
      check)
  }

  /// Enters the id of a statement, or reports that it is that of another column of a table, or reads as a
  /// sum in a report.
  private mutating func enterColumn(_ draft: FrameworkDraft.Competency) -> CompetencyID? {
    guard let id = competencies.enter(draft.id, at: draft.place, &check) else { return nil }
    if let columns,
      columns.contains(id.folded) || id.folded.hasSuffix(BackgroundQuestions.importanceSuffix)
    {
      check.report(.reserved(.competency, id.description), at: draft.place)
    }
    return id
  }

  /// What tables and reports need for themselves.
  private static let ownColumns: Set = [
    BackgroundQuestions.respondentColumn, BackgroundQuestions.roleColumn, "month", "link",
    "revision",
    "campaign", "region", "measure", "value", "note", "all", "total",
    "statements",
  ]

  private mutating func scale() -> Scale? {
    let place = draft.steps.first?.place ?? draft.header.place
    if check.isWhole, !Scale.sizes.contains(draft.steps.count) {
      check.report(.scaleSize(draft.steps.count), at: place)
    }
    highestRank = min(draft.steps.count, Level.ranks.upperBound)
    var steps: [Scale.Step] = []
    for (index, step) in draft.steps.enumerated() {
      let label = check.text(step.label, "label", at: step.place)
      let meaning = check.optionalText(step.meaning, "meaning")
      guard let rank = check.required(step.rank, "rank", at: step.place) else { continue }
      if rank != index + 1, check.isWhole {
        check.report(.scaleRank(rank, expected: index + 1), at: step.place)
      } else if let level = Level(rank: rank) {
        steps.append(Scale.Step(level: level, label: label, meaning: meaning))
      }
    }
    return Scale(steps: steps)
  }

  private mutating func competency(
    _ draft: FrameworkDraft.Competency, id: CompetencyID?
  ) -> Competency? {
    let title = check.text(draft.title, "title", at: draft.place)
    let statement = check.text(draft.statement, "statement", at: draft.place)
    let anchors = anchors(draft)
    let (targets, reasons, central) = targets(draft)
    let isCore = check.yesNo(draft.core, "core", at: draft.place) ?? false
    let comesFirst = check.yesNo(draft.first, "first", at: draft.place) ?? false
    let objectives = objectives(draft)
    let buildsOn = buildsOn(draft)
    check.limit(draft.official, "official", to: TextDraft.nameLimit, at: draft.place)
    guard let id else { return nil }
    return Competency(
      id: id, official: draft.official, title: title, statement: statement, anchors: anchors,
      targets: targets, reasons: reasons, isCore: isCore, comesFirst: comesFirst,
      centralTo: central, objectives: objectives, buildsOn: buildsOn)
  }

  private mutating func anchors(_ draft: FrameworkDraft.Competency) -> [LocalizedText] {
    for stray in draft.strayAnchors {
      if let rank = check.required(stray.rank, "level", at: stray.place) {
        check.reportOffScale(rank, highest: highestRank, at: stray.place)
      }
    }
    for (index, text) in draft.anchors.enumerated().dropFirst(highestRank) {
      if let place = text.place {
        check.reportOffScale(index + 1, highest: highestRank, at: place)
      }
    }
    return (0..<highestRank).map { index in
      if index < draft.anchors.count,
        let text = check.optionalText(draft.anchors[index], ContentProblem.anchor(of: index + 1))
      {
        return text
      }
      if check.isWhole {
        check.report(.missingAnchor(draft.id ?? "", rank: index + 1), at: draft.place)
      }
      return LocalizedText("")
    }
  }

  private mutating func targets(
    _ draft: FrameworkDraft.Competency
  ) -> (levels: [RoleID: Level], reasons: [RoleID: LocalizedText], central: Set<RoleID>) {
    var targets: [RoleID: Level] = [:]
    var reasons: [RoleID: LocalizedText] = [:]
    var central: Set<RoleID> = []
    targets.reserveCapacity(draft.targets.count)
    for target in draft.targets {
      let role = roles.resolve(target.role, at: target.place, &check)
      let reason = check.optionalText(target.reason, "reason")
      if let role, let reason { reasons[role] = reason }
      let isCentral = check.yesNo(target.central, "central", at: target.place) ?? false
      if let role, isCentral { central.insert(role) }
      guard let rank = check.required(target.rank, "level", at: target.place) else { continue }
      guard rank >= 1, rank <= highestRank, let level = Level(rank: rank) else {
        check.reportOffScale(rank, highest: highestRank, at: target.place)
        continue
      }
      guard let role, targets.updateValue(level, forKey: role) != nil else { continue }
      let line = check.lineForMessage {
        draft.targets.first { $0.role == target.role }?.place
      }
      check.report(.repeatedLink(.role, role.description, line: line), at: target.place)
    }
    return (targets, reasons, central)
  }

  private mutating func objectives(
    _ draft: FrameworkDraft.Competency
  ) -> [ObjectiveID: Competency.Strength] {
    draft.supports.isEmpty ? [:] : check.links(draft.supports, anyObjectives)
  }

  private mutating func buildsOn(_ draft: FrameworkDraft.Competency) -> [CompetencyID] {
    var once = FirstMentions<CompetencyID>()
    return draft.buildsOn.compactMap { link in
      guard let base = competencies.resolve(link.id, at: link.place, &check),
        once.isFirst(base, .competency, base.description, at: link.place, &check)
      else { return nil }
      if base.description == draft.id {
        check.report(.buildsOnItself(base), at: link.place)
        return nil
      }
      return base
    }
  }

}

/// Finds the circles in what builds on what.
enum Cycles {
  /// The cycles of a graph, each from its smallest node on, in the order in which a depth-first
  /// walk closes them; empty exactly when the graph has none.
  ///
  /// `edges[n]` are the nodes that `n` leads to. Not every cycle of a tangle is found, but one for
  /// every edge that would have to go when the rest stays. Those beyond the limit are only counted:
  /// thousands of nodes can close thousands of cycles, each of thousands.
  /// - Complexity: linear in nodes and edges, plus the length of the cycles listed.
  static func cycles(in edges: [[Int]], limit: Int) -> (listed: [[Int]], unlisted: Int) {
    enum State { case unseen, onPath, done }
    var states = [State](repeating: .unseen, count: edges.count)
    var listed: [[Int]] = []
    var unlisted = 0
    for start in edges.indices where states[start] == .unseen {
      // Not recursive: a chain may be as long as the document.
      var path: [(node: Int, next: Int)] = [(start, 0)]
      states[start] = .onPath
      while let (node, next) = path.last {
        guard next < edges[node].count else {
          states[node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = edges[node][next]
        switch states[target] {
        case .unseen:
          states[target] = .onPath
          path.append((target, 0))
        case .onPath:
          guard listed.count < limit else {
            unlisted += 1
            break
          }
          let cycle = path.drop { $0.node != target }.map(\.node)
          let smallest = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
          listed.append(Array(cycle[smallest...] + cycle[..<smallest]))
        case .done:
          break
        }
      }
    }
    return (listed, unlisted)
  }
}
