import Waymark
import WaymarkStore

extension CampaignDocuments {
  /// Refuses a menu in which two groupings are of the same answer, which are no two dimensions: a
  /// division less its large states shows its small ones.
  static func checkMenu(of groupings: [Grouping], _ subject: String) throws {
    for (place, first) in groupings.enumerated() {
      for second in groupings[..<place]
      where first.id != second.id && first.sortsSameAnswer(as: second) {
        throw Failure(
          .refused,
          "\(subject): '\(second.id)' and '\(first.id)' sort people by the same answer, so that one "
            + "could be subtracted from the other; publish only one of them")
      }
    }
  }

  /// The groupings of tables such as `role` or `role,state`, named with an option.
  func tables(_ names: [String], option: String) throws -> [[Grouping]] {
    do throws(Findings<ReportProblem>) {
      return try Grouping.tables(
        names, framework: framework, background: background, source: option)
    } catch {
      let isTooFine = error.listed.contains { $0.problem.isRefusal }
      throw Failure(isTooFine ? .refused : .usage, Failure(error).message)
    }
  }
}
