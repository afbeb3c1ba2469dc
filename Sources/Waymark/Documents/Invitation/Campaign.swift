public import WaymarkBasics

/// A gathering of responses to one version of one framework.
public struct Campaign: Hashable, Sendable {
  /// How many of the people who were invited are in one group, as the association knows it.
  public struct Invited: Hashable, Sendable {
    /// The name of the grouping: `role`, a background question or a derived grouping; `*` for all.
    public let grouping: String
    /// The group's id, or `*` for all.
    public let group: String
    /// How many work there, answered or not.
    public let people: Int

    package init(grouping: String, group: String, people: Int) {
      self.grouping = grouping
      self.group = group
      self.people = people
    }
  }

  /// The name that commands use.
  public let id: ID<Campaign>
  /// The name that people read.
  public let title: String
  /// The framework that every response answers, down to the bytes.
  public let framework: Framework.Key
  /// The SHA-256 of the document of background questions, 64 lower-case hexadecimal digits.
  public let backgroundDocument: String
  /// The first day on which answers are asked for; `nil` when nobody set one.
  public let opens: CalendarDate?
  /// The last day on which answers are asked for; `nil` when nobody set one.
  public let closes: CalendarDate?
  /// The day on which the campaign was closed: from then on no response is taken in.
  public let closed: CalendarDate?
  /// Which statements are asked.
  public let form: QuestionnaireForm
  /// How importance is asked.
  public let importance: ImportanceMode
  /// The background questions that are asked, in order.
  public let background: [ID<BackgroundQuestions.Field>]
  /// The tables that a public report may show, each by one or two groupings.
  public let menu: [[String]]
  /// Who was invited; empty when nobody knows.
  public let invited: [Invited]
  /// Whether the people in it were made up by `waymark demo`; said in every output made from it.
  public let isMadeUp: Bool

  package init(
    id: ID<Campaign>, title: String, framework: Framework.Key, backgroundDocument: String,
    opens: CalendarDate? = nil, closes: CalendarDate? = nil, closed: CalendarDate? = nil,
    form: QuestionnaireForm = .full, importance: ImportanceMode = .picks,
    background: [ID<BackgroundQuestions.Field>] = [],
    menu: [[String]] = [], invited: [Invited] = [], isMadeUp: Bool = false
  ) {
    self.id = id
    self.title = title
    self.framework = framework
    self.backgroundDocument = backgroundDocument
    self.opens = opens
    self.closes = closes
    self.closed = closed
    self.form = form
    self.importance = importance
    self.background = background
    self.menu = menu
    self.invited = invited
    self.isMadeUp = isMadeUp
  }
}

/// How a campaign asks what matters most to its respondents.
public enum ImportanceMode: String, Hashable, Sendable, CaseIterable {
  /// Not at all.
  case none
  /// Up to two statements an area and the top three of all.
  case picks
  /// Each statement from 1, not important for one's work, to 5, essential.
  case rated
}
