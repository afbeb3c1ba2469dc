import ArgumentParser

/// What a person wants of a path, as options give it; what is not given is as it was last time.
struct PathWishes: ParsableArguments {
  @Option(help: ArgumentHelp("The hours you have in all, such as 4 or 2.5.", valueName: "n"))
  var hours: String?

  @Option(help: ArgumentHelp("The minutes you have each week, 1 to 2400.", valueName: "n"))
  var minutesPerWeek: String?

  @Option(help: ArgumentHelp("The first day of the weeks; today when left out.", valueName: "day"))
  var start: String?

  @Option(help: ArgumentHelp("The last day, such as 2027-06-01.", valueName: "day"))
  var until: String?

  @Option(help: ArgumentHelp("The US dollars you have in all; 0 for none.", valueName: "usd"))
  var budget: String?

  @Option(help: ArgumentHelp("The most steps, 1 to 20; 5 when left out.", valueName: "n"))
  var steps: String?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Only what costs nothing, or anything.")
  var free: Bool?

  @Option(help: ArgumentHelp("A language you learn in; may be repeated.", valueName: "tag"))
  var language: [String] = []

  @Option(
    help: ArgumentHelp(
      "A format that you prefer, such as webinar or practice; may be repeated.",
      valueName: "format"))
  var prefer: [String] = []

  /// What this run gives, by the name of the option.
  var given: [String: [String]] {
    let single = [
      "hours": hours, "minutes-per-week": minutesPerWeek, "start": start, "until": until,
      "budget": budget, "steps": steps, "free": free.map { $0 ? "yes" : "no" },
    ].compactMapValues { $0.map { [$0] } }
    return single.merging(
      ["language": language, "prefer": prefer].filter { !$0.value.isEmpty },
      uniquingKeysWith: { $1 })
  }
}
