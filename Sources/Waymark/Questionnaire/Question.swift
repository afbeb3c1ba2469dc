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
