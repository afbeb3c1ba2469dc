import WaymarkBasics

/// What the labels of a form probably stand for: levels, options, and that there is no answer.
struct FormLabels: Sendable {
  private let levels: Int
  private var ranks: [String: Int] = [:]
  private var ids: [String: Int] = [:]
  /// The labels of the levels, for a person to choose from.
  let levelLabels: [String]

  init(framework: Framework) {
    levels = framework.scale.steps.count
    levelLabels = framework.scale.steps.map(\.label.original)
    // What two levels are called says neither.
    var doubtful: Set<String> = []
    func add(_ text: LocalizedText?, _ rank: Int) {
      guard let text else { return }
      for text in [text.original] + text.translations.values.sorted() {
        let key = TolerantText.key(text)
        if let known = ranks[key], known != rank { doubtful.insert(key) }
        ranks[key] = rank
      }
    }
    for competency in framework.competencies {
      for (place, anchor) in competency.anchors.enumerated() { add(anchor, place + 1) }
    }
    for key in doubtful { ranks[key] = nil }
    doubtful = []
    for step in framework.scale.steps {
      add(step.meaning, step.level.rank)
      add(step.label, step.level.rank)
      ids[TolerantText.idKey(step.label.original)] = step.level.rank
    }
    for key in doubtful { ranks[key] = nil }
  }

  /// What a label in the column of a statement stands for, as a cell of Waymark's own has it; `nil` where
  /// nobody can tell.
  func answer(_ label: String) -> String? {
    if let answer = answer(inWords: label) { return answer }
    if Self.isNoAnswer(label) { return ColumnMap.empty }
    return Self.number(in: TolerantText.key(label)).flatMap {
      (1...levels).contains($0) ? String($0) : nil
    }
  }

  /// What a label says in words: a level, that it is no part of the work, or that nobody can judge.
  func answer(inWords label: String) -> String? {
    if let rank = level(inWords: label) { return String(rank) }
    // A name of XML: `i_can_t_judge_this`.
    let spaced =
      label.contains("_") && !label.contains(" ")
      ? [label.replacing("_t_", with: "'t ").replacing("_", with: " ")] : []
    let keys = ([label, Self.unnumbered(label)] + spaced + TolerantText.parts(of: label)).map(
      TolerantText.key)
    if keys.contains(where: FormWords.notMyWork.contains) { return "na" }
    return keys.contains(where: FormWords.cannotJudge.contains) ? "unsure" : nil
  }

  /// The level whose label, meaning or description this is, with a number before or behind it or a
  /// description behind it.
  func level(inWords label: String) -> Int? {
    var texts = [label]
    if label.first?.isNumber == true { texts.append(Self.unnumbered(label)) }
    for text in texts {
      if let rank = ranks[TolerantText.key(text)] ?? ids[TolerantText.idKey(text)] { return rank }
    }
    for text in texts {
      for end in [": ", " - ", " – ", " — ", " (", " = ", "\n"] {
        guard let range = text.firstRange(of: end) else { continue }
        if let rank = ranks[TolerantText.key(String(text[..<range.lowerBound]))] { return rank }
      }
    }
    return nil
  }

  /// A label without the number in front of it.
  private static func unnumbered(_ label: String) -> String {
    String(label.drop { $0.isNumber || " -–—=:.)(".contains($0) })
  }

  /// Whether a label says that there is no answer.
  static func isNoAnswer(_ label: String) -> Bool {
    let key = TolerantText.key(label)
    if FormWords.noAnswer.contains(key) { return true }
    // What statistics programs and survey tools write for what is missing.
    guard let number = Int(label), number < 0 || number == 99 || number == 999 else { return false }
    return [-1, -7, -8, -9, -66, -77, -88, -97, -98, -99, 99, -999, 999, -9999].contains(number)
  }

  /// Whether a cell says that an option was chosen, or that it was not; `nil` where it says neither.
  static func isChosen(_ label: String) -> Bool? {
    let key = TolerantText.key(label)
    if FormWords.chosen.contains(key) { return true }
    return FormWords.notChosen.contains(key) ? false : nil
  }

  /// The only number of a label, where it stands at its beginning or end: `A3`, `AO03`, `Level 3`.
  static func number(in key: String) -> Int? {
    let numbers = key.split { !($0.isASCII && $0.isNumber) }
    guard numbers.count == 1, let number = numbers.first,
      key.hasPrefix(number) || key.hasSuffix(number)
    else { return nil }
    return Int(digits: number)
  }
}

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
  /// What the heading of a matrix says that asks something else of the statements than how well people do
  /// it now.
  static let otherMatrices: Set<String> = [
    "important", "importance", "interest", "interested", "relevant", "relevance", "priority",
    "before",
    "previous", "previously", "earlier", "importante", "importancia", "antes",
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
