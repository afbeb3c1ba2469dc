/// One statement as it is put to a person.
package struct Question: Equatable, Sendable {
  /// The competency that is asked.
  package let competency: Competency
  /// The area it belongs to.
  package let area: Area
  /// Its place in the area, counted from 1.
  package let placeInArea: Int
  /// How many statements have been dealt with, this one included.
  package let number: Int
  /// How many statements the whole questionnaire has.
  package let total: Int
  /// About how long the rest takes, this one included.
  package let minutesLeft: Int
  /// What the person said before, when the statement is asked again.
  package let earlier: Answer?
  /// What the person said for now, when the same is asked for another time.
  package let saidForNow: Answer?
  /// Whether the line of keys stands below: on the first question that is shown of an area.
  package let showsKeys: Bool
}
