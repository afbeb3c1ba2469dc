#ifndef WAYMARK_CLIBCSV_SHIM_H
#define WAYMARK_CLIBCSV_SHIM_H
#include <csv.h>
#endif
