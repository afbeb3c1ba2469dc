import WaymarkBasics

/// The values of a file about a service as they stand in the JSON, before they are checked against a
/// framework.
struct ServiceDocument: JSONReadable {
  /// Whether a file of this format is one of these.
  static func reads(_ format: String?) -> Bool {
    format == ServiceFile.format || format == ServiceFile.withdrawalFormat
  }

  var format: String?
  var schema: Int?
  var id: String?
  var revision: Int?
  var campaign: String?
  var month: String?
  var framework: ResponseDocument.FrameworkKey?
  var now: [String: String]?
  var inFiveYears: [String: String]?
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
    if format == ServiceFile.withdrawalFormat {
      object.allow(["format", "id", "revision", "schema"], in: schema)
    } else {
      campaign = object.optional("campaign", "a text")
      month = object.value("month", "a text")
      framework = object.value("framework", "an object")
      now = object.value("now", "an object of texts")
      inFiveYears = object.value("inFiveYears", "an object of texts")
      object.allow(
        [
          "campaign", "format", "framework", "id", "inFiveYears", "month", "now", "revision",
          "schema",
        ], in: schema)
    }
    problems = object.problems + (framework?.problems ?? [])
  }
}
