#define _GNU_SOURCE
#include "FaultyDisk.h"

#include <stdlib.h>

static _Thread_local enum faulty_disk_harm harm = FAULTY_DISK_NONE;
static _Thread_local long left = 0;
static _Thread_local bool has_struck = false;
static _Thread_local bool is_unwaiting = false;
static _Thread_local void (*when_killed)(void *) = NULL;
static _Thread_local void *context = NULL;

void faulty_disk_arm(enum faulty_disk_harm new_harm, long count, void (*killed)(void *), void *new_context) {
  harm = new_harm;
  left = count;
  has_struck = false;
  when_killed = killed;
  context = new_context;
}

bool faulty_disk_disarm(void) {
  harm = FAULTY_DISK_NONE;
  return has_struck;
}

void faulty_disk_wait(bool waits) { is_unwaiting = !waits; }

#ifdef __GLIBC__

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static void kill_here(void) {
  harm = FAULTY_DISK_NONE;
  if (when_killed) when_killed(context);
}

/// What a call is to do.
enum answer { GO_ON, HALF, HALF_AND_KILLED, FAIL };

/// Counts a call; `size` is that of what it writes, 0 if it writes nothing.
static enum answer look(size_t size) {
  if (harm == FAULTY_DISK_NONE) return GO_ON;
  if (has_struck) {
    if (harm != FAULTY_DISK_FULL) return GO_ON;
    errno = ENOSPC;
    return FAIL;
  }
  if (--left > 0) return GO_ON;
  // Only what writes can be written by half.
  if ((harm == FAULTY_DISK_SHORT || harm == FAULTY_DISK_TORN) && size < 2) return GO_ON;
  has_struck = true;
  switch (harm) {
  case FAULTY_DISK_SHORT: return HALF;
  case FAULTY_DISK_TORN: return HALF_AND_KILLED;
  case FAULTY_DISK_FULL: errno = ENOSPC; return FAIL;
  case FAULTY_DISK_BROKEN: errno = EIO; return FAIL;
  case FAULTY_DISK_KILLED: kill_here(); return GO_ON;
  case FAULTY_DISK_NONE: break;
  }
  return GO_ON;
}

/// The same for a call that takes no space, which a full disk does not keep from anything.
static enum answer look_at_spaceless(void) {
  return harm == FAULTY_DISK_FULL ? GO_ON : look(0);
}

ssize_t write(int file, const void *bytes, size_t size) {
  // Not what is said on standard streams.
  switch (file > 2 ? look(size) : GO_ON) {
  case FAIL: return -1;
  case HALF: return syscall(SYS_write, file, bytes, size / 2);
  case HALF_AND_KILLED: {
    ssize_t written = syscall(SYS_write, file, bytes, size / 2);
    kill_here();
    if (written < 0) return written;
    ssize_t rest = syscall(SYS_write, file, (const char *)bytes + written, size - written);
    return rest < 0 ? rest : written + rest;
  }
  case GO_ON: break;
  }
  return syscall(SYS_write, file, bytes, size);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset) {
  switch (look(size)) {
  case FAIL: return -1;
  case HALF: return syscall(SYS_pwrite64, file, bytes, size / 2, offset);
  case HALF_AND_KILLED:
    syscall(SYS_pwrite64, file, bytes, size / 2, offset);
    kill_here();
    break;
  case GO_ON: break;
  }
  return syscall(SYS_pwrite64, file, bytes, size, offset);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset) {
  return pwrite64(file, bytes, size, offset);
}

int fsync(int file) {
  if (look_at_spaceless() == FAIL) return -1;
  return is_unwaiting ? 0 : (int)syscall(SYS_fsync, file);
}

int fdatasync(int file) {
  if (look_at_spaceless() == FAIL) return -1;
  return is_unwaiting ? 0 : (int)syscall(SYS_fdatasync, file);
}

int ftruncate64(int file, off64_t size) {
  return look_at_spaceless() == FAIL ? -1 : (int)syscall(SYS_ftruncate, file, size);
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

static int open_any(int folder, const char *path, int flags, mode_t mode) {
  if ((flags & (O_CREAT | O_TRUNC)) && look(0) == FAIL) return -1;
  return (int)syscall(SYS_openat, folder, path, flags, mode);
}

static mode_t mode_of(int flags, va_list arguments) {
  return flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_any(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_any(AT_FDCWD, path, flags, mode);
}

int unlink(const char *path) {
  return look_at_spaceless() == FAIL ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int rename(const char *from, const char *to) {
  return look_at_spaceless() == FAIL
             ? -1
             : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int link(const char *from, const char *to) {
  return look(0) == FAIL ? -1 : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int mkdir(const char *path, mode_t mode) {
  return look(0) == FAIL ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

#endif
