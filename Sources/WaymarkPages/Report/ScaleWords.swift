import Waymark
import WaymarkBasics

/// What the tables say on the scales of a report and on how they were filled in.
struct ScaleWords: Sendable {
  let reliability = Reliability()
  let itemRest = ItemRest()
  let picks = Picks()
  let need = Need()
  let quality = Quality()

  /// How the statements of an area hold together.
  struct Reliability {
    let title = "How areas hold together"
    let meaning =
      "Cronbach's alpha of each area with Feldt's 95 % interval, over the people who gave a level to "
      + "every statement of it. Below 0 or near it: check whether a statement runs against the others."
    let people = ColumnWords("People", "How many people gave a level to every statement.")
    let leftOut = ColumnWords("Left out", "How many rated the area and not every statement.")
    let alpha = ColumnWords("Alpha", "Cronbach's alpha.")
    let low = ColumnWords("Alpha, low", "Where its 95 % interval begins (Feldt).")
    let high = ColumnWords("Alpha, high", "Where its 95 % interval ends (Feldt).")
    let note = ColumnWords("Note", "Why a number is missing, or what to look at.")
    let isNegative = "check reversed items"
    let isShort = "more than a tenth left a statement out"
  }

  /// How a statement goes with the others of its area.
  struct ItemRest {
    let title = "Statements beside their area"
    let meaning =
      "The correlation of each statement with the sum of the others of its area, over those who gave "
      + "a level to all of them. Near 0 or below: the statement is about something else, or is read in "
      + "another way."
    let people = ColumnWords("People", "How many people gave a level to the whole area.")
    let correlation = ColumnWords("Correlation", "Pearson's correlation, -1 to 1.")
  }

  /// What people picked as important.
  struct Picks {
    let title = "What people picked as important"
    func meaning(_ people: Int) -> String {
      "How many of the \(people) people who picked anything picked a statement."
    }
    let picked = ColumnWords("Picked", "How many people picked it.")
    let share = ColumnWords("Share", "Their share of those who picked anything, 0 to 1.")
  }

  /// Importance beside levels.
  struct Need {
    let title = "Importance and need"
    let meaning =
      "Importance from 1 to 5 beside the level, over those who gave both. The most negative ranked "
      + "discrepancy and the highest Borich score are the greatest needs."
    func cut(importance: Double, level: Double) -> String {
      "The quadrants are cut at the grand means, importance "
        + "\(Decimal.text(importance, places: 2)) and level \(Decimal.text(level, places: 2))."
    }
    let people = ColumnWords("People", "How many people gave both.")
    let importance = ColumnWords("Importance", "The mean importance.")
    let level = ColumnWords("Mean level", "The mean level of the same people.")
    let borich = ColumnWords(
      "Borich score", "The mean weighted discrepancy score (Borich 1980).")
    let rank = ColumnWords("Rank", "Its rank, 1 for the greatest need; ties share one.")
    let discrepancy = ColumnWords(
      "Ranked discrepancy", "The ranked discrepancy score, -100 to 100.")
    let quadrant = ColumnWords(
      "Quadrant", "Importance-performance analysis (Martilla & James 1977).")

    func name(_ quadrant: StatedImportance.Quadrant) -> String {
      switch quadrant {
      case .keepUp: "keep up"
      case .concentrateHere: "concentrate here"
      case .possibleOverkill: "possible overkill"
      case .lowPriority: "low priority"
      }
    }
  }

  /// How people filled the questionnaire in.
  struct Quality {
    let title = "How people filled it in"
    let meaning =
      "About the sample, never about a person. How long people took is not recorded."
    let sign = ColumnWords("Sign", "What is counted.")
    let count = ColumnWords("Sheets", "How many sheets show it.")
    let share = ColumnWords("Share", "Their share of all sheets, 0 to 1.")
    func straightLined(_ fewest: Int) -> String { "one level throughout, of at least \(fewest)" }
    let brokenOff = "broken off: the last area has no answer"
  }
}
