/// A record that arrives for a campaign, with what was added to it and what tells it from others,
/// computed once.
package struct SheetArrival: Equatable, Sendable {
  /// What the respondent said.
  package let record: SheetRecord
  /// What the respondent added by their own choice; it is no part of the answer sheet.
  package let addition: ResponseAddition
  /// A number that is equal for arrivals that say the same: the `SheetRecord.fingerprint` of the
  /// record where nothing was added to it.
  package let fingerprint: UInt64

  let key: RespondentKey

  /// Takes a record as it arrives.
  package init(_ record: SheetRecord, addition: ResponseAddition = .none) {
    self.init(record, addition: addition, key: RespondentKey(record.respondent))
  }

  /// Takes a record whose respondent's key is known.
  init(_ record: SheetRecord, addition: ResponseAddition = .none, key: RespondentKey) {
    self.record = record
    self.addition = addition
    self.key = key
    fingerprint = record.fingerprint(with: addition)
  }
}
