#ifndef WAYMARK_CCOINOR_SHIM_H
#define WAYMARK_CCOINOR_SHIM_H
#include <stddef.h>
#include <Coin_C_defines.h>
#include <Clp_C_Interface.h>
#include <Cbc_C_Interface.h>
#endif
