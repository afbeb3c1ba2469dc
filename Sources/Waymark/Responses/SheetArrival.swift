/// A record that arrives for a campaign, with what tells it from others, computed once.
public struct SheetArrival: Equatable, Sendable {
  /// What the respondent said.
  public let record: SheetRecord
  /// The `SheetRecord.fingerprint` of the record.
  public let fingerprint: UInt64

  let key: RespondentKey

  /// Takes a record as it arrives.
  public init(_ record: SheetRecord) {
    self.init(record, key: RespondentKey(record.respondent))
  }

  /// Takes a record whose respondent's key is known.
  init(_ record: SheetRecord, key: RespondentKey) {
    self.record = record
    self.key = key
    fingerprint = record.fingerprint
  }
}
