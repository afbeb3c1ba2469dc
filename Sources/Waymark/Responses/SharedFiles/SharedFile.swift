import FoundationEssentials
package import WaymarkBasics

/// A file that `waymark share` wrote: a response, a mentoring card, what someone says of their
/// library's service, or the withdrawal of one.
package enum SharedFile: Equatable, Sendable {
  case response(ResponseFile)
  /// The withdrawal of a response.
  case withdrawal(Withdrawal)
  /// A mentoring card.
  case mentoring(MentoringFile)
  /// The withdrawal of a mentoring card.
  case mentoringWithdrawal(MentoringWithdrawal)
  /// What someone says of their library's service, or its withdrawal.
  case service(ServiceFile)

  /// The bytes a file may have.
  package static let sizeLimit = 1_048_576
  /// The revisions a file may have; nobody shares the same so often.
  package static let revisions = 1...999
  /// The versions of the formats that are read: with the second came proofs.
  package static let schemas = 1...2

  /// What a response must fit.
  package struct Expectation: Sendable {
    /// The framework that the campaign answers.
    package let framework: Framework
    /// The framework's key, down to the bytes.
    package let key: Framework.Key
    /// The background questions that the campaign may ask; without them none may be answered.
    package let background: BackgroundQuestions?
    /// The campaign; `nil` takes files for any.
    package let campaign: ID<Campaign>?
    /// How the campaign asks for importance; `nil` takes every way.
    package let importance: ImportanceMode?

    package init(
      framework: Framework, key: Framework.Key, background: BackgroundQuestions?,
      campaign: ID<Campaign>?, importance: ImportanceMode? = nil
    ) {
      self.framework = framework
      self.key = key
      self.background = background
      self.campaign = campaign
      self.importance = importance
    }
  }

  /// Reads a file, named as the person named it.
  ///
  /// - Throws: everything that is wrong with it; answers to another framework are not looked at.
  package init(
    bytes: [UInt8], file: String, expecting expectation: Expectation
  ) throws(Findings<ResponseFileProblem>) {
    guard bytes.count <= Self.sizeLimit else {
      throw Findings(Finding(.tooLarge(bytes: bytes.count), at: Place(file: file)))
    }
    let json = try ReadJSON(bytes, file: file)
    func document<Document: JSONReadable>() throws(Findings<ResponseFileProblem>) -> Document {
      do throws(JSONMismatch) {
        return try Document(json.tree)
      } catch {
        throw json.failure(.otherFormat)
      }
    }
    guard let kind = Kind(format: json.tree["format"]?.text) else {
      throw json.failure(.otherFormat)
    }
    let newest = Self.schemas.upperBound
    if let schema = json.tree["schema"]?.wholeNumber, schema > newest {
      throw json.failure(.newerSchema(schema, known: newest))
    }
    switch kind {
    case .response:
      var check = ResponseCheck(try document(), json, expectation: expectation)
      self = try check.sharedFile()
    case .mentoring:
      var check = MentoringCheck(try document(), json, expectation: expectation)
      self = try check.sharedFile()
    case .service:
      var check = ServiceCheck(try document(), json, expectation: expectation)
      self = .service(try check.serviceFile())
    }
  }

  /// The version of the format of a file that has this proof, or none.
  static func schema(with proof: RevisionProof?) -> Int {
    proof == nil ? schemas.lowerBound : schemas.upperBound
  }

  /// The kinds that differ in how they are read.
  private enum Kind {
    case response, mentoring, service

    init?(format: String?) {
      if ResponseDocument.reads(format) {
        self = .response
      } else if MentoringDocument.reads(format) {
        self = .mentoring
      } else if ServiceDocument.reads(format) {
        self = .service
      } else {
        return nil
      }
    }
  }
}
