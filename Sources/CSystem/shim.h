#ifndef WAYMARK_CSYSTEM_SHIM_H
#define WAYMARK_CSYSTEM_SHIM_H

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The header that declares renameat2, and <linux/fs.h> with its flags, are not read by Swift. */

/* Lets two names change places at once. */
static inline int exchange_names(const char *one, const char *other) {
  const unsigned exchange = 1u << 1; /* RENAME_EXCHANGE */
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, exchange);
}

/* Gives something a name that nothing has; EEXIST when something has it. */
static inline int rename_to_free_name(const char *old, const char *name) {
  const unsigned no_replace = 1u << 0; /* RENAME_NOREPLACE */
  return (int)syscall(SYS_renameat2, AT_FDCWD, old, AT_FDCWD, name, no_replace);
}

#endif
