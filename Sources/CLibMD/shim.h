#ifndef WAYMARK_CLIBMD_SHIM_H
#define WAYMARK_CLIBMD_SHIM_H
#include <sha2.h>
#endif
