package import FoundationEssentials
package import WaymarkBasics

/// What a respondent gives to a campaign: answers, and nothing that names the person.
///
/// There is no field for a name, for notes, or for how the questionnaire was answered.
package struct Response: Equatable, Sendable {
  /// Names the respondent within a campaign; random, or the `respondent_id` of a table.
  package let id: String
  /// Counts the times that it was given; a higher revision replaces a lower one.
  package let revision: Int
  /// A random id that lets years be compared; only when the person agreed.
  package let link: UUID?
  /// The month it was given, `2026-11`; absent in tables.
  package let month: String?
  /// The role that the answers are compared with.
  package let role: RoleID?
  /// The form that was answered.
  package let form: QuestionnaireForm
  /// The answers; a competency that is absent was not asked.
  package let answers: [CompetencyID: Answer]
  /// What matters most to the person.
  package let importance: Assessment.Importance
  /// The answers to background questions that the person agreed to give; absent is no answer.
  package let background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]]
  /// What the person added by their own choice.
  package let addition: ResponseAddition

  package init(
    id: String, revision: Int, link: UUID?, month: String?, role: RoleID?,
    form: QuestionnaireForm = .full, answers: [CompetencyID: Answer],
    importance: Assessment.Importance,
    background: [ID<BackgroundQuestions.Field>: [ID<BackgroundQuestions.Option>]],
    addition: ResponseAddition = .none
  ) {
    self.id = id
    self.revision = revision
    self.link = link
    self.month = month
    self.role = role
    self.form = form
    self.answers = answers
    self.importance = importance
    self.background = background
    self.addition = addition
  }

  /// How the id of a made-up respondent begins.
  package static let madeUpPrefix = "made-up-"

  /// Whether the respondent was made up by `waymark demo`, by its id; a campaign with one such
  /// response is made up as a whole.
  package var isMadeUp: Bool { id.hasPrefix(Self.madeUpPrefix) }
}

/// What a person adds to a response by their own choice; none of it counts as an answer.
package struct ResponseAddition: Hashable, Sendable {
  /// Where they were on an earlier day, as they see it now.
  package let lookingBack: LookingBack?
  /// The ids of the resources and workshops of catalogues that they did, sorted; empty where they
  /// said nothing of it.
  package let did: [ID<LearningResource>]

  /// Nothing is added.
  package static let none = ResponseAddition()

  package init(lookingBack: LookingBack? = nil, did: some Sequence<ID<LearningResource>> = []) {
    self.lookingBack = lookingBack
    self.did = Set(did).sorted()
  }

  /// Adds all that it says to a hash, in a fixed order; nothing where nothing was added.
  func add(to hash: inout FNV1a) {
    if let lookingBack {
      hash.add(0xFF)
      hash.add(lookingBack.month)
      for (id, level) in lookingBack.levels.sorted(by: { $0.key < $1.key }) {
        hash.add(0xFF)
        hash.add("\(id) \(level.rank)")
      }
    }
    guard !did.isEmpty else { return }
    // No byte of UTF-8 either: what was done is not taken for what was looked back to.
    hash.add(0xFE)
    for id in did {
      hash.add(0xFF)
      hash.add(id.description)
    }
  }
}
