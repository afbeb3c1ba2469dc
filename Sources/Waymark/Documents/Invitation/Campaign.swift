package import WaymarkBasics

/// A gathering of responses to one version of one framework.
package struct Campaign: Hashable, Sendable {
  /// How many of the people who were invited are in one group, as the association knows it.
  package struct Invited: Hashable, Sendable {
    /// The name of the grouping: `role`, a background question or a derived grouping; `*` for all.
    package let grouping: String
    /// The group's id, or `*` for all.
    package let group: String
    package let people: Int

    package init(grouping: String, group: String, people: Int) {
      self.grouping = grouping
      self.group = group
      self.people = people
    }
  }

  /// The name that commands use.
  package let id: ID<Campaign>
  /// The name that people read.
  package let title: String
  /// The framework that every response answers, down to the bytes.
  package let framework: Framework.Key
  /// The SHA-256 of the document of background questions, 64 lower-case hexadecimal digits.
  package let backgroundDocument: String
  /// The first day on which answers are asked for; `nil` when nobody set one.
  package let opens: CalendarDate?
  /// The last day on which answers are asked for; `nil` when nobody set one.
  package let closes: CalendarDate?
  /// The day on which the campaign was closed: from then on no response is taken in.
  package let closed: CalendarDate?
  /// How importance is asked.
  package let importance: ImportanceMode
  /// The background questions that are asked, in order.
  package let background: [ID<BackgroundQuestions.Field>]
  /// The tables that a public report may show, each by one or two groupings.
  package let menu: [[String]]
  /// Who was invited; empty when nobody knows.
  package let invited: [Invited]
  /// Whether the people in it were made up by `waymark demo`; said in every output made from it.
  package let isMadeUp: Bool

  package init(
    id: ID<Campaign>, title: String, framework: Framework.Key, backgroundDocument: String,
    opens: CalendarDate? = nil, closes: CalendarDate? = nil, closed: CalendarDate? = nil,
    importance: ImportanceMode = .picks, background: [ID<BackgroundQuestions.Field>] = [],
    menu: [[String]] = [], invited: [Invited] = [], isMadeUp: Bool = false
  ) {
    self.id = id
    self.title = title
    self.framework = framework
    self.backgroundDocument = backgroundDocument
    self.opens = opens
    self.closes = closes
    self.closed = closed
    self.importance = importance
    self.background = background
    self.menu = menu
    self.invited = invited
    self.isMadeUp = isMadeUp
  }
}

/// How a campaign asks what matters most to its respondents.
package enum ImportanceMode: String, Hashable, Sendable, CaseIterable {
  /// Not at all.
  case none
  /// Up to two statements an area and the top three of all.
  case picks
  /// Each statement from 1, not important for one's work, to 5, essential.
  case rated
}
