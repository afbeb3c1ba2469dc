import Testing
import Waymark

/// Who is looked at as having attended a workshop.
@Suite struct AttendanceTests {
  private let few: Set<String> = ["a", "b", "c", "d"]
  private let enough: Set<String> = ["a", "b", "c", "d", "e"]

  private func attendance(
    _ listed: Set<String>?, said: Set<String>
  ) throws -> WorkshopEvaluation.Attendance {
    WorkshopEvaluation.Attendance(
      listed: listed, said: said, minimumGroup: try MinimumGroup(people: 5))
  }

  @Test func `Of fewer than the smallest group who said so nobody is told from the others`() throws
  {
    let unknown = try attendance(nil, said: few)
    #expect(unknown == .unknown && !unknown.isKnown)
    #expect(unknown.holds("a") && unknown.holds("z"))
    #expect(try attendance(nil, said: []) == .unknown)
  }

  @Test func `Enough who said so stand beside the others, and a trainer's list stands before both`()
    throws
  {
    let said = try attendance(nil, said: enough)
    #expect(said == .said(enough) && said.isKnown && said.holds("e") && !said.holds("z"))
    let listed = try attendance(["z"], said: enough)
    #expect(listed == .listed(["z"]) && listed.holds("z") && !listed.holds("a"))
  }
}
