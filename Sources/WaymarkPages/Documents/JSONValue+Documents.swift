import Waymark
import WaymarkBasics

extension JSON.Value {
  /// A text: `text` in the language of its document, and `translations` by language tag where there
  /// are any.
  init(_ text: LocalizedText) {
    guard !text.translations.isEmpty else {
      self = .object(["text": .string(text.original)])
      return
    }
    self = .object([
      "text": .string(text.original),
      "translations": .object(
        Dictionary(
          text.translations.map { ($0.key.description, .string($0.value)) },
          uniquingKeysWith: { first, _ in first })),
    ])
  }

  /// A framework as another document names it.
  init(_ reference: FrameworkReference) {
    self = .object([
      "id": .string(reference.id.description), "version": .string(reference.version),
    ])
  }
}
