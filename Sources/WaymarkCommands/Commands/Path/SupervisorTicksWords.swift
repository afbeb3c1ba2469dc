/// What is said where a person ticks what a supervisor reads.
struct SupervisorTicksWords: Sendable {
  // MARK: - What does not go together

  let needsSupervisor = "--strength, --goal and --need go with --supervisor."
  let namedTwice = "--goal and --strength: name each once."

  func tooManyGoals(most: Int) -> String { "--goal: at most \(most) goals fit on the page." }

  // MARK: - What cannot be shown

  let nothingTicked = "--supervisor: nothing was ticked, so there is nothing to show"
  let strength = "strength"

  func noStep(_ number: Int) -> String { "--goal: your path has no step \(number)" }

  let cannotAsk =
    "--supervisor: nothing is asked here; tick with --strength ID, --goal N and --need TEXT"

  // MARK: - What is asked

  let whichStrengths = "Which strengths go on the page?"
  let whichGoals = "Which steps are goals to talk about?"
  let whichNeeds = "What do you need for it?"
  let otherNeed = "Anything else that you need, in one line; Enter for nothing."
}
