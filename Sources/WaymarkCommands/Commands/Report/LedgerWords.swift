/// What is said of the ledger of releases.
struct LedgerWords: Sendable {
  /// The ledger as what something is wrong with.
  let subject = "the ledger"

  let isBroken =
    "the ledger of releases is damaged or was changed by hand, so that nothing can be proved about "
    + "what was published; go back to a backup: waymark store restore FILE"
}
