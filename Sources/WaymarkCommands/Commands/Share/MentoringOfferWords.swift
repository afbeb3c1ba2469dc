import Waymark
import WaymarkBasics
import WaymarkPages

/// What is said of an offer to teach, or to learn from somebody.
struct MentoringOfferWords: Sendable {
  let common = CommonWords()

  // MARK: - What does not go together

  let needsContact = "--teach and --seek need --contact TEXT: you can be reached by it alone."
  let menteesNeedTeaching = "--mentees goes with --teach ID."

  func needsOffer(_ option: String) -> String { "\(option) goes with --teach ID or --seek ID." }

  func menteesNotAmong(_ limits: ClosedRange<Int>) -> String {
    "--mentees: give a number from \(limits.lowerBound) to \(limits.upperBound)."
  }

  // MARK: - What cannot be offered

  func noLanguage(_ text: String) -> String {
    "--speak: '\(text.printableLine)' is no language tag; use one such as en or es-MX"
  }

  func tooManyLanguages(most: Int) -> String { "--speak: name at most \(most) languages" }

  let nothingOffered = "--teach, --seek: say what you teach or seek"

  func taughtAndSought(_ id: CompetencyID) -> String {
    "--seek '\(id)': you offer to teach it as well; leave one of the two out"
  }

  func noContact(_ lengths: ClosedRange<Int>) -> String {
    "--contact: write your name and how to reach you, 1 to "
      + "\(lengths.upperBound) plain characters on one line"
  }

  /// - Parameters:
  ///   - level: what the person chose for it.
  ///   - levels: those at which something can be taught.
  func noStrength(_ id: CompetencyID, at level: Level?, teachingAt levels: [Level]) -> String {
    let teaching = levels.map { String($0.rank) }.joined(separator: " or ")
    let chosen = level.map { "you chose \($0.rank)" } ?? "you gave it no level"
    return "--teach '\(id)': \(chosen), and what you teach you rated \(teaching); "
      + "see your strengths with: waymark profile"
  }

  let statement = "statement"
  func toSeeStatements(_ framework: FrameworkID) -> String {
    "see them with: waymark framework show \(framework)"
  }

  let region = "region"
  let toSeeRegions = "see them with: waymark framework show background"

  let neverShared = (what: "no offer was ever shared", mend: "there is nothing to take back")

  func nameIsTaken(_ path: String) -> String {
    "-o '\(path.printableLine)': the second file has this name; choose another"
  }

  // MARK: - What leaves

  let leaves = "This is all that leaves, and only if you send it:"

  /// - Parameter isAlone: whether it is the only file.
  func takesBack(isAlone: Bool) -> String {
    "\(file(isAlone: isAlone)) takes your offer back:"
  }

  /// - Parameter isAlone: whether it is the only file.
  func holds(isAlone: Bool) -> String {
    "\(file(isAlone: isAlone)) has what you wrote as contact, and no answers:"
  }

  private func file(isAlone: Bool) -> String { isAlone ? "It" : "The second" }

  /// What a file says, for those who do not read JSON.
  func inWords(_ card: MentoringCard, for campaign: ID<Campaign>?) -> String {
    let people = card.mentees == 1 ? "one person" : "up to \(card.mentees) people"
    let purposes = MentoringCard.Purpose.allCases.filter(card.purposes.contains).map(inWords)
    return [
      "In words: for \(purposes.joined(separator: " and ")) alone",
      campaign.map { "for the campaign \($0)" },
      "your contact '\(card.contact)'",
      card.teaches.isEmpty ? nil : "that you would teach \(list(card.teaches)) to \(people)",
      card.seeks.isEmpty ? nil : "that you seek to learn \(list(card.seeks))",
      card.region.map { "the region \($0)" } ?? "no region",
      "the languages you would meet in (\(common.languages(card.languages)))",
      "a random id that is not the one of your answers",
      "and a proof for later files.",
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private func inWords(_ purpose: MentoringCard.Purpose) -> String {
    switch purpose {
    case .mentoring: "the mentoring program"
    case .training: "your trainer"
    }
  }

  private func list(_ ids: [CompetencyID]) -> String {
    ids.map(\.description).joined(separator: ", ")
  }

  // MARK: - What was done

  let sendingApart =
    "The file with your name shares no id with your answers, but whoever holds both could compare "
    + "what you teach with them: send them apart."

  func toTakeBack(_ suffix: String) -> String {
    "To take it back later: waymark share --withdraw --offer-alone\(suffix)"
  }
}
