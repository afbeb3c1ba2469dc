import WaymarkBasics

/// The values of a mentoring file or its withdrawal as they stand in the JSON, before they are
/// checked against a framework.
struct MentoringDocument: JSONReadable {
  /// Whether a file of this format is one of these.
  static func reads(_ format: String?) -> Bool {
    format == MentoringFile.format || format == MentoringWithdrawal.format
  }

  var format: String?
  var schema: Int?
  var id: String?
  var revision: Int?
  var campaign: String?
  var contact: String?
  var region: String?
  var framework: ResponseDocument.FrameworkKey?
  var languages: [String]?
  var teaches: [String]?
  var seeks: [String]?
  var pairs: Int?
  var purposes: [String]?
  var proof: String?
  var problems: [ResponseFileProblem]

  init(_ json: JSONTree) throws(JSONMismatch) {
    var object = try JSONObjectReader(json)
    format = object.value("format", "a text")
    schema = object.value("schema", "a whole number")
    guard schema.map(SharedFile.schemas.contains) ?? false else {
      // What else it holds cannot be judged.
      problems = object.problems
      return
    }
    id = object.value("id", "a text")
    revision = object.value("revision", "a whole number")
    proof = object.proof(in: schema)
    if format == MentoringWithdrawal.format {
      object.allow(["format", "id", "revision", "schema"], in: schema)
    } else {
      campaign = object.optional("campaign", "a text")
      contact = object.value("contact", "a text")
      region = object.optional("region", "a text")
      framework = object.value("framework", "an object")
      languages = object.value("languages", "a list of texts")
      teaches = object.value("teaches", "a list of texts")
      seeks = object.value("seeks", "a list of texts")
      pairs = object.value("pairs", "a whole number")
      purposes = object.ifPresent("for", "a list of texts")
      object.allow(
        [
          "campaign", "contact", "for", "format", "framework", "id", "languages", "pairs", "region",
          "revision", "schema", "seeks", "teaches",
        ], in: schema)
    }
    problems = object.problems + (framework?.problems ?? [])
  }
}
