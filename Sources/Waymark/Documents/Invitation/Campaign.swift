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
  public package(set) var title: String
  /// The framework that every response answers, down to the bytes.
  public let framework: Framework.Key
  /// The SHA-256 of the document of background questions, 64 lower-case hexadecimal digits.
  public let backgroundDocument: String
  /// The first day on which answers are asked for; `nil` when nobody set one.
  public package(set) var opens: CalendarDate?
  /// The last day on which answers are asked for; `nil` when nobody set one.
  public package(set) var closes: CalendarDate?
  /// The day on which the campaign was closed: from then on no response is taken in.
  public package(set) var closed: CalendarDate?
  /// Which statements are asked.
  public let form: QuestionnaireForm
  /// How importance is asked.
  public let importance: ImportanceMode
  /// The background questions that are asked, in order.
  public let background: [ID<BackgroundQuestions.Field>]
  /// The tables that a public report may show, each by one or two groupings.
  public package(set) var menu: [[String]]
  /// Who was invited; empty when nobody knows.
  public package(set) var invited: [Invited]
  /// Whether the people in it were made up by `waymark demo`; said in every output made from it.
  public let isMadeUp: Bool
  /// The day until which the answers are to be kept; `nil` when nobody set one.
  ///
  /// People are reminded of it; nothing is removed by itself.
  public package(set) var keepUntil: CalendarDate?

  package init(
    id: ID<Campaign>, title: String, framework: Framework.Key, backgroundDocument: String,
    opens: CalendarDate? = nil, closes: CalendarDate? = nil, closed: CalendarDate? = nil,
    form: QuestionnaireForm = .full, importance: ImportanceMode = .picks,
    background: [ID<BackgroundQuestions.Field>] = [],
    menu: [[String]] = [], invited: [Invited] = [], isMadeUp: Bool = false,
    keepUntil: CalendarDate? = nil
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
    self.keepUntil = keepUntil
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
