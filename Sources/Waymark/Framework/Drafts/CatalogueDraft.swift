/// A catalogue of learning resources as a document gives it; not yet checked.
public struct CatalogueDraft: Hashable, Sendable {
  /// A competency that a resource serves.
  public struct Service: Hashable, Sendable {
    /// The competency.
    public var competency: String?
    /// The rank of the level before.
    public var from: Int?
    /// The rank of the level after.
    public var to: Int?
    /// Where it stands.
    public var place: LineAndColumn

    /// Joins the parts.
    public init(competency: String?, from: Int?, to: Int?, at place: LineAndColumn) {
      self.competency = competency
      self.from = from
      self.to = to
      self.place = place
    }
  }

  /// What has to be there before: a level of a competency, another resource or another workshop.
  public struct Requirement: Hashable, Sendable {
    /// The competency.
    public var competency: String?
    /// The rank of the level.
    public var level: Int?
    /// The other resource.
    public var resource: String?
    /// Where it stands.
    public var place: LineAndColumn

    /// Joins the parts.
    public init(
      competency: String?, level: Int?, resource: String?, at place: LineAndColumn
    ) {
      self.competency = competency
      self.level = level
      self.resource = resource
      self.place = place
    }
  }

  /// A day on which a resource takes place.
  public struct Event: Hashable, Sendable {
    /// The day as written.
    public var day: String?
    /// Where it stands.
    public var place: LineAndColumn

    /// Joins the parts.
    public init(day: String?, at place: LineAndColumn) {
      self.day = day
      self.place = place
    }
  }

  /// Something to do at work that leads from a level of a competency to the next.
  public struct Practice: Hashable, Sendable {
    /// The competency.
    public var competency: String?
    /// The rank of the level before.
    public var from: Int?
    /// How long it takes, in minutes.
    public var minutes: Int?
    /// What to do.
    public var text = TextDraft()
    /// Where it stands.
    public var place: LineAndColumn

    /// Begins with the attributes; the text follows.
    public init(competency: String?, from: Int?, minutes: Int?, at place: LineAndColumn) {
      self.competency = competency
      self.from = from
      self.minutes = minutes
      self.place = place
    }
  }

  /// A workshop; words and numbers as written.
  public struct Workshop: Hashable, Sendable {
    /// The id and the name.
    public var name: NamedDraft
    /// What people do there.
    public var description = TextDraft()
    /// How long it takes, in minutes.
    public var minutes: Int?
    /// How many people can take part.
    public var seats: Int?
    /// What holding it once costs, in US dollars.
    public var usd: Int?
    /// How many days holding it once takes of a trainer.
    public var trainerDays: Int?
    /// `online` or `on-site`.
    public var setting: String?
    /// The language tags, separated by spaces.
    public var languages: String?
    /// What it serves, in the order of the document.
    public var serves: [Service] = []
    /// What has to be there before; the `resource` of one is a workshop.
    public var requires: [Requirement] = []

    /// Begins with the id; the rest follows.
    public init(id: String?, at place: LineAndColumn) { name = NamedDraft(id: id, at: place) }
  }

  /// A resource; words and numbers as written.
  public struct Resource: Hashable, Sendable {
    /// The id and the name.
    public var name: NamedDraft
    /// What one does with it.
    public var description = TextDraft()
    /// What kind of thing it is.
    public var format: String?
    /// How long it takes, in minutes.
    public var minutes: Int?
    /// `yes` when the minutes are Waymark's estimate, else `no` or absent.
    public var estimated: String?
    /// `free`, `account`, `members` or `paid`.
    public var cost: String?
    /// The amount in US dollars.
    public var usd: Int?
    /// Who may use it.
    public var access: String?
    /// The language tags, separated by spaces.
    public var languages: String?
    /// Who offers it.
    public var provider: String?
    /// Where it is.
    public var url: String?
    /// The month it was last looked at.
    public var checked: String?
    /// Whether it can still be used.
    public var status: String?
    /// How the entry was verified.
    public var evidence: String?
    /// What it serves, in the order of the document.
    public var serves: [Service] = []
    /// What has to be there before, in the order of the document.
    public var requires: [Requirement] = []
    /// When it takes place, in the order of the document.
    public var events: [Event] = []
    /// `yes` or `no`; absent when nobody says.
    public var captions: String?
    /// `yes` or `no`; absent when nobody says.
    public var certificate: String?

    /// Begins with the id; the rest follows.
    public init(id: String?, at place: LineAndColumn) { name = NamedDraft(id: id, at: place) }
  }

  /// What the document says of itself.
  public var header: DocumentHeader
  /// The framework whose competencies are served.
  public var framework: FrameworkMention
  /// The catalogue's name.
  public var title = TextDraft()
  /// The resources in order.
  public var resources: [Resource] = []
  /// The practice steps in order.
  public var practice: [Practice] = []
  /// The workshops in order.
  public var workshops: [Workshop] = []

  /// Begins with the header; the rest follows.
  public init(header: DocumentHeader, framework: FrameworkMention) {
    self.header = header
    self.framework = framework
  }

  /// Makes a catalogue of the draft or tells all that is wrong with it.
  ///
  /// - Parameters:
  ///   - framework: the framework that the catalogue names; `nil` leaves out the checks of
  ///     competencies and of the height of the scale.
  ///   - isWhole: `false` when parts of the document could not be read; then nothing is said of
  ///     what is missing, as it may stand in those parts.
  public func checked(against framework: Framework?, isWhole: Bool = true) -> Checked<Catalogue> {
    var rules = CatalogueRules(self, framework: framework, isWhole: isWhole)
    return rules.checked()
  }
}
