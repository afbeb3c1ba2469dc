import ArgumentParser
import Waymark
import WaymarkBasics

/// What an option's word stands for, among a few.
enum Choice {
  /// - Throws: `ValidationError` when the word is none of the names.
  static func named<Value>(_ word: String, of choices: KeyValuePairs<String, Value>) throws -> Value
  {
    guard let choice = choices.first(where: { $0.key == word }) else {
      let names = choices.map(\.key).joined(separator: ", ")
      throw ValidationError("'\(word.printableLine)' is none of: \(names)")
    }
    return choice.value
  }
}
