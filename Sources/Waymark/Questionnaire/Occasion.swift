public import FoundationEssentials
public import WaymarkBasics

extension Questionnaire {
  /// What a person rates themselves for: their own use, or a campaign that asks further things.
  public struct Occasion: Equatable, Sendable {
    /// What of themselves the person rates.
    public enum View: Hashable, Sendable {
      /// All that there is, as it is now.
      case now
      /// What they have worked on since an earlier assessment, as it is now.
      case again
      /// What they have worked on, as it was on an earlier day, seen with what they know now.
      case lookingBack(CalendarDate)
      /// Not themselves, but what their library's service needs.
      case service(ServiceMoment)
    }

    /// What of themselves the person rates.
    public let view: View
    /// The invitation that is answered; `nil` for the person's own use.
    public let invitation: Invitation?
    /// The background questions that are asked at the end, in order.
    public let fields: [BackgroundQuestions.Field]
    /// What is said before the first of them.
    public let leadIn: LocalizedText?
    /// How importance is asked.
    public let importance: ImportanceMode
    /// The name of the workshop whose statements alone are asked, in the very short form: one after
    /// the other, without a choice of areas and without picks; `nil` for everything else.
    public let workshop: LocalizedText?
    /// What was said for now, where the same is asked for another time; Enter says the same again.
    let saidForNow: [CompetencyID: Answer]
    /// The response whose random id settles where the areas begin; `nil` begins with the first.
    let response: UUID?

    /// For the person's own use: importance is picked, and the areas come in the framework's order.
    public static let own = Occasion()

    private init() {
      (invitation, leadIn, response) = (nil, nil, nil)
      fields = []
      importance = .picks
      view = .now
      workshop = nil
      saidForNow = [:]
    }

    /// For the person's own use, of a few statements, or of what the service needs; importance is as
    /// it was.
    public init(
      view: View, workshop: LocalizedText? = nil, saidForNow: [CompetencyID: Answer] = [:]
    ) {
      (invitation, leadIn, response) = (nil, nil, nil)
      fields = []
      importance = .none
      self.view = view
      self.workshop = workshop
      self.saidForNow = saidForNow
    }

    /// For a campaign.
    ///
    /// - Parameters:
    ///   - questions: the document of background questions that the invitation names.
    ///   - response: the random id of the response; the same id begins with the same area.
    ///   - workshop: the name of the workshop whose statements alone are asked, if so.
    public init(
      _ invitation: Invitation, questions: BackgroundQuestions, response: UUID,
      workshop: LocalizedText? = nil
    ) {
      self.invitation = invitation
      fields = invitation.fields(of: questions)
      leadIn = questions.leadIn
      // What matters most of two or three statements says nothing.
      importance =
        workshop != nil && invitation.importance == .picks ? .none : invitation.importance
      self.workshop = workshop
      self.response = response
      view = .now
      saidForNow = [:]
    }

    /// Whether everything is asked, whatever the role asks.
    var asksAll: Bool { invitation != nil || workshop != nil || view != .now }

    /// The areas in the order in which they are asked.
    func order(of areas: [AreaID]) -> [AreaID] {
      guard let response else { return areas }
      return Rotation.turned(areas, from: Rotation.start(of: response, areas: areas.count))
    }

    /// The field with an id, when it is asked.
    public func field(_ id: ID<BackgroundQuestions.Field>) -> BackgroundQuestions.Field? {
      fields.first { $0.id == id }
    }
  }
}

/// Where the areas begin for one person, so that tiredness does not always hit the same ones.
public enum Rotation {
  /// The place of the first area, counted from 0, the same for the same response.
  ///
  /// FNV-1a (64 bits) over the response's id in lower case, modulo the number of areas: ids are
  /// random, so every place is as likely as another. 0 when there are no areas.
  public static func start(of response: UUID, areas: Int) -> Int {
    guard areas > 0 else { return 0 }
    var hash = FNV1a()
    hash.add(response.uuidString.lowercased())
    return Int(hash.value % UInt64(areas))
  }

  /// Things in their order, from a place on and round to it again.
  static func turned<Thing>(_ things: [Thing], from start: Int) -> [Thing] {
    guard things.indices.contains(start) else { return things }
    return Array(things[start...] + things[..<start])
  }
}

/// How fast a person answers, and so how long the rest will take.
public struct Pace: Equatable, Sendable {
  /// Seconds that a statement takes before the person's own pace is known.
  ///
  /// 63 statements of about 30 words each, read and answered in 30 to 40 minutes.
  package static let usualSeconds = 34.0

  /// How many answers it takes until the person's own pace is used.
  private static let enough = 5
  /// How many of the last answers count.
  private static let window = 20
  /// A pause is no reading, and nobody reads a statement with its levels in less than ten seconds for
  /// long.
  private static let plausible = 10.0...120.0

  private var seconds: [Double] = []

  /// Starts from the seconds of earlier answers, oldest first.
  package init(_ earlier: [Double] = []) {
    for seconds in earlier { record(seconds) }
  }

  /// Takes note of one answer's seconds; less than 10 counts as 10, more than 120 as 120.
  package mutating func record(_ newest: Double) {
    seconds.append(min(max(newest, Self.plausible.lowerBound), Self.plausible.upperBound))
    if seconds.count > Self.window { seconds.removeFirst() }
  }

  /// Whole minutes that this many statements will take, rounded up: the median of the last 20
  /// answers, or `usualSeconds` each while fewer than 5 are known.
  package func minutes(for statements: Int) -> Int {
    let each = seconds.count < Self.enough ? Self.usualSeconds : seconds.sorted()[seconds.count / 2]
    return Int((Double(statements) * each / 60).rounded(.up))
  }

  /// The span that a whole questionnaire of this many statements usually takes, in minutes rounded
  /// to fives (to ones below ten).
  package static func usualMinutes(for statements: Int) -> ClosedRange<Int> {
    let least = rounded(Double(statements) * usualSeconds * 0.85 / 60)
    return least...max(least, rounded(Double(statements) * usualSeconds * 1.15 / 60))
  }

  private static func rounded(_ minutes: Double) -> Int {
    minutes < 10 ? max(1, Int(minutes.rounded())) : Int((minutes / 5).rounded()) * 5
  }
}
