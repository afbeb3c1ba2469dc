#ifndef WAYMARK_CTERMINAL_SHIM_H
#define WAYMARK_CTERMINAL_SHIM_H

#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <wchar.h>

// `wcwidth` is hidden from Swift by Glibc's module map.
static inline int waymark_column_width(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

#endif
