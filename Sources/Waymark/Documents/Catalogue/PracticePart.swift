public import WaymarkBasics

/// One thing to do at work for a level step: something that prepares it, or the doing itself.
public struct PracticePart: Hashable, Sendable {
  /// What a part of practice is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Read, write or rehearse.
    case prepare
    /// Done with real children, families, coworkers or decisions.
    case `do`
  }

  /// Whether it prepares or is the doing itself.
  public let kind: Kind
  /// What is done.
  public let text: LocalizedText
  /// How somebody without coworkers does it, where that differs.
  public let alone: LocalizedText?
  /// What shows that it worked, where the document says so.
  public let watch: LocalizedText?
  /// How long all its times take together, in minutes, 1 or more.
  public let minutes: Int
  /// How many times it is done, 1 or more.
  public let times: Int

  package init(
    kind: Kind, text: LocalizedText, alone: LocalizedText? = nil, watch: LocalizedText? = nil,
    minutes: Int, times: Int = 1
  ) {
    self.kind = kind
    self.text = text
    self.alone = alone
    self.watch = watch
    self.minutes = minutes
    self.times = times
  }
}
