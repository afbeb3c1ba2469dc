#ifndef WAYMARK_CCOINOR_SHIM_H
#define WAYMARK_CCOINOR_SHIM_H
#include <stddef.h>
#include <coin/Clp_C_Interface.h>
#include <coin/Cbc_C_Interface.h>

/* The types of the functions that are called, as the libraries declare them: they are looked up when
   they are needed, so that no other command waits for a dozen libraries at its start. */
#define WAYMARK_FUNCTION(name) typedef __typeof__(&name) name##_t
WAYMARK_FUNCTION(Clp_newModel);
WAYMARK_FUNCTION(Clp_deleteModel);
WAYMARK_FUNCTION(Clp_setLogLevel);
WAYMARK_FUNCTION(Clp_loadProblem);
WAYMARK_FUNCTION(Clp_chgColumnLower);
WAYMARK_FUNCTION(Clp_chgColumnUpper);
WAYMARK_FUNCTION(Clp_chgRowLower);
WAYMARK_FUNCTION(Clp_chgRowUpper);
WAYMARK_FUNCTION(Clp_chgObjCoefficients);
WAYMARK_FUNCTION(Clp_primal);
WAYMARK_FUNCTION(Clp_initialSolve);
WAYMARK_FUNCTION(Clp_status);
WAYMARK_FUNCTION(Clp_objectiveValue);
WAYMARK_FUNCTION(Clp_primalColumnSolution);
WAYMARK_FUNCTION(Clp_dualRowSolution);
WAYMARK_FUNCTION(Cbc_newModel);
WAYMARK_FUNCTION(Cbc_deleteModel);
WAYMARK_FUNCTION(Cbc_loadProblem);
WAYMARK_FUNCTION(Cbc_setInteger);
WAYMARK_FUNCTION(Cbc_setCutoff);
WAYMARK_FUNCTION(Cbc_setLogLevel);
WAYMARK_FUNCTION(Cbc_setParameter);
WAYMARK_FUNCTION(Cbc_setMaximumNodes);
WAYMARK_FUNCTION(Cbc_solve);
WAYMARK_FUNCTION(Cbc_isProvenInfeasible);
WAYMARK_FUNCTION(Cbc_isProvenOptimal);
WAYMARK_FUNCTION(Cbc_numberSavedSolutions);
WAYMARK_FUNCTION(Cbc_getColSolution);
WAYMARK_FUNCTION(Cbc_getObjValue);
WAYMARK_FUNCTION(Cbc_getBestPossibleObjValue);
#undef WAYMARK_FUNCTION
#endif
