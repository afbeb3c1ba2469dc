package import Waymark
package import WaymarkBasics

/// A profile as text for a terminal or a printer.
package enum ProfileText {
  /// How many strengths are listed; the rest are counted.
  private static let listedStrengths = 8

  /// The profile in lines of at most the style's width, each ended by a line feed.
  ///
  /// - Parameters:
  ///   - profile: What to show.
  ///   - style: The width, the accents, and whether every line stands alone.
  ///   - person: Whose profile it is, where several people share a computer.
  ///   - language: The language of the framework's words; Waymark's own are English.
  package static func page(
    _ profile: Profile, style: TextStyle = TextStyle(), person: String? = nil,
    language: LanguageTag = .english
  ) -> String {
    let words = ProfileWords(profile: profile, language: language)
    var page = TextPage(style)
    page.heading(words.title)
    if let person { page.line("For \(person)") }
    page.sentences([words.framework + ".", words.comparison + "."])
    page.line(ProfileWords.selfView)
    page.blank()
    page.sentences(words.headline)
    if let second = words.secondRole { page.line(second) }
    if let unrated = words.unrated { page.line(unrated) }
    page.blank()
    areas(profile, words, &page)
    startWith(profile, words, &page)
    strengths(profile, words, &page)
    changes(profile, words, &page)
    page.blank()
    page.sentences(ProfileWords.origin)
    return page.text
  }

  private static func areas(
    _ profile: Profile, _ words: ProfileWords, _ page: inout TextPage
  ) {
    let names = profile.areas.map { $0.area.shortTitle.text(in: words.language) }
    guard let own = profile.comparisons.first else {
      let counts = profile.areas.map { profile.levelCounts($0.items) }
      return levels(names, counts, words, &page)
    }
    guard !page.style.isAccessible else {
      for (name, counts) in zip(names, own.areas) {
        page.line(
          counts.rated == 0
            ? "\(name): nothing to compare."
            : "\(name): \(counts.atOrAbove) of \(counts.rated) at or above, \(counts.notYet) not yet."
        )
      }
      return
    }
    let figures = 24
    let longest = own.areas.map(\.rated).max() ?? 0
    let width = nameWidth(["Area"] + names, beside: figures, in: page.style)
    let legend = "# = at or above, . = not yet"
    let hasBars = width + figures + 3 + max(longest, legend.utf8.count) <= page.style.width
    page.row(
      "Area", width: width,
      cells: "   at or above   not yet" + (hasBars ? "   " + legend : ""))
    for (name, counts) in zip(names, own.areas) {
      let share =
        counts.rated == 0
        ? "-" : "\(counts.atOrAbove) of \(leftPadded(String(counts.rated), to: 2))"
      let bar =
        page.style.accent(String(repeating: "#", count: counts.atOrAbove))
        + String(repeating: ".", count: counts.notYet)
      page.row(
        name, width: width,
        cells: leftPadded(share, to: 14)
          + leftPadded(counts.rated == 0 ? "-" : String(counts.notYet), to: 10)
          + (hasBars && counts.rated > 0 ? "   " + bar : ""))
    }
  }

  private static func levels(
    _ names: [String], _ counts: [[Int]], _ words: ProfileWords, _ page: inout TextPage
  ) {
    let steps = words.profile.framework.scale.steps
    guard !page.style.isAccessible else {
      for (name, counts) in zip(names, counts) {
        let parts = zip(steps, counts).filter { $0.1 > 0 }.map { step, count in
          "\(count) at level \(words.name(of: step.level))"
        }
        page.line("\(name): " + (parts.isEmpty ? "no level." : parts.joined(separator: "; ") + "."))
      }
      return
    }
    page.line(
      "How many at each level: "
        + steps.map { "\($0.level.rank) \($0.label.text(in: words.language))" }.joined(
          separator: ", ")
        + ".")
    page.blank()
    let width = nameWidth(["Area"] + names, beside: 4 * steps.count, in: page.style)
    page.row(
      "Area", width: width, cells: steps.map { leftPadded(String($0.level.rank), to: 4) }.joined())
    for (name, counts) in zip(names, counts) {
      page.row(name, width: width, cells: counts.map { leftPadded(String($0), to: 4) }.joined())
    }
  }

  private static func startWith(
    _ profile: Profile, _ words: ProfileWords, _ page: inout TextPage
  ) {
    let items = profile.startWith
    if items.isEmpty {
      if let own = profile.comparisons.first, own.counts.rated > 0 {
        page.blank()
        page.line(ProfileWords.nothingToStartWith)
      }
      return
    }
    page.blank()
    page.heading(words.startHeading)
    for (place, item) in items.enumerated() {
      page.numbered(place + 1, words.name(of: item.competency))
      page.sentences(words.reason(item), indentation: 3)
    }
  }

  private static func strengths(
    _ profile: Profile, _ words: ProfileWords, _ page: inout TextPage
  ) {
    let strengths = profile.strengths
    guard !strengths.isEmpty else { return }
    page.blank()
    page.heading(words.strengthsHeading)
    for item in strengths.prefix(listedStrengths) { page.bullet(words.name(of: item.competency)) }
    let unlisted = strengths.count - listedStrengths
    if unlisted > 0 { page.bullet("\(unlisted) more") }
  }

  private static func changes(
    _ profile: Profile, _ words: ProfileWords, _ page: inout TextPage
  ) {
    guard profile.earlier != nil else { return }
    page.blank()
    page.heading("What changed")
    page.sentences(words.change)
    for change in profile.changes where change.rise != 0 {
      page.bullet(
        "\(words.name(of: change.competency)): from \(change.earlier.rank) to \(change.level.rank)")
    }
  }

  private static func nameWidth(_ names: [String], beside: Int, in style: TextStyle) -> Int {
    min(
      names.map { TextLayout.columns($0.printableLine) }.max() ?? 0, style.width - beside)
  }

  private static func leftPadded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }
}
