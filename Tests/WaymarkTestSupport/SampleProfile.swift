package import Waymark

/// Profiles of the small sample framework, made by hand.
package enum SampleProfile {
  /// Gaps of a librarian: `plan.money` 1 of 2 (top three), `talk.listen` 1 of 3 (picked),
  /// `talk.ask` 1 of 4; none at `plan.time`, and `talk.teach` is not part of the work.
  package static func withGaps(
    role: String? = "librarian", in framework: Framework? = nil
  ) throws -> Profile {
    try Profile(
      framework: framework ?? SampleFramework.small(),
      assessment: SampleAssessment.make(
        [
          "talk.listen": "1", "talk.ask": "1", "talk.teach": "na", "plan.time": "3",
          "plan.money": "1",
        ], role: role, picked: ["talk.listen", "plan.money"], top: ["plan.money"]))
  }
}
