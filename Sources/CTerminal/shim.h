#ifndef WAYMARK_CTERMINAL_SHIM_H
#define WAYMARK_CTERMINAL_SHIM_H

#include <sys/ioctl.h>
#include <sys/signalfd.h>

#endif
