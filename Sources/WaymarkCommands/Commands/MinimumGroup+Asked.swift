import Waymark

extension MinimumGroup {
  /// The group of `--min-group`.
  ///
  /// - Throws: `Failure` with `Exit.refused` for fewer people than the floor.
  static func asked(for people: Int) throws -> MinimumGroup {
    do throws(ReportProblem) {
      return try MinimumGroup(people: people)
    } catch {
      throw Failure(.refused, "--min-group: \(error.what); \(error.mend)")
    }
  }
}
