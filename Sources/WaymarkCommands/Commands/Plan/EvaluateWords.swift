/// What `waymark evaluate` says beside the evaluation itself.
struct EvaluateWords: Sendable {
  let notAsked = (
    what: "it did not ask what this workshop is about", mend: "name campaigns that both asked it"
  )
}
