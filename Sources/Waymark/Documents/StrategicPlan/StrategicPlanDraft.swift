package import WaymarkBasics

/// A strategic plan as a document gives it, with the place of every part; not yet checked.
package struct StrategicPlanDraft: Hashable, Sendable {
  package struct Objective: Hashable, Sendable {
    /// The id and the gist.
    package var name: NamedDraft
    /// The area of action it belongs to.
    package var action: String?
    /// The sphere it belongs to.
    package var sphere: String?
    /// What self-assessment can say of it, one word.
    package var measured: String?
    /// Whether those who are willing to serve speak to it: `yes` or `no`; `no` when absent.
    package var service: String?
    /// What self-assessment can say of it, in words.
    package var note = TextDraft()
    /// The competencies that speak to it.
    package var speaks: [LinkDraft] = []

    /// Begins with the attributes; the rest follows.
    package init(
      id: String?, action: String?, sphere: String?, measured: String?, service: String?,
      at place: LineAndColumn
    ) {
      name = NamedDraft(id: id, at: place)
      self.action = action
      self.sphere = sphere
      self.measured = measured
      self.service = service
    }
  }

  /// What the document says of itself.
  package var header: DocumentHeader
  /// The framework whose competencies speak to the objectives.
  package var framework: FrameworkMention
  /// The first year.
  package var starts: Int?
  /// The last year.
  package var ends: Int?
  /// The plan's name.
  package var title = TextDraft()
  /// Where it comes from.
  package var source = TextDraft()
  /// The spheres in order.
  package var spheres: [NamedDraft] = []
  /// The areas of action in order.
  package var actions: [NamedDraft] = []
  /// The objectives in order.
  package var objectives: [Objective] = []

  /// Begins with the attributes; the rest follows.
  package init(header: DocumentHeader, framework: FrameworkMention, starts: Int?, ends: Int?) {
    self.header = header
    self.framework = framework
    self.starts = starts
    self.ends = ends
  }

  /// Makes a plan of the draft or tells all that is wrong with it.
  ///
  /// - Parameters:
  ///   - framework: the framework that the plan names; `nil` leaves out the checks of competencies
  ///     and of the agreement with what the framework says of objectives.
  ///   - isWhole: `false` when parts of the document could not be read; then nothing is said of
  ///     what is missing, as it may stand in those parts.
  package func checked(
    against framework: Framework?, isWhole: Bool = true
  ) -> Checked<StrategicPlan> {
    var rules = StrategicPlanRules(self, framework: framework, isWhole: isWhole)
    return rules.checked()
  }
}
