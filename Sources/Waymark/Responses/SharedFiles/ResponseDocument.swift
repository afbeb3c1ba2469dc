import WaymarkBasics

/// The values of a response file or a withdrawal as they stand in the JSON, before they are
/// checked against a framework.
struct ResponseDocument: JSONReadable {
  struct FrameworkKey: JSONReadable {
    let id: String?
    let version: String?
    let sha256: String?
    let problems: [ResponseFileProblem]

    init(_ json: JSONTree) throws(JSONMismatch) {
      var object = try JSONObjectReader(json, at: "framework")
      object.allow(["id", "version", "sha256"])
      id = object.value("id", "a text")
      version = object.value("version", "a text")
      sha256 = object.value("sha256", "a text")
      problems = object.problems
    }
  }

  struct LookingBack: JSONReadable {
    let month: String?
    let levels: [String: Int]?
    let problems: [ResponseFileProblem]

    init(_ json: JSONTree) throws(JSONMismatch) {
      var object = try JSONObjectReader(json, at: "lookingBack")
      object.allow(["levels", "month"])
      month = object.value("month", "a text")
      levels = object.value("levels", "an object of whole numbers")
      problems = object.problems
    }
  }

  /// Whether a file of this format is one of these.
  static func reads(_ format: String?) -> Bool {
    format == ResponseFile.format || format == Withdrawal.format
  }

  var format: String?
  var schema: Int?
  var response: String?
  var revision: Int?
  var campaign: String?
  var link: String?
  var month: String?
  var role: String?
  var framework: FrameworkKey?
  var answers: [String: String]?
  var background: [String: [String]]?
  var importance: [String: Int]?
  var important: [String]?
  var top: [String]?
  var lookingBack: LookingBack?
  var did: [String]?
  var proof: String?
  var problems: [ResponseFileProblem]

  init(_ json: JSONTree) throws(JSONMismatch) {
    var object = try JSONObjectReader(json)
    format = object.value("format", "a text")
    schema = object.value("schema", "a whole number")
    guard Self.reads(format),
      schema.map(SharedFile.schemas.contains) ?? false
    else {
      // What else it holds cannot be judged.
      problems = object.problems
      return
    }
    response = object.value("response", "a text")
    revision = object.value("revision", "a whole number")
    proof = object.proof(in: schema)
    if format == Withdrawal.format {
      object.allow(["format", "response", "revision", "schema"], in: schema)
    } else {
      campaign = object.optional("campaign", "a text")
      link = object.optional("link", "a text")
      month = object.optional("month", "a text")
      role = object.optional("role", "a text")
      framework = object.value("framework", "an object")
      answers = object.value("answers", "an object of texts")
      background = object.value("background", "an object of lists of texts")
      importance = object.value("importance", "an object of whole numbers")
      important = object.value("important", "a list of texts")
      top = object.value("top", "a list of texts")
      lookingBack = object.ifPresent("lookingBack", "an object")
      did = object.ifPresent("did", "a list of texts")
      object.allow(
        [
          "answers", "background", "campaign", "did", "format", "framework", "importance",
          "important", "link", "lookingBack", "month", "response", "revision", "role", "schema",
          "top",
        ], in: schema)
    }
    problems = object.problems + (framework?.problems ?? []) + (lookingBack?.problems ?? [])
  }
}
