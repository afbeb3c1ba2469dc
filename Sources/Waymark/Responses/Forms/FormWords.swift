/// What form tools and people write in forms, as `TolerantText.key` has it.
enum FormWords {
  /// What a second row of a header says of a column whose question stands above it.
  static let generalHeadings: Set<String> = [
    "response", "open-ended response", "respuesta", "respuesta abierta",
  ]
  /// What is written of rows of those who try a form out.
  static let previews: Set<String> = [
    "survey preview", "survey test", "spam", "test", "preview", "possible spam",
  ]
  /// That something is no part of a person's work.
  static let notMyWork: Set<String> = [
    "not part of my work", "not part of my job", "this is not part of my work",
    "does not apply", "does not apply to me", "doesn't apply", "not applicable",
    "not applicable to my work", "no es parte de mi trabajo", "not my job",
  ]
  /// That a person can't judge it.
  static let cannotJudge: Set<String> = [
    "i can't judge this", "can't judge", "cannot judge", "i cannot judge this", "can't judge this",
    "i can't judge", "don't know", "i don't know", "do not know", "not sure", "unsure",
    "i'm not sure",
    "no lo sé", "no puedo juzgar",
  ]
  /// That there is no answer.
  static let noAnswer: Set<String> = [
    "no answer", "not answered", "prefer not to answer", "prefer not to say",
    "i prefer not to answer", "i prefer not to say", "skipped", "sin respuesta",
    "decline to answer",
    "not completed or not displayed", "missing",
  ]
  /// That one choice of several was marked.
  static let chosen: Set<String> = [
    "1", "yes", "y", "true", "x", "checked", "selected", "sí", "si", "✓", "quoted",
  ]
  /// That it was not.
  static let notChosen: Set<String> = [
    "0", "no", "n", "false", "unchecked", "not selected", "not quoted", "-",
  ]
}
