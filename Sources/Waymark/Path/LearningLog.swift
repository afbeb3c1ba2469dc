public import FoundationEssentials
public import WaymarkBasics

/// What a person's paths remember from one to the next.
public struct LearningLog: Equatable, Sendable {
  /// A day that was handed to a calendar.
  public struct Appointment: Hashable, Sendable {
    /// What it was called.
    public let title: String
    /// The day on which it takes place.
    public let day: CalendarDate

    package init(title: String, day: CalendarDate) {
      self.title = title
      self.day = day
    }
  }

  /// What was done, the earliest first; of one day what was kept first.
  public private(set) var done: [DoneStep]
  /// What the person does not want.
  public private(set) var dropped: Set<ID<LearningResource>>
  /// What earlier paths were asked for.
  public var wishes: AskedWishes
  /// The path that was seen last.
  public private(set) var path: KeptPath?
  /// A random id, new for each person, that the entries of their calendar share.
  public let calendar: UUID
  /// What was handed to a calendar, by resource.
  public private(set) var appointments: [ID<LearningResource>: Appointment]
  /// What was ever done or dropped, each once, in the order in which that was first said: the place of
  /// each, from 1, is its number for good, whether it was taken back or not.
  public private(set) var marked: [Marked]

  /// Something that was done or dropped at some time.
  public struct Marked: Hashable, Sendable {
    /// The resource or workshop.
    public let resource: ID<LearningResource>
    /// What it was called.
    public let title: String

    package init(resource: ID<LearningResource>, title: String) {
      self.resource = resource
      self.title = title
    }
  }

  /// Joins the parts; what was done is put in the order of its days, of one day as it is given, and
  /// what has no number yet is given one: what was done first, then what was dropped, by its id.
  public init(
    calendar: UUID, done: [DoneStep] = [], dropped: Set<ID<LearningResource>> = [],
    wishes: AskedWishes = AskedWishes(), path: KeptPath? = nil,
    appointments: [ID<LearningResource>: Appointment] = [:], marked: [Marked] = []
  ) {
    self.marked = marked
    self.calendar = calendar
    self.done = done.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
    self.dropped = dropped
    self.wishes = wishes
    self.path = path
    self.appointments = appointments
    for record in self.done { number(record.resource, title: record.title) }
    for resource in dropped.sorted() { number(resource, title: resource.description) }
  }

  private mutating func number(_ resource: ID<LearningResource>, title: String) {
    guard number(of: resource) == nil else { return }
    marked.append(Marked(resource: resource, title: title))
  }

  /// The number that something which was ever done or dropped has for good.
  public func number(of resource: ID<LearningResource>) -> Int? {
    marked.firstIndex { $0.resource == resource }.map { $0 + 1 }
  }

  /// The statements that finished steps are about, of those that came after an assessment.
  public func touched(after assessment: UUID) -> [CompetencyID] {
    done.filter { $0.assessment == assessment }.flatMap(\.serves).map(\.competency)
  }

  /// The statements that steps are about that were finished on a day or later.
  public func touched(since day: CalendarDate) -> [CompetencyID] {
    done.filter { day <= $0.day }.flatMap(\.serves).map(\.competency)
  }

  /// Keeps that something was done, in the place of an earlier record of the same.
  public mutating func keep(_ record: DoneStep) {
    done.removeAll { $0.resource == record.resource }
    let place = done.firstIndex { $0.day > record.day }
    done.insert(record, at: place ?? done.endIndex)
    dropped.remove(record.resource)
    number(record.resource, title: record.title)
  }

  /// Leaves a resource out of paths from now on.
  ///
  /// - Parameter title: what it is called.
  public mutating func drop(_ resource: ID<LearningResource>, title: String) {
    dropped.insert(resource)
    number(resource, title: title)
  }

  /// Takes back that a resource was done or dropped.
  ///
  /// - Returns: whether it had been.
  public mutating func takeBack(_ resource: ID<LearningResource>) -> Bool {
    let count = done.count
    done.removeAll { $0.resource == resource }
    return dropped.remove(resource) != nil || done.count < count
  }

  /// Forgets what was asked for; what was done and what was dropped stays.
  public mutating func startAfresh() { wishes = AskedWishes() }

  /// Keeps a path as the one that was seen last; its revision is raised where its steps are others.
  ///
  /// - Parameter language: the language of the titles.
  public mutating func keep(
    _ path: LearningPath, on day: CalendarDate, language: LanguageTag = .english
  ) {
    let steps = path.steps.map { step in
      KeptPath.Step(
        resource: step.resource.id, title: step.resource.title.text(in: language), day: step.day,
        serves: step.resource.serves)
    }
    if let kept = self.path, kept.steps == steps, kept.assessment == path.profile.assessment {
      return
    }
    self.path = KeptPath(
      steps: steps, assessment: path.profile.assessment, made: day,
      revision: self.path.map { $0.revision + 1 } ?? 0)
  }

  /// Keeps that the days of a path were handed to a calendar.
  ///
  /// - Parameter language: the language of the titles.
  public mutating func keepAppointments(
    of path: LearningPath, language: LanguageTag = .english
  ) {
    for (step, day) in path.calendarDays {
      appointments[step.resource.id] = Appointment(
        title: step.resource.title.text(in: language), day: day)
    }
  }
}

/// Something that a person has done of a path, kept as evidence.
public struct DoneStep: Hashable, Sendable {
  /// The longest note, in Unicode scalars, as the store counts.
  public static let noteLimit = 2000

  /// The resource that was done.
  public let resource: ID<LearningResource>
  /// What it was called then.
  public let title: String
  /// The day it was done.
  public let day: CalendarDate
  /// What the person wrote about it.
  public let note: String?
  /// The levels it led from and to then; it may have left the catalogue since.
  public let serves: [LearningResource.Service]
  /// The assessment whose levels it came after; `nil` when it came before every assessment.
  ///
  /// The levels of this one rise by it; those of a later one were rated with it in mind.
  public let assessment: UUID?

  /// Joins what is kept; a new log has nothing but the random id of its calendar.
  public init(
    resource: ID<LearningResource>, title: String, day: CalendarDate, note: String? = nil,
    serves: [LearningResource.Service], assessment: UUID?
  ) {
    self.resource = resource
    self.title = title
    self.day = day
    self.note = note
    self.serves = serves
    self.assessment = assessment
  }

  /// The same without what the person wrote.
  var withoutNote: DoneStep {
    DoneStep(
      resource: resource, title: title, day: day, serves: serves, assessment: assessment)
  }
}

/// A path as a person last saw it.
///
/// The next one refers to its steps by their numbers, says what has changed, and updates the
/// calendar that was made of it.
public struct KeptPath: Equatable, Sendable {
  /// A step with what is needed once its resource has left the catalogue.
  package struct Step: Hashable, Sendable {
    package let resource: ID<LearningResource>
    /// What it was called.
    package let title: String
    /// The day by which it is done, or on which it takes place; `nil` without weeks.
    package let day: CalendarDate?
    /// The levels it leads from and to.
    package let serves: [LearningResource.Service]

    package init(
      resource: ID<LearningResource>, title: String, day: CalendarDate?,
      serves: [LearningResource.Service]
    ) {
      self.resource = resource
      self.title = title
      self.day = day
      self.serves = serves
    }
  }

  /// The steps in order.
  package let steps: [Step]
  /// The assessment that it was made from.
  package let assessment: UUID
  /// The day it was made.
  package let made: CalendarDate
  /// Counts the times that the steps changed, from 0.
  package let revision: Int

  package init(steps: [Step], assessment: UUID, made: CalendarDate, revision: Int) {
    self.steps = steps
    self.assessment = assessment
    self.made = made
    self.revision = revision
  }
}

/// How a path differs from the one that was seen before it.
public enum PathChange: Hashable, Sendable {
  /// A step that was done.
  case done(DoneStep)
  /// A step that the catalogue no longer has.
  case vanished(title: String)
  /// A step that is none any more, and why.
  case removed(LearningResource, LearningPath.Obstacle)
  /// A step that serves no gap any more.
  case needless(title: String)
  /// A new step.
  case added(LearningResource)
  /// A step with another day.
  case moved(LearningResource, from: CalendarDate, to: CalendarDate)

  /// What has changed from one path to the next: first the steps that went, then those that came or
  /// moved, each in the order of its path.
  static func changes(
    from kept: KeptPath, to steps: [LearningPath.Step], leftOut: [LearningPath.LeftOut],
    done: [DoneStep], catalogue: Catalogue
  ) -> [PathChange] {
    let now = Set(steps.map(\.resource.id))
    let known = Set(catalogue.resources.map(\.id))
    let gone = kept.steps.filter { !now.contains($0.resource) }.map { step -> PathChange in
      if let record = done.first(where: { $0.resource == step.resource }) { return .done(record) }
      guard known.contains(step.resource) else { return .vanished(title: step.title) }
      return leftOut.first { $0.resource.id == step.resource }.map {
        .removed($0.resource, $0.reason)
      } ?? .needless(title: step.title)
    }
    let came = steps.compactMap { step -> PathChange? in
      guard let before = kept.steps.first(where: { $0.resource == step.resource.id }) else {
        return .added(step.resource)
      }
      guard let from = before.day, let to = step.day, from != to else { return nil }
      return .moved(step.resource, from: from, to: to)
    }
    return gone + came
  }
}
