#pragma once
#include <stdbool.h>

/// A disk that fails for one thread of this process, at one of the calls that change a file.
///
/// On Linux the calls of this program, and of the libraries that it has loaded, go through it; elsewhere
/// nothing ever fails.

/// What happens at the call.
enum faulty_disk_harm {
  /// Nothing ever does.
  FAULTY_DISK_NONE,
  /// Half of what is written is written, and no error is said: the rest has to be written by another call.
  FAULTY_DISK_SHORT,
  /// There is no space: for this and for all calls after it.
  FAULTY_DISK_FULL,
  /// The disk does not answer: this once.
  FAULTY_DISK_BROKEN,
  /// The program is killed before the call.
  FAULTY_DISK_KILLED,
  /// The program is killed when half of what is written is written.
  FAULTY_DISK_TORN,
};

/// Harms this thread at its `count`-th call from now on, from 1.
///
/// `killed` is called where the program is killed: what is on disk then is all that a killed one leaves, and
/// what is done after it no longer counts.
void faulty_disk_arm(enum faulty_disk_harm harm, long count, void (*killed)(void *), void *context);

/// Ends the harm.
///
/// \returns whether it has come to it.
bool faulty_disk_disarm(void);

/// Whether this thread waits for the disk to have what was written. Where nobody pulls the plug it need not.
void faulty_disk_wait(bool waits);
