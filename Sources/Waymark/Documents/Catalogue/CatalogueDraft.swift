package import WaymarkBasics

/// A catalogue of learning resources as a document gives it; not yet checked.
package struct CatalogueDraft: Hashable, Sendable {
  /// A competency that a resource serves.
  package struct Service: Hashable, Sendable {
    package var competency: String?
    /// The rank of the level before.
    package var from: Int?
    /// The rank of the level after.
    package var to: Int?
    /// Where it stands.
    package var place: LineAndColumn

    package init(competency: String?, from: Int?, to: Int?, at place: LineAndColumn) {
      self.competency = competency
      self.from = from
      self.to = to
      self.place = place
    }
  }

  /// What has to be there before: a level of a competency, another resource or another workshop.
  package struct Requirement: Hashable, Sendable {
    package var competency: String?
    /// The rank of the level.
    package var level: Int?
    /// The other resource.
    package var resource: String?
    /// Where it stands.
    package var place: LineAndColumn

    package init(
      competency: String?, level: Int?, resource: String?, at place: LineAndColumn
    ) {
      self.competency = competency
      self.level = level
      self.resource = resource
      self.place = place
    }
  }

  /// A day on which a resource takes place.
  package struct Event: Hashable, Sendable {
    /// The day as written.
    package var day: String?
    /// Where it stands.
    package var place: LineAndColumn

    package init(day: String?, at place: LineAndColumn) {
      self.day = day
      self.place = place
    }
  }

  /// Something to do at work that leads from a level of a competency to the next.
  package struct Practice: Hashable, Sendable {
    package var competency: String?
    /// The rank of the level before.
    package var from: Int?
    /// How long it takes, in minutes.
    package var minutes: Int?
    /// What to do.
    package var text = TextDraft()
    /// Where it stands.
    package var place: LineAndColumn

    /// Begins with the attributes; the text follows.
    package init(competency: String?, from: Int?, minutes: Int?, at place: LineAndColumn) {
      self.competency = competency
      self.from = from
      self.minutes = minutes
      self.place = place
    }
  }

  /// A workshop; words and numbers as written.
  package struct Workshop: Hashable, Sendable {
    /// The id and the name.
    package var name: NamedDraft
    /// What people do there.
    package var description = TextDraft()
    /// How long it takes, in minutes.
    package var minutes: Int?
    /// How many people can take part.
    package var seats: Int?
    /// What holding it once costs, in US dollars.
    package var usd: Int?
    /// How many days holding it once takes of a trainer.
    package var trainerDays: Int?
    /// `online` or `on-site`.
    package var setting: String?
    /// The language tags, separated by spaces.
    package var languages: String?
    /// What it serves, in the order of the document.
    package var serves: [Service] = []
    /// What has to be there before; the `resource` of one is a workshop.
    package var requires: [Requirement] = []

    /// Begins with the id; the rest follows.
    package init(id: String?, at place: LineAndColumn) { name = NamedDraft(id: id, at: place) }
  }

  /// A resource; words and numbers as written.
  package struct Resource: Hashable, Sendable {
    /// The id and the name.
    package var name: NamedDraft
    /// What one does with it.
    package var description = TextDraft()
    /// What kind of thing it is.
    package var format: String?
    /// How long it takes, in minutes.
    package var minutes: Int?
    /// `yes` when the minutes are Waymark's estimate, else `no` or absent.
    package var estimated: String?
    /// `free`, `account`, `members` or `paid`.
    package var cost: String?
    /// The amount in US dollars.
    package var usd: Int?
    /// Who may use it.
    package var access: String?
    /// The language tags, separated by spaces.
    package var languages: String?
    /// Who offers it.
    package var provider: String?
    /// Where it is.
    package var url: String?
    /// The month it was last looked at.
    package var checked: String?
    /// Whether it can still be used.
    package var status: String?
    /// How the entry was verified.
    package var evidence: String?
    /// What it serves, in the order of the document.
    package var serves: [Service] = []
    /// What has to be there before, in the order of the document.
    package var requires: [Requirement] = []
    /// When it takes place, in the order of the document.
    package var events: [Event] = []
    /// `yes` or `no`; absent when nobody says.
    package var captions: String?
    /// `yes` or `no`; absent when nobody says.
    package var certificate: String?

    /// Begins with the id; the rest follows.
    package init(id: String?, at place: LineAndColumn) { name = NamedDraft(id: id, at: place) }
  }

  /// What the document says of itself.
  package var header: DocumentHeader
  /// The framework whose competencies are served.
  package var framework: FrameworkMention
  /// The catalogue's name.
  package var title = TextDraft()
  /// The resources in order.
  package var resources: [Resource] = []
  /// The practice steps in order.
  package var practice: [Practice] = []
  /// The workshops in order.
  package var workshops: [Workshop] = []

  /// Begins with the header; the rest follows.
  package init(header: DocumentHeader, framework: FrameworkMention) {
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
  package func checked(against framework: Framework?, isWhole: Bool = true) -> Checked<Catalogue> {
    var rules = CatalogueRules(self, framework: framework, isWhole: isWhole)
    return rules.checked()
  }
}
