package import Foundation
internal import GRDB
package import Waymark
package import WaymarkBasics

extension Store {
  /// What the proofs and the ids of the person's shared files are made from.
  package func sharingSecret() throws(StoreError) -> SharingSecret {
    try read { db in
      try StoredValue.value(
        try db.text("SELECT secret FROM sharing_secret").flatMap { SharingSecret($0) })
    }
  }

  /// Takes the next revision of an assessment, of its mentoring card, or of both, and then does what
  /// writes the files that bear them.
  ///
  /// A revision is taken before any file bears it: a run that is killed in between leaves one out, which
  /// does no harm, and none is ever in two files.
  /// - Parameters:
  ///   - revision: the new revision of the answers; `nil` where the card goes alone.
  ///   - card: the card's id and new revision.
  ///   - day: the day on which it is shared, or taken back.
  ///   - takesBack: whether the files take back what was shared.
  ///   - body: writes the files; when it throws, what was taken is given back.
  /// - Throws: `StoreError`, `changedMeanwhile` when another run has taken a revision since, and what
  ///   `body` throws.
  package func share(
    _ assessment: UUID, answers revision: Int?, card: (id: UUID, revision: Int)? = nil,
    on day: CalendarDate, takesBack: Bool = false, body: () throws -> Void
  ) throws {
    let path = path
    let earlier = try inOneTransaction {
      let (answers, kept) = (try self.revision(of: assessment), try mentoringCard(of: assessment))
      let follows =
        revision.map { Self.follows($0, answers) } ?? true
        && card.map { Self.follows($0.revision, kept?.revision ?? 0) } ?? true
      guard follows else { throw StoreError(.changedMeanwhile, path: path) }
      try keep(revision ?? answers, card ?? kept, of: assessment)
      try note(revision, card?.revision, of: assessment, on: day, takesBack: takesBack)
      return (answers: answers, card: kept)
    }
    do {
      try body()
    } catch {
      // No file bears it. A store that cannot be written any more leaves the revision out.
      do {
        try inOneTransaction {
          let isOurs =
            try self.revision(of: assessment) == revision ?? earlier.answers
            && (card == nil || mentoringCard(of: assessment)?.revision == card?.revision)
          if isOurs {
            try keep(earlier.answers, earlier.card, of: assessment)
            try forget(revision, card?.revision, of: assessment)
          }
        }
      } catch {}
      throw error
    }
  }

  /// Goes on counting revisions where another store left off, of which this one is an earlier copy; a
  /// revision that is borne twice would be refused.
  ///
  /// - Parameter other: `nil` where it cannot be read; then so many are left out as nobody has shared.
  func takeOverRevisions(of other: Store?) throws(StoreError) {
    guard let other else {
      return try write { db in
        for table in ["assessment", "mentoring_card"] {
          try db.execute(
            sql: "UPDATE \(table) SET revision = min(revision + ?, ?)",
            arguments: [Self.leftOut, SharedFile.revisions.upperBound - 1])
        }
      }
    }
    let own = Set(try assessments().map(\.assessment.id))
    for stored in try other.assessments() where own.contains(stored.assessment.id) {
      let id = stored.assessment.id
      let (kept, card) = (try mentoringCard(of: id), try other.mentoringCard(of: id))
      try keep(
        max(stored.revision, try revision(of: id)),
        (card?.revision ?? 0) > (kept?.revision ?? 0) ? card : kept, of: id)
    }
  }

  /// How many revisions are left out where it is not known how many were shared.
  private static let leftOut = 50

  private func revision(of assessment: UUID) throws(StoreError) -> Int {
    let path = path
    return try read { db in
      let row = try db.row(
        "SELECT revision FROM assessment WHERE id = ?", [assessment.uuidString])
      guard let row else { throw StoreError(.unknown(assessment.uuidString), path: path) }
      return try row.integer("revision")
    }
  }

  /// Whether a revision is the next one; what is taken back at the last one of all bears that again.
  private static func follows(_ revision: Int, _ earlier: Int) -> Bool {
    revision == earlier + 1 || revision == earlier && revision == SharedFile.revisions.upperBound
  }

  private func keep(
    _ revision: Int, _ card: (id: UUID, revision: Int)?, of assessment: UUID
  ) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "UPDATE assessment SET revision = ? WHERE id = ?",
        arguments: [revision, assessment.uuidString])
      try db.execute(
        sql: """
          DELETE FROM mentoring_card
          WHERE assessment = (SELECT number FROM assessment WHERE id = ?)
          """, arguments: [assessment.uuidString])
      guard let card else { return }
      try db.execute(
        sql: """
          INSERT INTO mentoring_card (assessment, id, revision)
          SELECT number, ?, ? FROM assessment WHERE id = ?
          """,
        arguments: [card.id.uuidString, card.revision, assessment.uuidString])
    }
  }
}

extension Store {
  /// What was shared and taken back, in the order of its revisions.
  package func sharings() throws(StoreError) -> [Sharing] {
    try read { db in
      try db.rows(
        """
        SELECT assessment.id, kind, shared_file.revision, day, takes_back FROM shared_file
        JOIN assessment ON assessment.number = shared_file.assessment
        ORDER BY shared_file.assessment, kind, shared_file.revision
        """
      ).map { row in
        Sharing(
          assessment: try row.uuid("id"),
          kind: try row.some(SharedFile.Kind(rawValue: row.text("kind")), "kind"),
          revision: try row.integer("revision"), day: try row.day("day"),
          takesBack: try row.integer("takes_back") == 1)
      }
    }
  }

  /// The background questions whose answers are left out of what is shared with a campaign.
  package func leftOut(
    of campaign: ID<Campaign>
  ) throws(StoreError) -> Set<ID<BackgroundQuestions.Field>> {
    try read { db in
      Set(
        try db.rows("SELECT field FROM left_out WHERE campaign = ?", [campaign.description])
          .map { try $0.id("field") })
    }
  }

  /// Remembers what is left out of what is shared with a campaign, in the place of what was before.
  package func leaveOut(
    _ fields: Set<ID<BackgroundQuestions.Field>>, of campaign: ID<Campaign>
  ) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "DELETE FROM left_out WHERE campaign = ?", arguments: [campaign.description])
      for field in fields.sorted() {
        try db.execute(
          sql: "INSERT INTO left_out VALUES (?, ?)",
          arguments: [campaign.description, field.description])
      }
    }
  }

  /// Notes that revisions were shared or taken back; one that is taken back at the last revision of all
  /// takes its place.
  private func note(
    _ answers: Int?, _ card: Int?, of assessment: UUID, on day: CalendarDate, takesBack: Bool
  ) throws(StoreError) {
    try write { db in
      for (kind, revision) in try Self.kinds(answers, card, of: assessment, in: db) {
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO shared_file (assessment, kind, revision, day, takes_back)
            SELECT number, ?, ?, ?, ? FROM assessment WHERE id = ?
            """,
          arguments: [
            kind.rawValue, revision, day.description, takesBack, assessment.uuidString,
          ])
      }
    }
  }

  /// Takes back what was noted of revisions that no file bears.
  private func forget(_ answers: Int?, _ card: Int?, of assessment: UUID) throws(StoreError) {
    try write { db in
      for (kind, revision) in try Self.kinds(answers, card, of: assessment, in: db) {
        try db.execute(
          sql: """
            DELETE FROM shared_file WHERE kind = ? AND revision = ?
              AND assessment = (SELECT number FROM assessment WHERE id = ?)
            """, arguments: [kind.rawValue, revision, assessment.uuidString])
      }
    }
  }

  /// What the files are that bear these revisions.
  private static func kinds(
    _ answers: Int?, _ card: Int?, of assessment: UUID, in db: Database
  ) throws -> [(SharedFile.Kind, Int)] {
    let row = try db.row("SELECT service FROM assessment WHERE id = ?", [assessment.uuidString])
    let isOfService = try row?.textIfAny("service") != nil
    return [(isOfService ? .service : .response, answers), (.mentoring, card)].compactMap {
      kind, revision in revision.map { (kind, $0) }
    }
  }
}

extension Store {
  /// The newest proof of everything that a campaign took in with one.
  package func proofs(
    in campaign: ID<Campaign>
  ) throws(StoreError) -> [KnownProofs.Key: KnownProofs.Entry] {
    try read { db in
      let rows = try db.rows(
        """
        SELECT kind, revision_proof.id, step, proof FROM revision_proof
        JOIN campaign ON campaign.number = revision_proof.campaign WHERE campaign.id = ?
        """, [campaign.description])
      return Dictionary(
        try rows.map { row in
          (
            KnownProofs.Key(
              try row.some(SharedFile.Kind(rawValue: row.text("kind")), "kind"), try row.text("id")
            ),
            KnownProofs.Entry(
              step: try row.some(RevisionProof.Step(number: row.integer("step")), "step"),
              proof: try row.some(RevisionProof(row.text("proof")), "proof"))
          )
        }, uniquingKeysWith: { $1 })
    }
  }

  /// Remembers the newest proof of an id.
  static func keep(
    _ entry: KnownProofs.Entry, of key: KnownProofs.Key, campaign: Int64, in db: Database
  ) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO revision_proof VALUES (?, ?, ?, ?, ?)",
      arguments: [
        campaign, key.kind.rawValue, key.id, entry.step.number, entry.proof.description,
      ])
  }
}
