import Waymark
import WaymarkBasics
import WaymarkStore

extension CampaignDocuments {
  /// A campaign on these documents that asks for everything, as it begins when responses come
  /// before anybody described it.
  func campaign(_ id: ID<Campaign>, isMadeUp: Bool = false) -> Campaign {
    Campaign(
      id: id, title: id.description, framework: key, backgroundDocument: backgroundKey,
      background: background.workFields.map(\.id), isMadeUp: isMadeUp)
  }

  /// The key of the framework, by its bytes.
  var key: Framework.Key {
    Framework.Key(
      id: framework.id, version: framework.version, sha256: SHA256.hex(of: frameworkXML))
  }

  /// The hash of the background questions' bytes.
  var backgroundKey: String { SHA256.hex(of: backgroundXML) }
}

extension CampaignDocuments {
  /// Refuses a menu in which two groupings of the same answer cannot be audited together.
  ///
  /// Neither follows from the other or from a third, so that one could be subtracted from the other.
  /// A table by both is refused too, as it says no more than the finer one.
  static func checkMenu(of tables: [[Grouping]], _ subject: String) throws {
    for table in tables where table.count == 2 && table[0].sortsSameAnswer(as: table[1]) {
      throw Failure(
        .refused,
        "\(subject): a table by '\(table[0].id)' and '\(table[1].id)' sorts people twice by the same "
          + "answer; declare a table by each")
    }
    let groupings = tables.flatMap { $0 }
    for (place, first) in groupings.enumerated() {
      for second in groupings[..<place]
      where first.id != second.id && first.sortsSameAnswer(as: second) {
        let isNested = groupings.contains { finer in
          [first, second].allSatisfy { $0.id == finer.id || $0.coarsening(of: finer) != nil }
        }
        guard !isNested else { continue }
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
