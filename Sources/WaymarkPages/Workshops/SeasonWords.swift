package import Waymark
package import WaymarkBasics

/// The sentences of a plan of workshops, the same in every format.
///
/// What too few people stand behind is withheld here, so that no format can show it by mistake.
package struct SeasonWords {
  let plan: WorkshopPlan
  let name: String
  let isMadeUp: Bool
  let minimumGroup: MinimumGroup
  /// The days there are for sessions, in order; empty where none were given.
  let days: [CalendarDate]
  let language: LanguageTag
  let named: NamedPeople
  let records: LearningGains?
  /// The workshops that were left out because people who went rose in nothing.
  let withoutRecord: [WorkshopOffer]

  /// - Parameters:
  ///   - name: the campaign or the cohort that it is for.
  ///   - isMadeUp: whether the people of a campaign were made up.
  ///   - days: the day of each session; empty for none.
  ///   - records: what people gained in workshops before; `nil` where nobody asked.
  ///   - withoutRecord: the workshops that were left out for what these say.
  ///   - named: those who agreed to be named to their trainer.
  package init(
    _ plan: WorkshopPlan, name: String, isMadeUp: Bool, minimumGroup: MinimumGroup,
    days: [CalendarDate] = [], records: LearningGains? = nil, withoutRecord: [WorkshopOffer] = [],
    named: NamedPeople = .none, language: LanguageTag = .english
  ) {
    self.plan = plan
    self.name = name
    self.isMadeUp = isMadeUp
    self.minimumGroup = minimumGroup
    self.days = days
    self.records = records
    self.withoutRecord = withoutRecord
    self.named = named.besides(plan.demand.people, minimumGroup)
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
      ], tables: isWithheld ? [] : tables.filter { $0.name == "regions" }, method: method)
  }

  var people: Int { plan.demand.people.reduce(0, +) }
  /// Whether too few people answered for anything to be said.
  var isWithheld: Bool { minimumGroup.withholds(people) }

  var notice: [String] {
    [named.notice]
      + InternalNotice.sentences(isMadeUp: isMadeUp, minimumGroup: minimumGroup)
  }

  // MARK: - Findings

  var summary: [String] {
    guard !isWithheld else {
      return ["Fewer than \(minimumGroup.people) people answered: nothing is planned for them."]
    }
    guard people > 0 else { return ["Nobody answered: there is nothing to plan for."] }
    guard plan.lacking > 0 else {
      return ["All \(people) people are at or above what is usual for their role."]
    }
    guard !plan.sessions.isEmpty else { return [nothing] }
    let seats = plan.sessions.reduce(0) { $0 + $1.people.count }
    let count = plan.sessions.count
    let minutes = plan.sessions.reduce(0) { $0 + $1.offer.minutes }
    let dollars = plan.sessions.reduce(0) { $0 + $1.usDollars }
    return [
      "\(count == 1 ? "1 session" : "\(count) sessions") with \(seats) seats "
        + "\(count == 1 ? "closes" : "close") \(plan.closed) of \(plan.lacking) levels "
        + "(\(share(plan.closed, plan.lacking))) that \(people) people lack.",
      proof,
      "\(count == 1 ? "It takes" : "They take") \(PathWords.time(minutes)) and "
        + "\(count == 1 ? "costs" : "cost") \(dollars) US dollars.",
      floorReached,
    ].compactMap { $0 }
  }

  private var nothing: String {
    let offers = plan.demand.offersInOrder
    if offers.isEmpty { return "There is no workshop to choose from." }
    if plan.limits.sessions == 0 { return "No session is allowed: nothing is planned." }
    return
      "No workshop fits these limits and finds \(plan.limits.leastPeople) people or more whom it "
      + "would help; raise the limits, or see what is lacking with: waymark report."
  }

  /// That no region gets less than was asked for, where none does.
  private var floorReached: String? {
    guard plan.limits.floor > 0, plan.demand.grouping != nil, regionFindings.isEmpty else {
      return nil
    }
    return
      "Every region with \(minimumGroup.people) people or more has \(plan.limits.floor) % of its need "
      + "closed, or more."
  }

  /// How good the plan is.
  var proof: String {
    guard plan.bound > plan.closed else {
      return "No plan within these limits closes more: proved."
    }
    // Rounded up, so that it is never better than it says.
    let gap = (plan.gapToBound * 1000).rounded(.up) / 10
    return "Within \(Decimal.text(gap, places: 1)) % of the best possible: no plan "
      + "within these limits closes more than \(plan.bound)."
  }

  /// How it was made, and what it is not.
  var method: [String] {
    guard plan.limits.sessionsPerDay > 1 else { return Self.method }
    let places = plan.demand.grouping == nil ? "" : ", and a region has one on site a day"
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
    guard !isWithheld else { return [] }
    return zip(plan.sessions, gains).map { session, gains in
      (title: heading(session), facts: facts(session, gains))
    }
  }

  private func heading(_ session: WorkshopPlan.Session) -> String {
    let day = day(of: session).map { "\($0.inWords): " } ?? ""
    return day + title(of: session.offer) + ", " + place(of: session)
  }

  /// The day of a session; `nil` where none were given.
  func day(of session: WorkshopPlan.Session) -> CalendarDate? {
    days.indices.contains(session.day) ? days[session.day] : nil
  }

  func title(of offer: WorkshopOffer) -> String {
    "\(offer.title.text(in: language)) (\(offer.id))"
  }

  /// The workshops that were left out for their record.
  var leftOut: [String] {
    withoutRecord.map { "\(title(of: $0)): people who went rose in nothing that it serves." }
  }

  func place(of session: WorkshopPlan.Session) -> String {
    guard let region = session.region else { return "online" }
    return plan.demand.grouping.map { $0.groups[region].label } ?? "on site"
  }

  /// The id of the region of a session; `nil` online, and where there are no regions.
  func regionID(of session: WorkshopPlan.Session) -> String? {
    session.region.flatMap { region in plan.demand.grouping?.groups[region].id }
  }

  private func facts(_ session: WorkshopPlan.Session, _ gains: [Gain]) -> [String] {
    let seats = session.people.count
    return [
      "\(PathWords.time(session.offer.minutes)), \(seats) of \(session.offer.seats) seats, "
        + "\(session.usDollars) US dollars.",
      invitation(session), reason(gains), record(session),
    ].compactMap { $0 }
      + named.facts(on: Set(session.offer.serves.map(\.competency)), in: session.region)
  }

  /// How many to invite from where.
  private func invitation(_ session: WorkshopPlan.Session) -> String? {
    guard let grouping = plan.demand.grouping, session.region == nil else { return nil }
    var (named, rest, others) = ([String](), 0, 0)
    for (group, seats, isWithheld) in shares(of: session, in: grouping) {
      if isWithheld {
        rest += seats
        others += 1
      } else {
        named.append(
          group.id == Grouping.noAnswer
            ? "\(seats) who gave no answer" : "\(seats) from \(group.label)")
      }
    }
    if others > 0 {
      named.append("\(rest) from \(others) \(named.isEmpty ? "" : "other ")regions")
    }
    return "Invite " + named.joined(separator: ", ") + "."
  }

  /// How many seats of a session people of each group have, where that is any.
  func shares(
    of session: WorkshopPlan.Session, in grouping: Grouping
  ) -> [(group: Grouping.Group, seats: Int, isWithheld: Bool)] {
    zip(zip(grouping.groups, session.seats), minimumGroup.withheld(of: session.seats))
      .map { ($0.0, $0.1, $1) }.filter { $0.1 > 0 }
  }

  private func reason(_ gains: [Gain]) -> String {
    let known = gains.filter { !$0.isWithheld }.map(\.gain)
    guard !known.isEmpty else {
      return closed(gains).map { "It closes \($0) in all, for few people in each statement." }
        ?? "It closes something for fewer than \(minimumGroup.people) people."
    }
    return "Why: it closes "
      + known.map { "\($0.closed) in \(name($0.competency)) for \($0.people) people" }
      .joined(separator: ", ") + (known.count < gains.count ? ", and more for few." : ".")
  }

  /// What a session closes of a statement, and whether that is withheld.
  typealias Gain = (gain: WorkshopPlan.Session.Gain, isWithheld: Bool)

  /// What each session closes, statement by statement.
  ///
  /// What the plan closes in all is told, so that of one for few people alone another is withheld too.
  var gains: [[Gain]] {
    let all = plan.sessions.flatMap(\.gains)
    var rest = Array(zip(all, minimumGroup.withheld(of: all.map(\.people))))[...]
    return plan.sessions.map { session in
      defer { rest = rest.dropFirst(session.gains.count) }
      return rest.prefix(session.gains.count).map { ($0, $1) }
    }
  }

  /// What a session closes in all; `nil` where that would tell what is withheld.
  func closed(_ gains: [Gain]) -> Int? {
    let hidden = gains.filter(\.isWithheld).map(\.gain.people)
    guard hidden.count != 1, !minimumGroup.withholds(hidden.reduce(0, +)) else { return nil }
    return gains.reduce(0) { $0 + $1.gain.closed }
  }

  private func record(_ session: WorkshopPlan.Session) -> String? {
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
    guard !isWithheld, let grouping = plan.demand.grouping, plan.limits.floor > 0 else { return [] }
    let withheld = withheldRegions
    return plan.demand.people.indices.dropLast().compactMap { place in
      let (lacking, closed) = (plan.lackingByGroup[place], plan.closedByGroup[place])
      guard plan.demand.people[place] >= minimumGroup.people, lacking > 0,
        closed * 100 < lacking * plan.limits.floor
      else { return nil }
      let reachable = plan.reachableByGroup[place]
      let why =
        reachable * 100 < lacking * plan.limits.floor
        ? "workshops lead to \(share(reachable, lacking)) at most from where its people are, and the "
          + "limits allow no more of them"
        : plan.sessions.count >= plan.limits.sessions
          ? "all \(plan.limits.sessions) sessions that there may be are taken"
          : "the limits allow no more sessions there beside what other regions are to have"
      let floor = "\(plan.limits.floor) %"
      let part =
        withheld[place]
        ? "less than \(floor) of its need"
        : "\(share(closed, lacking)) of its need instead of \(floor)"
      return "\(grouping.groups[place].label): \(part), because \(why)."
    }
  }

  /// What stays open, the most first; ten at most.
  private var open: [String] {
    guard !isWithheld else { return [] }
    let withheld = minimumGroup.withheld(of: plan.remainders.map(\.compared))
    let shown = zip(plan.remainders, withheld).filter { !$1 }.map(\.0)
    return shown.prefix(10).map { remainder in
      let (open, without) = (remainder.open, remainder.withoutWorkshop)
      let why =
        without >= open
        ? "no workshop leads to it from where people are"
        : without == 0
          ? "the limits allow no more"
          : "no workshop leads to \(without) of them from where people are, for the "
            + "rest the limits allow no more"
      return "\(name(remainder.competency)): \(open) levels stay open; \(why)."
    }
  }

  func name(_ position: Int) -> String {
    let competency = plan.demand.framework.competencies[position]
    return "\(competency.title.text(in: language)) (\(competency.id))"
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    let share = whole > 0 ? Double(part) / Double(whole) * 100 : 0
    return share > 0 && share < 0.05 ? "less than 0.1 %" : Decimal.text(share, places: 1) + " %"
  }
}
