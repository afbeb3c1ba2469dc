#ifndef WAYMARK_CSYSTEM_SHIM_H
#define WAYMARK_CSYSTEM_SHIM_H

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Lets two names change places at once; the header that declares renameat2 is not read by Swift. */
static inline int exchange_names(const char *one, const char *other) {
  const unsigned exchange = 1u << 1; /* RENAME_EXCHANGE of <linux/fs.h> */
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, exchange);
}

#endif
