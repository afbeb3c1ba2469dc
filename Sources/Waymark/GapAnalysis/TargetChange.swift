import WaymarkBasics

/// Another target to try out: a level that a role would ask for in a competency.
package struct TargetChange: Hashable, Sendable {
  /// The role.
  package let role: RoleID
  /// The competency.
  package let competency: CompetencyID
  /// The level that the role would ask for.
  package let level: Level

  /// Reads `ROLE:COMPETENCY=LEVEL`, such as `assistant:advocacy.decisions=3`.
  ///
  /// - Throws: `targetForm` for another form, `unknownRole`, `unknownCompetency` or `unknownLevel`
  ///   for a name that the framework does not have, with the nearest one.
  package init(_ text: String, framework: Framework) throws(ReportProblem) {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false)
    let names = (sides.first ?? "").split(separator: ":", omittingEmptySubsequences: false)
    guard sides.count == 2, names.count == 2 else { throw .targetForm(text) }
    let roles = framework.roles.map(\.id.description)
    guard let role = framework.roles.first(where: { $0.id.description == names[0] }) else {
      let name = String(names[0])
      throw .unknownRole(name, near: name.closest(among: roles), known: roles)
    }
    guard
      let competency = framework.competencies.first(where: { $0.id.description == names[1] })
    else {
      let name = String(names[1])
      throw .unknownCompetency(
        name, near: name.closest(among: framework.competencies.map(\.id.description)))
    }
    let levels = framework.scale.steps.map(\.level)
    guard let level = levels.first(where: { String($0.rank) == sides[1] }) else {
      throw .unknownLevel(String(sides[1]), highest: levels.count)
    }
    self.role = role.id
    self.competency = competency.id
    self.level = level
  }
}
