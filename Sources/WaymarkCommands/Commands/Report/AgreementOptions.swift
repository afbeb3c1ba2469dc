import ArgumentParser
import Waymark

/// Two tables of answers about the same people, as options.
struct AgreementOptions: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Say how far two tables of answers agree, paired by respondent_id.", valueName: "file"),
    completion: .file())
  var agreement: [String] = []

  @Flag(help: "The people rated themselves twice, on two days; else two raters are meant.")
  var retest = false

  @Option(
    help: ArgumentHelp(
      "The tables answer this framework instead.", valueName: "file"),
    completion: .file())
  var framework: String?

  /// Whether this is what is asked for.
  var isAsked: Bool { !agreement.isEmpty || retest || framework != nil }

  var occasion: RatingAgreement.Occasion { retest ? .sameAgain : .twoRaters }
}
