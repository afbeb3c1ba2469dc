package import Waymark
package import WaymarkBasics

/// The sentences of a plan of workshops, the same in every format.
package struct SeasonWords {
  let report: SeasonReport
  let name: String
  let isMadeUp: Bool
  /// The days there are for sessions, in order; empty where none were given.
  let days: [CalendarDate]
  let language: LanguageTag
  let records: LearningGains?
  /// The workshops that were left out because people who went rose in nothing.
  let withoutRecord: [WorkshopOffer]

  /// - Parameters:
  ///   - name: the campaign or the cohort that it is for.
  ///   - isMadeUp: whether the people of a campaign were made up.
  ///   - days: the day of each session; empty for none.
  ///   - records: what people gained in workshops before; `nil` where nobody asked.
  ///   - withoutRecord: the workshops that were left out for what these say.
  package init(
    _ report: SeasonReport, name: String, isMadeUp: Bool, days: [CalendarDate] = [],
    records: LearningGains? = nil, withoutRecord: [WorkshopOffer] = [],
    language: LanguageTag = .english
  ) {
    self.report = report
    self.name = name
    self.isMadeUp = isMadeUp
    self.days = days
    self.records = records
    self.withoutRecord = withoutRecord
    self.language = language
  }

  var title: String { "Workshop plan: \(name)" }

  /// What is said, in the order in which it is read.
  package var page: Page {
    .internalPage(
      title, notice: notice, summary: summary,
      entries: Page.Section("The sessions, in order", findings: entries),
      lists: [
        Page.Section("Regions that get less", lines: regionFindings),
        Page.Section("Left out for what people gained before", lines: leftOut),
        Page.Section("What stays open most, and why", lines: open),
      ], tables: report.finding == .tooFew ? [] : tables.filter { $0.name == "regions" },
      method: method)
  }

  var notice: [String] {
    [report.named.notice]
      + InternalNotice.sentences(isMadeUp: isMadeUp, minimumGroup: report.minimumGroup)
  }

  // MARK: - Findings

  var summary: [String] {
    switch report.finding {
    case .tooFew:
      ["Fewer than \(report.minimumGroup.people) people answered: nothing is planned for them."]
    case .nobody: ["Nobody answered: there is nothing to plan for."]
    case .nothingLacking(let people):
      ["All \(people) people are at or above what is usual for their role."]
    case .noWorkshops: ["There is no workshop to choose from."]
    case .noSessionAllowed: ["No session is allowed: nothing is planned."]
    case .nothingFits:
      [
        "No workshop fits these limits and finds \(report.limits.leastPeople) people or more whom it "
          + "would help; raise the limits, or see what is lacking with: waymark report."
      ]
    case .planned: report.outcome.value.map(planned) ?? []
    }
  }

  private func planned(_ outcome: SeasonReport.Outcome) -> [String] {
    let sessions = report.sessions
    let isOne = sessions.count == 1
    let seats = sessions.reduce(0) { $0 + $1.seats }
    let minutes = sessions.reduce(0) { $0 + $1.offer.minutes }
    let dollars = sessions.reduce(0) { $0 + $1.usDollars }
    return [
      "\(isOne ? "1 session" : "\(sessions.count) sessions") with \(seats) seats "
        + "\(isOne ? "closes" : "close") \(outcome.closed) of \(outcome.lacking) levels "
        + "(\(share(outcome.closed, outcome.lacking))) that \(outcome.people) people lack.",
      proof(outcome),
      "\(isOne ? "It takes" : "They take") \(CommonWords().time(minutes)) and "
        + "\(isOne ? "costs" : "cost") \(dollars) US dollars.",
      floorReached,
    ].compactMap { $0 }
  }

  /// That no region gets less than was asked for, where none does.
  private var floorReached: String? {
    guard report.limits.floor > 0, report.grouping != nil, report.shortfalls.isEmpty else {
      return nil
    }
    return
      "Every region with \(report.minimumGroup.people) people or more has \(report.limits.floor) % of "
      + "its need closed, or more."
  }

  /// How good the plan is.
  private func proof(_ outcome: SeasonReport.Outcome) -> String {
    guard outcome.bound > outcome.closed else {
      return "No plan within these limits closes more: proved."
    }
    // Rounded up, so that it is never better than it says.
    let gap = (outcome.gapToBound * 1000).rounded(.up) / 10
    return "Within \(Decimal.text(gap, places: 1)) % of the best possible: no plan "
      + "within these limits closes more than \(outcome.bound)."
  }

  /// How it was made, and what it is not.
  var method: [String] {
    guard report.limits.sessionsPerDay > 1 else { return Self.method }
    let places = report.grouping == nil ? "" : ", and a region has one on site a day"
    return Self.method + ["Nobody goes to two sessions of one day\(places)."]
  }

  private static let method = [
    "A level counts once, twice where the person marked the statement as important, three times "
      + "among the top three. People are counted in when they hold what a workshop begins at or come "
      + "to it in an earlier session of this plan, and on site in their own region alone.",
    "It is what workshops promise, not what people will learn: see afterwards with waymark evaluate.",
  ]

  // MARK: - Sessions

  private var entries: [(title: String, facts: [String])] {
    report.sessions.map { (title: heading($0), facts: facts($0)) }
  }

  private func heading(_ session: SeasonReport.Session) -> String {
    let day = day(of: session).map { "\($0.inWords): " } ?? ""
    return day + title(of: session.offer) + ", " + place(of: session)
  }

  /// The day of a session; `nil` where none were given.
  func day(of session: SeasonReport.Session) -> CalendarDate? {
    days.indices.contains(session.day) ? days[session.day] : nil
  }

  func title(of offer: WorkshopOffer) -> String {
    "\(offer.title.text(in: language)) (\(offer.id))"
  }

  /// The workshops that were left out for their record.
  var leftOut: [String] {
    withoutRecord.map { "\(title(of: $0)): people who went rose in nothing that it serves." }
  }

  func place(of session: SeasonReport.Session) -> String {
    switch session.venue {
    case .online: "online"
    case .onSite: "on site"
    case .region(let group, place: _): group.label
    }
  }

  /// The id of the region of a session; `nil` online, and where there are no regions.
  func regionID(of session: SeasonReport.Session) -> String? {
    if case .region(let group, place: _) = session.venue { group.id } else { nil }
  }

  private func facts(_ session: SeasonReport.Session) -> [String] {
    let region: Int? = if case .region(_, let place) = session.venue { place } else { nil }
    return [
      "\(CommonWords().time(session.offer.minutes)), \(session.seats) of \(session.offer.seats) seats, "
        + "\(session.usDollars) US dollars.",
      invitation(session), reason(session), record(session),
    ].compactMap { $0 }
      + report.named.facts(on: Set(session.offer.serves.map(\.competency)), in: region)
  }

  /// How many to invite from where.
  private func invitation(_ session: SeasonReport.Session) -> String? {
    guard session.venue == .online, report.grouping != nil else { return nil }
    let known = session.shares.compactMap { share in share.seats.value.map { (share.group, $0) } }
    var named = known.map { group, seats in
      group.id == Grouping.noAnswer
        ? "\(seats) who gave no answer" : "\(seats) from \(group.label)"
    }
    let others = session.shares.count - known.count
    if others > 0 {
      let rest = session.seats - known.reduce(0) { $0 + $1.1 }
      named.append("\(rest) from \(others) \(named.isEmpty ? "" : "other ")regions")
    }
    return "Invite " + named.joined(separator: ", ") + "."
  }

  private func reason(_ session: SeasonReport.Session) -> String {
    let known = session.gains.compactMap { gain in
      gain.amounts.value.map { (name(gain.competency), $0) }
    }
    guard !known.isEmpty else {
      return session.closed.value.map { closed in
        "It closes \(closed) in all, for few people in each statement."
      } ?? "It closes something for fewer than \(report.minimumGroup.people) people."
    }
    return "Why: it closes "
      + known.map { "\($1.closed) in \($0) for \($1.people) people" }.joined(separator: ", ")
      + (known.count < session.gains.count ? ", and more for few." : ".")
  }

  private func record(_ session: SeasonReport.Session) -> String? {
    guard let records else { return nil }
    let known = session.offer.serves.compactMap { service -> String? in
      guard let gain = records.gain(of: session.offer.id, in: service.competency) else {
        return nil
      }
      return "\(service.competency) from \(Decimal.text(gain.before, places: 2)) to "
        + "\(Decimal.text(gain.after, places: 2)) (\(gain.change.people) people)"
    }
    return known.isEmpty
      ? "No record of this workshop yet."
      : "Before, people who went moved in " + known.joined(separator: ", ") + "."
  }

  // MARK: - Regions and what stays open

  /// The regions that have less closed than was asked for, with the reason.
  var regionFindings: [String] {
    report.shortfalls.map { shortfall in
      let why =
        switch shortfall.reason {
        case .reachable(let reachable, of: let lacking):
          "workshops lead to \(share(reachable, lacking)) at most from where its people are, and the "
            + "limits allow no more of them"
        case .sessionsTaken(let sessions): "all \(sessions) sessions that there may be are taken"
        case .limits:
          "the limits allow no more sessions there beside what other regions are to have"
        }
      let floor = "\(report.limits.floor) %"
      let part =
        shortfall.part.value.map {
          "\(share($0.closed, $0.lacking)) of its need instead of \(floor)"
        }
        ?? "less than \(floor) of its need"
      return "\(shortfall.group.label): \(part), because \(why)."
    }
  }

  /// What stays open, the most first; ten at most.
  private var open: [String] {
    let known = report.remainders.compactMap { remainder in
      remainder.amounts.value.map { (name(remainder.competency), $0) }
    }
    return known.prefix(10).map { name, amounts in
      let (open, without) = (amounts.open, amounts.withoutWorkshop)
      let why =
        without >= open
        ? "no workshop leads to it from where people are"
        : without == 0
          ? "the limits allow no more"
          : "no workshop leads to \(without) of them from where people are, for the "
            + "rest the limits allow no more"
      return "\(name): \(open) levels stay open; \(why)."
    }
  }

  private func name(_ competency: Competency) -> String {
    "\(competency.title.text(in: language)) (\(competency.id))"
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    let share = whole > 0 ? Double(part) / Double(whole) * 100 : 0
    return share > 0 && share < 0.05 ? "less than 0.1 %" : Decimal.text(share, places: 1) + " %"
  }
}
