package import Waymark
import WaymarkBasics

/// A strategic plan as JSON for other programs.
package enum PlanJSON {
  /// The document; a text is an object with `text` and `translations`.
  ///
  /// - Throws: what `JSON.document` throws.
  package static func document(_ plan: StrategicPlan) throws -> String {
    try JSON.document(
      JSON.Value.object([
        "kind": .string("plan"), "schema": .integer(1), "id": JSON.Value(plan.id),
        "version": .string(plan.version), "language": .string(plan.language.description),
        "framework": JSON.Value(plan.framework), "title": JSON.Value(plan.title),
        "source": JSON.Value(plan.source), "starts": .integer(plan.years.lowerBound),
        "ends": .integer(plan.years.upperBound),
        "spheres": .array(
          plan.spheres.map { .object(["id": JSON.Value($0.id), "title": JSON.Value($0.title)]) }),
        "actions": .array(
          plan.actions.map { .object(["id": JSON.Value($0.id), "title": JSON.Value($0.title)]) }),
        "objectives": .array(plan.objectives.map(value)),
      ]))
  }

  private static func value(_ objective: StrategicPlan.Objective) -> JSON.Value {
    .object([
      "id": JSON.Value(objective.id), "action": JSON.Value(objective.action),
      "sphere": JSON.Value(objective.sphere), "title": JSON.Value(objective.title),
      "note": JSON.Value(objective.note), "measured": .string(objective.measure.rawValue),
      "service": .bool(objective.countsService),
      "competencies": JSON.Value(objective.competencies.mapValues { .string($0.rawValue) }),
    ])
  }
}
