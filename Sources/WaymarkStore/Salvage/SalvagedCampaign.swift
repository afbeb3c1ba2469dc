public import Waymark

/// A campaign with the responses that could still be read from a damaged store.
public struct SalvagedCampaign: Equatable, Sendable {
  /// What its row says.
  public struct Description: Equatable, Sendable {
    /// The name that commands use.
    public let id: ID<Campaign>
    /// The name that people read.
    public let title: String
    /// The SHA-256 of the framework.
    public let framework: String
    /// The SHA-256 of the document of background questions.
    public let background: String
    /// How importance was asked.
    public let importance: ImportanceMode
  }

  /// The number by which its responses refer to it.
  public let number: Int
  /// What is known of it; `nil` where its row can be read no more.
  public let description: Description?
  /// The competencies of its framework by position, counted from 0, as far as the store still tells.
  public let competencies: [Int: CompetencyID]
  /// The responses in the order they came, but for those that were taken back.
  public let responses: [SalvagedResponse]
}
