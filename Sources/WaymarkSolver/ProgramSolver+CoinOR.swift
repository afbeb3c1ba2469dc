public import Waymark

extension ProgramSolver {
  /// Linear programs by Clp, integer programs by Cbc; neither prints anything.
  ///
  /// Each call has handles of its own, so calls may run on different threads.
  public static let coinOR = ProgramSolver(
    linear: { program, questions in
      guard let model = LinearModel(program) else { return try questions { _ in .undecided } }
      try withExtendedLifetime(model) { try questions(model.answer) }
    },
    integer: { program, question, nodes in
      IntegerModel(program, question)?.answer(nodes: nodes) ?? .undecided
    })
}
