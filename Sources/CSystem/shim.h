#ifndef WAYMARK_CSYSTEM_SHIM_H
#define WAYMARK_CSYSTEM_SHIM_H

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <termios.h>
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

/* A terminal that behaves otherwise than it did, and is set back by a crash: what a handler of signals may
   touch and Swift cannot promise. Only one file of Swift calls these, so that there is one of each. */

static volatile sig_atomic_t guarded_terminal = -1;
static volatile sig_atomic_t guarded_marks = 0;

static inline struct termios *guarded_mode(void) {
  static struct termios mode;
  return &mode;
}

/* Puts marks around what is pasted (bracketed paste), or no more. */
static inline void set_paste_marks(int on) {
  const char *text = on ? "\033[?2004h" : "\033[?2004l";
  if (write(STDOUT_FILENO, text, strlen(text)) < 0) return;
}

static inline void restore_and_crash(int number) {
  if (guarded_marks) set_paste_marks(0);
  if (guarded_terminal >= 0) tcsetattr(guarded_terminal, TCSANOW, guarded_mode());
  signal(number, SIG_DFL);
  raise(number);
}

static inline void guard_crashes(void (*handler)(int)) {
  const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  for (unsigned place = 0; place < sizeof crashes / sizeof *crashes; place++)
    signal(crashes[place], handler);
}

/* From now on a crash sets the terminal back to a mode, and ends the marks where there are any. */
static inline void guard_terminal(int terminal, const struct termios *usual, int marks) {
  *guarded_mode() = *usual;
  guarded_marks = marks;
  guarded_terminal = terminal;
  guard_crashes(restore_and_crash);
}

/* The terminal behaves as it did. */
static inline void release_terminal(void) {
  guarded_terminal = -1;
  guarded_marks = 0;
  guard_crashes(SIG_DFL);
}

#endif
