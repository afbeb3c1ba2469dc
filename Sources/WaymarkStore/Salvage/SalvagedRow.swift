internal import Foundation
internal import Waymark
import WaymarkBasics

/// What one row of a store's pages says, recognised by its shape: what the schema asks of a row of each
/// table is enough to tell them apart, but for some tables of a person's own answers.
enum SalvagedRow {
  /// A respondent of a campaign, by the campaign's number.
  struct Respondent: Hashable {
    let campaign: Int
    let id: String
  }

  /// A row of the schema.
  case schema(StoredRecord)
  /// The id that the store is known by.
  case identity(String)
  /// Whoever wrote last.
  case writer(String)
  /// Something of a person's own answers.
  case part(SalvagedPart)
  /// Something that the person did, with its place among the others.
  case learning(DoneStep, place: Int64)
  case campaign(Int, SalvagedCampaign.Description)
  case response(SalvagedResponse, campaign: Int)
  /// A response that was taken back; the index of these tells no revision.
  case withdrawal(Respondent, revision: Int?)
  case lookingBack(Respondent, SalvagedResponse.LookingBack)
  case done(Respondent, ID<LearningResource>)
  /// The competency at a position, counted from 0, of a framework that is known by its hash.
  case competency(CompetencyID, framework: String, position: Int)
  /// The bytes of a framework or of background questions, and their hash.
  case document([UInt8], sha256: String)

  /// `nil` for a row of any other table.
  init?(_ record: StoredRecord) {
    let row = record.row == nil ? Self.entry(record.values) : Self.row(record)
    guard let row else { return nil }
    self = row
  }

  private static func row(_ record: StoredRecord) -> SalvagedRow? {
    let values = record.values
    return switch values.count {
    case 2, 3:
      owner(values) ?? withdrawal(values) ?? SalvagedPart(record).map(SalvagedRow.part)
    case 4: document(values) ?? competency(values)
    case 5:
      TableNames.isOfSchema(record)
        ? .schema(record) : SalvagedPart(record).map(SalvagedRow.part)
    case 7: learning(record)
    case 11: response(record)
    case 12, 13: campaign(record)
    default: nil
    }
  }

  private static func response(_ record: StoredRecord) -> SalvagedRow? {
    guard let campaign = record.values[1].campaign else { return nil }
    return SalvagedResponse(record, of: campaign).map { .response($0, campaign: campaign) }
  }

  /// What an entry of an index says: of a table that is kept as one, or of responses that were taken back.
  private static func entry(_ values: [StoredRecord.Value]) -> SalvagedRow? {
    guard values.count >= 3, let campaign = values[0].campaign, let id = values[1].text else {
      return nil
    }
    let respondent = Respondent(campaign: campaign, id: id)
    switch (values.count, values[2]) {
    case (3, .text(let entry)): return ID(entry).map { .done(respondent, $0) }
    // The numbers of responses that were not are higher.
    case (3, .integer(..<(1 << 40))) where UUID(uuidString: id) != nil:
      return .withdrawal(respondent, revision: nil)
    case (4, .text(let month)):
      guard CalendarDate(month + "-01") != nil, let sheet = values[3].text else { return nil }
      return .lookingBack(respondent, .init(month: month, sheet: Array(sheet.utf8)))
    default: return nil
    }
  }

  private static func owner(_ values: [StoredRecord.Value]) -> SalvagedRow? {
    guard values[0] == .null, let store = values[1].text, UUID(uuidString: store) != nil else {
      return nil
    }
    if values.count == 2 { return .identity(store) }
    return values[2].integer.map { _ in .writer(store) }
  }

  /// Only what was shared can be taken back, and that has a random id.
  private static func withdrawal(_ values: [StoredRecord.Value]) -> SalvagedRow? {
    guard values.count == 3, let campaign = values[0].campaign, let id = values[1].text,
      UUID(uuidString: id) != nil, let revision = values[2].count
    else { return nil }
    return .withdrawal(Respondent(campaign: campaign, id: id), revision: revision)
  }

  private static func document(_ values: [StoredRecord.Value]) -> SalvagedRow? {
    guard values[..<3].allSatisfy({ $0.text != nil }), case .blob(let bytes) = values[3] else {
      return nil
    }
    // Worked out anew: whatever asks for this hash gets these very bytes.
    return .document(bytes, sha256: SHA256.hex(of: bytes))
  }

  private static func competency(_ values: [StoredRecord.Value]) -> SalvagedRow? {
    guard let framework = values[0].sha256, let position = values[1].count, position >= 1,
      values[2].text.flatMap(AreaID.init) != nil,
      let competency = values[3].text.flatMap(CompetencyID.init)
    else { return nil }
    return .competency(competency, framework: framework, position: position - 1)
  }

  private static func learning(_ record: StoredRecord) -> SalvagedRow? {
    let values = record.values
    guard let place = record.row, values[0] == .null, let resource = values[1].text,
      let resource = ID<LearningResource>(resource), let title = values[2].text,
      let day = values[3].text.flatMap({ CalendarDate($0) }), let note = values[4].textIfAny,
      let json = values[5].text, let serves = StoredValue.value([StoredService].self, of: json),
      let assessment = values[6].uuidIfAny
    else { return nil }
    let services = serves.compactMap(\.service)
    guard services.count == serves.count else { return nil }
    return .learning(
      DoneStep(
        resource: resource, title: title, day: day, note: note, serves: services,
        assessment: assessment),
      place: place)
  }

  private static func campaign(_ record: StoredRecord) -> SalvagedRow? {
    let values = record.values
    guard let number = record.row, StoredRecord.Value.integer(number).campaign != nil,
      values[0] == .null, let id = values[1].text.flatMap({ ID<Campaign>($0) }),
      let title = values[2].text, let framework = values[3].sha256,
      let background = values[4].sha256,
      values[5...7].allSatisfy({ $0.textIfAny != nil }),
      let importance = values[8].text.flatMap(ImportanceMode.init),
      // A row from before there were forms has none.
      let form = values.count < 13 ? .full : values[12].text.flatMap(QuestionnaireForm.init)
    else { return nil }
    return .campaign(
      Int(number),
      SalvagedCampaign.Description(
        id: id, title: title, framework: framework, background: background,
        form: form, importance: importance))
  }
}

extension StoredRecord.Value {
  /// A number that a campaign can have.
  var campaign: Int? { integer.flatMap { (1...4_194_303).contains($0) ? Int($0) : nil } }

  /// A number of something, from 0.
  var count: Int? { integer.flatMap { (0...Int64(Int32.max)).contains($0) ? Int($0) : nil } }

  /// A text, or none; `nil` for anything else.
  var textIfAny: String?? { self == .null ? .some(nil) : text.map(Optional.some) }

  /// The id of something, or none; `nil` for anything else.
  var uuidIfAny: UUID?? {
    self == .null ? .some(nil) : text.flatMap { UUID(uuidString: $0) }.map(Optional.some)
  }

  /// The hash of a document.
  var sha256: String? { text.flatMap { $0.utf8.count == 64 ? $0 : nil } }
}

/// What one row says of an answer, recognised by its shape: what the schema asks of a row of each
/// table is enough to tell them apart, but for two tables.
struct SalvagedPart {
  enum Content: Equatable {
    case level(String)
    case note(String)
    case options(String)
    /// A place among those picked, or how important something was rated: the rows look alike.
    case number(Int)
  }

  let assessment: Int
  let subject: String
  let content: Content
  let row: Int64

  /// `nil` for a row of any other table.
  init?(_ record: StoredRecord) {
    guard let row = record.row else { return nil }
    let values = record.values
    switch values.count {
    case 5:
      guard values[0] == .null, let assessment = Self.assessment(values[1]),
        let subject = Self.subject(values[2]), let word = values[3].text,
        Answer(word: word) != nil, Self.isDuration(values[4])
      else { return nil }
      (self.assessment, self.subject, content) = (assessment, subject, .level(word))
    case 3:
      guard let assessment = Self.assessment(values[0]), let subject = Self.subject(values[1])
      else { return nil }
      (self.assessment, self.subject) = (assessment, subject)
      switch values[2] {
      case .integer(let number) where (0...5).contains(number): content = .number(Int(number))
      case .text(let text) where Self.isList(text): content = .options(text)
      case .text(let text) where !text.isEmpty: content = .note(text)
      default: return nil
      }
    default: return nil
    }
    self.row = row
  }

  private static func assessment(_ value: StoredRecord.Value) -> Int? {
    value.integer.flatMap { (1...Int64(Int32.max)).contains($0) ? Int($0) : nil }
  }

  private static func subject(_ value: StoredRecord.Value) -> String? {
    value.text.flatMap { CompetencyID($0) == nil ? nil : $0 }
  }

  private static func isDuration(_ value: StoredRecord.Value) -> Bool {
    switch value {
    case .real(let seconds): seconds >= 0
    case .integer(let seconds): seconds >= 0
    default: false
    }
  }

  private static func isList(_ text: String) -> Bool {
    text.hasPrefix("[") && StoredValue.value([String].self, of: text) != nil
  }
}

/// The rows of a store's pages that are of use.
struct SalvagedPages {
  private var pages: StorePages
  private var rows: [(page: Int, row: SalvagedRow)] = []

  init(_ pages: StorePages) {
    self.pages = pages
    read()
  }

  /// Puts what a journal holds in the place of pages.
  mutating func put(_ journal: [Int: [UInt8]]) {
    guard !journal.isEmpty else { return }
    pages.put(journal)
    read()
  }

  /// The ids that the store is known by.
  var identities: [String] {
    rows.compactMap { if case .identity(let store) = $0.row { store } else { nil } }
  }

  /// Whether whoever wrote last is the store itself, as far as both can be read.
  var areOfOneStore: Bool {
    let writers = rows.compactMap { if case .writer(let store) = $0.row { store } else { nil } }
    return identities.isEmpty || writers.allSatisfy(identities.contains)
  }

  /// All that they say, put together.
  var store: SalvagedStore {
    let schema = rows.compactMap { if case .schema(let record) = $0.row { record } else { nil } }
    let names = TableNames(schema, in: pages)
    var (answers, campaigns) = (SalvagedAnswers(), SalvagedCampaigns())
    var learning: [ID<LearningResource>: (place: Int64, record: DoneStep)] = [:]
    var documents: [String: [UInt8]] = [:]
    for (page, row) in rows {
      switch row {
      case .part(let part): answers.add(part, from: names[page])
      case .learning(let record, let place): learning[record.resource] = (place, record)
      case .document(let bytes, let sha256): documents[sha256] = bytes
      default: campaigns.add(row)
      }
    }
    return SalvagedStore(
      answers: answers.answers,
      learning: learning.values.sorted {
        ($0.place, $0.record.resource) < ($1.place, $1.record.resource)
      }.map(\.record),
      campaigns: campaigns.campaigns, documents: documents)
  }

  private mutating func read() {
    rows = pages.numbers.flatMap { number in
      TreePage(number, of: pages).rows { SalvagedRow($0) }.map { (number, $0) }
    }
  }
}
