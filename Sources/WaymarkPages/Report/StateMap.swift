import Waymark
import WaymarkBasics

/// Shares of states as tiles, each about where its state lies: small states are as large as large ones.
struct StateMap {
  /// A group of a report.
  struct Place {
    let id: String
    let below: GapReport.AreaMean

    fileprivate var share: Double? { if case .share(let share) = below { share } else { nil } }
  }

  private let places: [Place]
  private let words: StateMapWords

  /// - Returns: `nil` where fewer than five of the groups are states, or none has a share.
  init?(_ groups: [Place], words: StateMapWords) {
    let known = Set(Self.grid.flatMap(\.self))
    places = groups.filter { known.contains($0.id) }
    self.words = words
    guard places.count >= 5, places.contains(where: { $0.share != nil }) else { return nil }
  }

  func chart(by grouping: String) -> Page.Chart {
    let title = words.title(by: grouping)
    return Page.Chart(
      SVG.Drawing(
        id: "map-by-\(grouping)", title: title,
        description: words.tiles(places.map { ($0.id, words.text($0.below)) }),
        height: Self.grid.count * Self.side, marks: marks),
      key: (0..<bands.count).map { band in
        Page.Chart.Key(words.band(bands.shares(band)), [bands.shade(band)])
      }, caption: words.caption)
  }

  /// The height of a tile in pixels.
  private static let side = 44

  /// The shares as they are put together, each drawn in one shade, in per cent: bands of ten points where all
  /// lie within fifty, else of twenty.
  private struct Bands {
    let first: Int
    let width: Int
    let count: Int

    init(_ shares: [Double]) {
      let least = Int((shares.min() ?? 0) * 10) * 10
      let most = Int(((shares.max() ?? 1) * 10).rounded(.up)) * 10
      (first, width) = most - least <= 50 ? (least, 10) : (0, 20)
      count = max(1, (most - first + width - 1) / width)
    }

    func band(of share: Double) -> Int {
      min(count - 1, max(0, (Int((share * 100).rounded(.toNearestOrAwayFromZero)) - first) / width))
    }

    /// The shade is that of the share, whatever the others are: what differs little looks alike.
    func shade(_ band: Int) -> String {
      // There are eight shades: of ten points each up to 80 %, what is above has the darkest.
      let steps = min(8, 100 / width)
      return SVG.shade(min(steps - 1, first / width + band), of: steps)
    }

    /// Whether what stands on it is light.
    func isDark(_ band: Int) -> Bool { first + band * width >= 60 }

    func shares(_ band: Int) -> (from: Int, to: Int, isLast: Bool) {
      (first + band * width, first + (band + 1) * width, band == count - 1)
    }
  }

  private var bands: Bands { Bands(places.compactMap(\.share)) }

  private var marks: [HTML] {
    let (known, bands) = (Dictionary(places.map { ($0.id, $0) }) { first, _ in first }, bands)
    let width = 100 / Double(Self.grid.map(\.count).max() ?? 1)
    return Self.grid.enumerated().flatMap { row, states in
      states.enumerated().flatMap { column, state -> [HTML] in
        guard !state.isEmpty else { return [] }
        let (left, top) = (Double(column) * width, row * Self.side)
        let band = known[state]?.share.map(bands.band)
        let isDark = band.map(bands.isDark) ?? false
        let kind = (["tile"] + (isDark ? ["inverse"] : [])).joined(separator: " ")
        func text(_ text: String, _ line: Int) -> HTML {
          HTML(
            .text, [.class(kind), .percent(.x, left + width / 2), .pixels(.y, top + line)], text)
        }
        return [
          HTML(
            .rect,
            [
              .class(band.map(bands.shade) ?? "none"), .percent(.x, left),
              .pixels(.y, top), .percent(.width, width * 0.96), .pixels(.height, Self.side - 2),
            ]), text(state, 18),
        ] + (known[state].map { [text(words.text($0.below), 34)] } ?? [])
      }
    }
  }

  /// The states and places of the background questions, each where it lies among its neighbours.
  private static let grid: [[String]] = [
    ["AK", "", "", "", "", "", "", "", "", "", "ME"],
    ["", "", "", "", "", "", "", "", "", "VT", "NH"],
    ["WA", "ID", "MT", "ND", "MN", "IL", "WI", "MI", "NY", "RI", "MA"],
    ["OR", "NV", "WY", "SD", "IA", "IN", "OH", "PA", "NJ", "CT", ""],
    ["CA", "UT", "CO", "NE", "MO", "KY", "WV", "VA", "MD", "DE", ""],
    ["", "AZ", "NM", "KS", "AR", "TN", "NC", "SC", "DC", "", ""],
    ["", "", "", "OK", "LA", "MS", "AL", "GA", "", "", ""],
    ["HI", "", "", "TX", "", "", "", "", "FL", "", ""],
    ["GU", "MP", "AS", "", "", "", "", "", "", "PR", "VI"],
  ]
}

/// What a map of tiles says.
struct StateMapWords: Sendable {
  let caption =
    "Each tile is a state or territory, about where it lies, with the mean of its areas' shares. "
    + "\(Absence.withheldMark): an area, or more than half of what it is made of, is withheld. Few: few "
    + "people, of whom a share says little. A tile with neither: nobody answered from there."

  func title(by grouping: String) -> String {
    "Share below usual, mean of the areas, by \(grouping)"
  }

  func text(_ below: GapReport.AreaMean) -> String {
    switch below {
    case .share(let share): Decimal.percent(share)
    case .few: "few"
    case .withheld: Absence.withheldMark
    }
  }

  func tiles(_ tiles: [(id: String, text: String)]) -> String {
    tiles.map { "\($0.id): \($0.text)." }.joined(separator: " ")
  }

  /// What the key says of a band, of which the last alone holds both ends.
  func band(_ shares: (from: Int, to: Int, isLast: Bool)) -> String {
    "\(shares.from) to \(shares.isLast ? "" : "less than ")\(shares.to) %"
  }
}
