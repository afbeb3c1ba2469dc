import Waymark
import WaymarkBasics
import WaymarkStore

/// The background answers that a person does not share, as they said it now or for the same campaign before.
struct LeftOut {
  typealias Field = ID<BackgroundQuestions.Field>

  /// What is said in the place of a question to leave nothing out any more.
  static let nothing = "none"

  /// All that is left out.
  let fields: Set<Field>
  /// What is left out because it was before.
  let remembered: Set<Field>

  /// - Parameters:
  ///   - typed: the questions that are named now.
  ///   - given: those that were answered.
  ///   - earlier: those that were left out for the same campaign before.
  init(_ typed: [String], of given: Set<Field>, before earlier: Set<Field>, _ words: ShareWords)
    throws
  {
    let names = given.map(\.description).sorted()
    let isAnew = typed.contains(Self.nothing) && !names.contains(Self.nothing)
    let now = isAnew ? typed.filter { $0 != Self.nothing } : typed
    for name in now where !names.contains(name) {
      guard !names.isEmpty else { throw Failure(.usage, words.noBackgroundAnswered) }
      throw Failure.unknown(words.backgroundAnswer, name, among: names)
    }
    let named = given.filter { now.contains($0.description) }
    remembered = isAnew ? [] : earlier.subtracting(named).intersection(given)
    fields = named.union(remembered)
  }
}
