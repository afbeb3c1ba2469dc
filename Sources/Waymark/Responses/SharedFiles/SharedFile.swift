package import FoundationEssentials
package import WaymarkBasics

/// A file that `waymark share` wrote: what somebody shares, or what takes it back.
///
/// It holds what `docs/*.schema.json` allows and nothing else: there is no field for a name but that of
/// a mentoring card, none for notes, and none for how the questionnaire was answered.
package struct SharedFile: Equatable, Sendable {
  /// What people share, each under an id of its own.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case response
    /// A mentoring card.
    case mentoring
    /// What someone says of their library's service.
    case service

    /// The kind of the document, or of the one that takes it back.
    package func document(isWithdrawal: Bool = false) -> JSON.Kind {
      switch self {
      case .response: isWithdrawal ? .withdrawal : .response
      case .mentoring: isWithdrawal ? .mentoringWithdrawal : .mentoring
      case .service: isWithdrawal ? .serviceWithdrawal : .service
      }
    }

    /// What the file is called unless another name is asked for.
    package func fileName(isWithdrawal: Bool = false) -> String {
      "\(document(isWithdrawal: isWithdrawal).rawValue).json"
    }

    var idKey: String { self == .response ? "response" : "id" }
  }

  /// What is shared.
  package enum Payload: Equatable, Sendable {
    /// A response; its id is a UUID in lower case.
    case response(Response)
    case mentoring(MentoringCard)
    /// What someone says of their library's service.
    case service(ServiceView)
  }

  /// What is in the file.
  package enum Content: Equatable, Sendable {
    /// Something shared, with the framework whose competencies it names, down to the bytes, and the
    /// campaign it is meant for; `nil` for any.
    case payload(Payload, framework: Framework.Key, campaign: ID<Campaign>?)
    /// What takes it back.
    case withdrawal(Withdrawal)
  }

  /// The bytes a file may have.
  package static let sizeLimit = 1_048_576
  /// The revisions a file may have; nobody shares the same so often.
  package static let revisions = 1...999
  /// The versions of the formats that are read: with the second came proofs.
  package static let schemas = 1...2

  package let content: Content
  /// What shows that it comes from whoever shared the first file of its id; `nil` in files of before.
  package let proof: RevisionProof?

  init(_ content: Content, proof: RevisionProof?) {
    self.content = content
    self.proof = proof
  }

  /// Shares something.
  package init(
    _ payload: Payload, framework: Framework.Key, campaign: ID<Campaign>?,
    proof: RevisionProof? = nil
  ) {
    self.init(.payload(payload, framework: framework, campaign: campaign), proof: proof)
  }

  /// Takes something back.
  package init(_ withdrawal: Withdrawal, proof: RevisionProof? = nil) {
    self.init(.withdrawal(withdrawal), proof: proof)
  }

  /// The campaign it is meant for; `nil` for any, and where it takes something back.
  package var campaign: ID<Campaign>? {
    guard case .payload(_, _, let campaign) = content else { return nil }
    return campaign
  }

  /// What the file says that it is.
  package var claim: KnownProofs.Claim {
    KnownProofs.Claim(
      .init(head.kind, head.id),
      step: .init(revision: head.revision, isWithdrawal: head.isWithdrawal), proof: proof)
  }

  /// Whether a document is what is shared, or what takes it back, under an id.
  package static func bears(_ id: String, _ document: JSONTree) -> Bool {
    Kind.allCases.contains { kind in
      let kinds = [false, true].map { kind.document(isWithdrawal: $0).rawValue }
      return document["kind"]?.text.map(kinds.contains) ?? false
        && document[kind.idKey]?.text == id
    }
  }

  /// The file's text, the same for the same values.
  ///
  /// Every key is written, with null where there is no value; those of the proof, and of what a person
  /// may add to a response, only where there is one.
  /// - Throws: what `JSON.document` throws, never for values of this type.
  package func json() throws -> String {
    var members: [String: JSON.Value] = [
      head.kind.idKey: .string(head.id), "revision": .integer(head.revision),
    ]
    members["proof"] = proof.map { .string($0.description) }
    if case .payload(let payload, let framework, let campaign) = content {
      members["campaign"] = JSON.Value(campaign)
      members["framework"] = JSON.Value(framework)
      members.merge(payload.members) { own, _ in own }
    }
    return try JSON.document(
      head.kind.document(isWithdrawal: head.isWithdrawal),
      schema: proof == nil ? Self.schemas.lowerBound : Self.schemas.upperBound, members)
  }

  private var head: (kind: Kind, id: String, revision: Int, isWithdrawal: Bool) {
    switch content {
    case .payload(.response(let response), _, _):
      (.response, response.id, response.revision, false)
    case .payload(.mentoring(let card), _, _): (.mentoring, card.name, card.revision, false)
    case .payload(.service(let view), _, _): (.service, view.name, view.revision, false)
    case .withdrawal(let withdrawal):
      (withdrawal.kind, withdrawal.id, withdrawal.revision, true)
    }
  }
}

/// Takes something back that was shared: campaigns forget it, answers until they are published.
package struct Withdrawal: Hashable, Sendable {
  /// What is taken back.
  package let kind: SharedFile.Kind
  /// The id of what is taken back, a UUID in lower case.
  package let id: String
  /// Withdraws every revision up to this one.
  package let revision: Int

  package init(of kind: SharedFile.Kind, _ id: String, revision: Int) {
    self.kind = kind
    self.id = id
    self.revision = revision
  }
}

extension SharedFile.Payload {
  fileprivate var members: [String: JSON.Value] {
    switch self {
    case .response(let response): response.sharedMembers
    case .mentoring(let card): card.sharedMembers
    case .service(let view): view.sharedMembers
    }
  }
}

extension JSON.Value {
  /// A framework as shared files and documents name it, down to the bytes.
  package init(_ key: Framework.Key) {
    self = .object([
      "id": JSON.Value(key.id), "version": .string(key.version), "sha256": .string(key.sha256),
    ])
  }
}

extension UUID {
  /// The id as files and stores have it, in lower case.
  package var name: String { uuidString.lowercased() }
}
