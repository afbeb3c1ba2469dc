extension Schema {
  /// The step for what shows that a revision or a withdrawal comes from whoever shared first: the secret
  /// of the person whose store it is, and the newest proof of each id that a campaign took in.
  ///
  /// Every store is given its secret here, so that a first look at what would be shared shows what is
  /// shared then. SQLite takes the bytes from the generator that it seeds from the system.
  static let responseSecretStep = """
    CREATE TABLE sharing_secret (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      secret TEXT NOT NULL CHECK (length(secret) = 64)
    ) STRICT;

    INSERT INTO sharing_secret VALUES (1, lower(hex(randomblob(32))));

    -- One row an id, in the order of random ids; it outlasts what was taken back.
    CREATE TABLE revision_proof (
      campaign INTEGER NOT NULL REFERENCES campaign (number) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('response', 'mentoring', 'service')),
      id TEXT NOT NULL,
      step INTEGER NOT NULL CHECK (step >= 2),
      proof TEXT NOT NULL CHECK (length(proof) = 64),
      PRIMARY KEY (campaign, kind, id)
    ) STRICT, WITHOUT ROWID;
    """
}
