import WaymarkBasics

/// Which role of a framework a person has by the position and what else was answered about the work.
///
/// The rows of the background document decide, the first that fits. Rows whose role the framework does
/// not have say nothing of it.
struct PositionRoles: Sendable {
  /// A row in the characters of a background sheet.
  private struct Row: Sendable {
    /// What must hold, all of it: one of some codes at a place each.
    let conditions: [[(place: Int, code: UInt8)]]
    /// The role's place in the framework.
    let role: Int
  }

  private let rows: [Row]

  init(_ background: BackgroundQuestions, framework: Framework) {
    let codes = BackgroundSheet.codes(of: background)
    rows = background.positionRoles.compactMap { row in
      guard let role = framework.roles.firstIndex(where: { $0.id == row.role }) else { return nil }
      let position = codes.filter {
        $0.field.description == BackgroundQuestions.positionField && $0.option == row.position
      }
      let others = row.condition.map { condition in
        codes.filter { $0.field == condition.field && condition.options.contains($0.option) }
      }
      return Row(
        conditions: ([position] + (others.map { [$0] } ?? [])).map { alternatives in
          alternatives.map { (place: $0.position, code: $0.code) }
        }, role: role)
    }
  }

  /// Whether no position says anything of a role.
  var isEmpty: Bool { rows.isEmpty }

  /// The place in the framework of the role of somebody with these background answers, as the characters
  /// of a `BackgroundSheet`; `nil` where no row fits.
  func role(of sheet: [UInt8]) -> Int? {
    rows.first { row in
      row.conditions.allSatisfy { alternatives in
        alternatives.contains { sheet[$0.place] == $0.code }
      }
    }?.role
  }
}
