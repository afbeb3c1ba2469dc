import WaymarkBasics

/// What stands before the person at a prompt, as often as it has to be shown.
extension Questionnaire {
  /// What is asked now, to be shown again: after help, after what meant nothing, on a cleared screen.
  public var standing: [Effect] {
    switch prompt {
    case .role: [.show(.roles(roleToKeep))]
    case .areas: nextToEnter.map { [.show(.areas(next: $0))] } ?? []
    case .question(let id): question(id).map { [.show(.question($0))] } ?? []
    case .rating(let id): [.show(.rating(id, earlier: importance.ratings[id]))]
    case .note(let id): [.show(.note(id, earlier: notes[id]))]
    case .noneOfArea(let area): [.show(.noneOfArea(area))]
    case .lookAgain(let id):
      framework.area(id).flatMap(uniformLevel).map { [.show(.lookAgain(id, $0))] } ?? []
    case .picks(let area): [.show(.answers(area)), .show(.picks(area))]
    case .areaEnd(let area):
      [.show(.answers(area)), .show(.areaEnd(next: nextArea(after: area)))]
    case .beyond: [.show(.beyond(beyond.count, minutes: pace.minutes(for: beyond.count)))]
    case .topThree: [.show(.topThree(topCandidates))]
    case .background(let id): [.show(.background(id, showsPurpose: false))]
    case .review: [.show(.review)]
    case .done: []
    }
  }

  mutating func stand(at place: Prompt) -> [Effect] {
    prompt = place
    return standing
  }

  func notUnderstood(_ text: String = "") -> [Effect] {
    [.say(.notUnderstood(text, prompt))] + standing
  }

  private func question(_ id: CompetencyID) -> Question? {
    guard let area = areaID(id).flatMap(framework.area), let competency = framework.competency(id)
    else { return nil }
    // One that goes beyond what is asked first may be asked all the same, where the person chose it.
    let asked = area.competencies.filter { $0.id == id || isAsked($0, of: area.id) }
    let isExtra = !isAsked(competency, of: area.id)
    let others = answers.keys.count { $0 != id }
    return Question(
      competency: competency, area: area,
      placeInArea: (asked.firstIndex { $0.id == id } ?? 0) + 1, countInArea: asked.count,
      number: others + 1, total: progress().total + (isExtra ? 1 : 0),
      minutesLeft: pace.minutes(for: max(1, open.count)), earlier: answers[id],
      saidForNow: occasion.saidForNow[id],
      showsRule: !area.competencies.contains { $0.id != id && answers[$0.id] != nil })
  }
}

/// One statement as it is put to a person.
public struct Question: Equatable, Sendable {
  /// The competency that is asked.
  public let competency: Competency
  /// The area it belongs to.
  public let area: Area
  /// Its place among those that are asked of the area, counted from 1.
  public let placeInArea: Int
  /// How many are asked of the area.
  public let countInArea: Int
  /// How many statements have been dealt with, this one included.
  public let number: Int
  /// How many statements are asked in all.
  public let total: Int
  /// About how long the rest takes, this one included.
  public let minutesLeft: Int
  /// What the person said before, when the statement is asked again.
  public let earlier: Answer?
  /// What the person said for now, when the same is asked for another time.
  public let saidForNow: Answer?
  /// Whether it is said how to choose among the levels: until something of the area is answered.
  public let showsRule: Bool
}
