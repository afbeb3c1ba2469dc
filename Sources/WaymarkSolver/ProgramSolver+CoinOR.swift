import Synchronization
public import Waymark
import WaymarkLibraries

extension ProgramSolver {
  /// Linear programs by Clp, integer programs by Cbc; neither prints anything.
  ///
  /// Each call has handles of its own, so calls may run on different threads; those to Cbc wait
  /// for one another.
  /// - Throws: `MissingLibrary` when the libraries are not installed.
  public static var coinOR: ProgramSolver {
    get throws(MissingLibrary) {
      let coin = try CoinLibrary.loaded.get()
      return ProgramSolver(
        linear: { program, questions in
          guard let model = LinearModel(coin.clp, program) else {
            return try questions { _ in .undecided }
          }
          try withExtendedLifetime(model) { try questions(model.answer) }
        },
        integer: { program, question, nodes in
          cbc.withLock { _ in
            IntegerModel(coin.cbc, program, question)?.answer(nodes: nodes) ?? .undecided
          }
        })
    }
  }

  /// Guards the command line that Cbc keeps for the whole process: two calls at once read each
  /// other's, and then standard input.
  private static let cbc = Mutex(())
}
