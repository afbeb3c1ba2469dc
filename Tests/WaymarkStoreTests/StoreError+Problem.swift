import WaymarkBasics
import WaymarkStore

extension StoreError {
  /// What is wrong when the body is run; `nil` when nothing is, or not with the store.
  static func problem(_ body: () throws -> Void) -> Problem? {
    do {
      try body()
      return nil
    } catch {
      return (error as? StoreError)?.problem
    }
  }
}
