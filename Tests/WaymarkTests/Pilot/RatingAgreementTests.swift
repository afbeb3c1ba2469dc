import Testing
import WaymarkBasics
import WaymarkTestSupport

@testable import Waymark

/// The sample framework has an area of three statements and one of two, with five levels.
@Suite struct RatingAgreementTests {
  private func file(_ sheets: [(id: String, sheet: String)]) -> RatedFile {
    var file = RatedFile()
    for (id, sheet) in sheets {
      file.add(
        CodedResponse(
          respondent: id, revision: 1, link: nil, month: nil, role: nil, sheet: Array(sheet.utf8),
          importance: [], background: []))
    }
    return file
  }

  private func agreement(
    _ first: [(id: String, sheet: String)], _ second: [(id: String, sheet: String)],
    minimum: Int = 10
  ) throws -> RatingAgreement {
    try RatingAgreement(
      file(first), file(second), on: .twoRaters, framework: try SampleFramework.small(),
      minimumGroup: try MinimumGroup(people: minimum))
  }

  /// Twelve people: levels 1 to 4 three times over for the first statement.
  private static let twelve = (0..<12).map { number in
    (id: "p\(number)", sheet: "\(number % 4 + 1)\(number % 3 + 2)\(number % 5 + 1)33")
  }

  @Test func `People are paired by id, whatever their order, and the others are only counted`()
    throws
  {
    let second = Self.twelve.dropFirst(1).reversed() + [(id: "x", sheet: "11111"), ("y", ".....")]
    let agreement = try agreement(Self.twelve, Array(second))
    #expect(
      agreement.pairing
        == RatingAgreement.Pairing(both: 11, onlyFirst: 1, onlySecond: 2, withoutLevel: 0))
    let ratings = try #require(agreement.statements[0].ratings.value)
    #expect(ratings.people == 11 && ratings.kappa.value?.value == 1)
    #expect(ratings.change.same == 11 && ratings.withinOne == 11 && ratings.isGood)
  }

  // Sums over the table less sums over the pairs are what those few said who are in no pair.
  @Test func `What a table says beyond the pairs is withheld where few people stand behind it`()
    throws
  {
    func more(_ count: Int) -> [(id: String, sheet: String)] {
      Self.twelve + (0..<count).map { (id: "x\($0)", sheet: "51423") }
    }
    for few in [1, 9] {
      let statement = try agreement(more(few), Self.twelve).statements[0]
      #expect(statement.first == .some(.none(.withheld)))
      #expect(statement.second?.value?.people == 12)
    }
    #expect(try agreement(more(10), Self.twelve).statements[0].first?.value?.people == 22)
    var second = Self.twelve
    second[0].sheet = "9----"
    let oneSided = try agreement(Self.twelve, second).statements[0]
    #expect(oneSided.first == .some(.none(.withheld)) && oneSided.second?.value?.people == 11)
  }

  @Test func `Pairs that lack a level on a side are counted and leave every figure`() throws {
    var second = Self.twelve
    second[0].sheet = "9----"
    second[1].sheet = "03333"
    let agreement = try agreement(Self.twelve, second)
    #expect(agreement.pairing.withoutLevel == 1)
    #expect(agreement.statements[0].ratings.value?.people == 10)
    #expect(agreement.statements[0].oneSided == .value(2))
    #expect(agreement.statements[1].oneSided == .value(1))
  }

  @Test
  func `Of fewer than ten pairs nothing is in the value, whatever smallest group is asked for`()
    throws
  {
    for minimum in [5, 10] {
      let agreement = try agreement(
        Array(Self.twelve.prefix(9)), Array(Self.twelve.prefix(9)), minimum: minimum)
      #expect(agreement.pairing.both == 9 && agreement.fewestPairs == 10)
      #expect(agreement.statements.allSatisfy { $0.ratings == .none(.withheld) })
      #expect(agreement.statements.allSatisfy { $0.oneSided == .none(.withheld) })
      #expect(agreement.areas.allSatisfy { $0.means == .none(.withheld) })
      #expect(agreement.compared == 0 && agreement.weak.isEmpty && agreement.withheld == 5)
      // What a file says of its own people follows the smallest group that was asked for.
      let isShown = minimum == 5
      #expect((agreement.statements[0].first?.value != nil) == isShown)
      #expect((agreement.areas[0].firstReliability != .none(.withheld)) == isShown)
    }
    let larger = try agreement(Self.twelve, Self.twelve, minimum: 15)
    #expect(larger.fewestPairs == 15 && larger.compared == 0)
    #expect(larger.statements[0].first == .some(.none(.withheld)))
  }

  @Test func `A statement with one level on a side has no kappa, and says why`() throws {
    let agreement = try agreement(Self.twelve, Self.twelve)
    let time = agreement.statements[3]
    #expect(time.ratings.value?.kappa == .none(.noVariation))
    #expect(time.ratings.value?.change.same == 12)
    #expect(agreement.constant.map(\.competency.id.description) == ["plan.time", "plan.money"])
    #expect(agreement.areas[1].means.value?.agreement == .none(.noVariation))
    #expect(agreement.compared == 3)
  }

  @Test func `Weak statements come first, the weakest of them first`() throws {
    // Against the order of the levels the first statement is opposed, the second is off for four.
    let second = Self.twelve.enumerated().map { number, person in
      let (talk, ask) = (number % 4, number % 3 + 2)
      return (id: person.id, sheet: "\(4 - talk)\(number < 4 ? 6 - ask : ask)\(number % 5 + 1)33")
    }
    let agreement = try agreement(Self.twelve, second)
    #expect(agreement.weak.map(\.statement.competency.id.description).first == "talk.listen")
    #expect(agreement.byKappa.map(\.kappa.value) == agreement.byKappa.map(\.kappa.value).sorted())
    #expect(agreement.byKappa.last?.kappa.value == 1 && agreement.agreeing >= 1)
  }

  @Test func `An area counts who has half of its statements on both sides`() throws {
    var second = Self.twelve
    // One of three is less than half, two of three are more.
    second[0].sheet = "1--33"
    second[1].sheet = "23-33"
    let agreement = try agreement(Self.twelve, second)
    #expect(agreement.areas[0].statements == 3)
    #expect(agreement.areas[0].means.value?.people == 11)
    #expect(agreement.areas[0].means.value?.difference == 0)
  }

  @Test
  func `Statements that one file did not ask are not compared, and their area is cut to the rest`()
    throws
  {
    let second = Self.twelve.map { (id: $0.id, sheet: "\($0.sheet.prefix(2))...") }
    let agreement = try agreement(Self.twelve, second)
    #expect(agreement.statements.count == 5)
    #expect(agreement.statements[2].ratings == .none(.noAnswers))
    #expect(agreement.statements[2].second == nil)
    #expect(agreement.areas.map(\.statements) == [2])
    // Of the second file two statements hang together, of the first three.
    #expect(agreement.statements[0].second?.value?.itemRest.value != nil)
  }

  @Test func `What a file says of its statements is of all its people`() throws {
    let agreement = try agreement(Self.twelve, Self.twelve)
    let item = try #require(agreement.statements[0].first?.value)
    #expect(item.levels == [3, 3, 3, 3, 0] && item.people == 12)
    #expect(item.mean == .value(2.5) && item.lowest == 3 && item.highest == 0)
    #expect(agreement.statements[3].first?.value?.itemRest == .none(.noVariation))
  }

  @Test func `Two files of other people, or of other statements, are refused`() throws {
    let others = Self.twelve.map { (id: "q" + $0.id, sheet: $0.sheet) }
    #expect(throws: AgreementProblem.nobodyInBoth) { try agreement(Self.twelve, others) }
    let talk = Self.twelve.map { (id: $0.id, sheet: "\($0.sheet.prefix(3))..") }
    let plan = Self.twelve.map { (id: $0.id, sheet: "...\($0.sheet.suffix(2))") }
    #expect(throws: AgreementProblem.nothingInBoth) { try agreement(talk, plan) }
  }
}
