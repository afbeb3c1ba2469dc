internal import CCoinOR
internal import WaymarkLibraries

/// The functions of Clp and Cbc that are called.
struct CoinLibrary: Sendable {
  let clp: Clp
  let cbc: Cbc

  /// Loaded with the first program that is to be solved.
  static let loaded = Result { () throws(MissingLibrary) in try CoinLibrary() }

  private init() throws(MissingLibrary) {
    // It needs Cbc and Clp, so that the functions of all three are found through it.
    let library = try SharedLibrary(
      SharedLibrary.Name(file: "libCbcSolver.so.3", package: "coinor-libcbc3"))
    clp = try Clp(library)
    cbc = try Cbc(library)
  }

  /// Functions `Clp_...`, as their header declares them.
  struct Clp: Sendable {
    let newModel: Clp_newModel_t
    let deleteModel: Clp_deleteModel_t
    let setLogLevel: Clp_setLogLevel_t
    let loadProblem: Clp_loadProblem_t
    let chgColumnLower: Clp_chgColumnLower_t
    let chgColumnUpper: Clp_chgColumnUpper_t
    let chgRowLower: Clp_chgRowLower_t
    let chgRowUpper: Clp_chgRowUpper_t
    let chgObjCoefficients: Clp_chgObjCoefficients_t
    let primal: Clp_primal_t
    let initialSolve: Clp_initialSolve_t
    let status: Clp_status_t
    let objectiveValue: Clp_objectiveValue_t
    let primalColumnSolution: Clp_primalColumnSolution_t
    let dualRowSolution: Clp_dualRowSolution_t

    init(_ library: SharedLibrary) throws(MissingLibrary) {
      newModel = try library.function("Clp_newModel")
      deleteModel = try library.function("Clp_deleteModel")
      setLogLevel = try library.function("Clp_setLogLevel")
      loadProblem = try library.function("Clp_loadProblem")
      chgColumnLower = try library.function("Clp_chgColumnLower")
      chgColumnUpper = try library.function("Clp_chgColumnUpper")
      chgRowLower = try library.function("Clp_chgRowLower")
      chgRowUpper = try library.function("Clp_chgRowUpper")
      chgObjCoefficients = try library.function("Clp_chgObjCoefficients")
      primal = try library.function("Clp_primal")
      initialSolve = try library.function("Clp_initialSolve")
      status = try library.function("Clp_status")
      objectiveValue = try library.function("Clp_objectiveValue")
      primalColumnSolution = try library.function("Clp_primalColumnSolution")
      dualRowSolution = try library.function("Clp_dualRowSolution")
    }
  }

  /// Functions `Cbc_...`, as their header declares them.
  struct Cbc: Sendable {
    let newModel: Cbc_newModel_t
    let deleteModel: Cbc_deleteModel_t
    let loadProblem: Cbc_loadProblem_t
    let setInteger: Cbc_setInteger_t
    let setCutoff: Cbc_setCutoff_t
    let setLogLevel: Cbc_setLogLevel_t
    let setParameter: Cbc_setParameter_t
    let setMaximumNodes: Cbc_setMaximumNodes_t
    let solve: Cbc_solve_t
    let isProvenInfeasible: Cbc_isProvenInfeasible_t
    let isProvenOptimal: Cbc_isProvenOptimal_t
    let numberSavedSolutions: Cbc_numberSavedSolutions_t
    let getColSolution: Cbc_getColSolution_t
    let getObjValue: Cbc_getObjValue_t
    let getBestPossibleObjValue: Cbc_getBestPossibleObjValue_t

    init(_ library: SharedLibrary) throws(MissingLibrary) {
      newModel = try library.function("Cbc_newModel")
      deleteModel = try library.function("Cbc_deleteModel")
      loadProblem = try library.function("Cbc_loadProblem")
      setInteger = try library.function("Cbc_setInteger")
      setCutoff = try library.function("Cbc_setCutoff")
      setLogLevel = try library.function("Cbc_setLogLevel")
      setParameter = try library.function("Cbc_setParameter")
      setMaximumNodes = try library.function("Cbc_setMaximumNodes")
      solve = try library.function("Cbc_solve")
      isProvenInfeasible = try library.function("Cbc_isProvenInfeasible")
      isProvenOptimal = try library.function("Cbc_isProvenOptimal")
      numberSavedSolutions = try library.function("Cbc_numberSavedSolutions")
      getColSolution = try library.function("Cbc_getColSolution")
      getObjValue = try library.function("Cbc_getObjValue")
      getBestPossibleObjValue = try library.function("Cbc_getBestPossibleObjValue")
    }
  }
}
