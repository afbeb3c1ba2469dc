#ifndef WAYMARK_CTESTSYSTEM_SHIM_H
#define WAYMARK_CTESTSYSTEM_SHIM_H

#include <spawn.h>

// These are hidden from Swift by the feature macros that Glibc's module is built with.
extern int pipe2(int ends[2], int flags);
extern int posix_openpt(int flags);
extern int grantpt(int master);
extern int unlockpt(int master);
extern int ptsname_r(int master, char *name, unsigned long size);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions,
                                                const char *folder);
// A descriptor of a process, which can be read once the process has ended.
extern int pidfd_open(int process, unsigned int flags);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

// `POSIX_SPAWN_SETSID`: the child begins a session of its own.
static const short waymark_spawn_in_session = 0x80;

static inline int waymark_spawn_in_folder(posix_spawn_file_actions_t *actions, const char *folder) {
  return posix_spawn_file_actions_addchdir_np(actions, folder);
}

// Closes every descriptor of the child's but the standard streams.
static inline int waymark_spawn_without_others(posix_spawn_file_actions_t *actions) {
  return posix_spawn_file_actions_addclosefrom_np(actions, 3);
}

static inline int waymark_watch_process(int process) { return pidfd_open(process, 0); }

static inline int waymark_pipe(int ends[2], int flags) { return pipe2(ends, flags); }

// The leading side of a new terminal; the path of the other side goes to `name`.
static inline int waymark_open_terminal(int flags, char *name, unsigned long size) {
  int master = posix_openpt(flags);
  if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) return -1;
  return ptsname_r(master, name, size) == 0 ? master : -1;
}

#endif
