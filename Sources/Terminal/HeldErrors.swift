import CNcurses
import Glibc

/// The file that stands in for standard error, and the real one; -1 while nothing is held.
private nonisolated(unsafe) var heldErrors: Int32 = -1
private nonisolated(unsafe) var realErrors: Int32 = -1
private nonisolated(unsafe) var copyBuffer = UnsafeMutableRawBufferPointer.allocate(
  byteCount: 4096, alignment: 1)

/// Keeps what is written to standard error off the screen until the screen is gone.
///
/// A library's warning or a trap's message would be written over the picture and then vanish with
/// it. ``giveBack()`` may be called in a signal handler.
enum HeldErrors {
  /// Starts to collect standard error in memory, if it goes to a terminal.
  static func hold() {
    guard heldErrors < 0, isatty(STDERR_FILENO) == 1 else { return }
    let closeOnExec: UInt32 = 1  // MFD_CLOEXEC
    heldErrors = memfd_create("starling-errors", closeOnExec)
    guard heldErrors >= 0 else { return }
    realErrors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard realErrors >= 0 else {
      close(heldErrors)
      heldErrors = -1
      return
    }
    dup2(heldErrors, STDERR_FILENO)
    // Touched here, because a first use in a handler would allocate there.
    _ = copyBuffer.count
  }

  /// Makes standard error real again and repeats there what was collected.
  static func giveBack() {
    guard heldErrors >= 0 else { return }
    dup2(realErrors, STDERR_FILENO)
    var offset = 0
    while true {
      let count = pread(heldErrors, copyBuffer.baseAddress, copyBuffer.count, offset)
      if count <= 0 { break }
      _ = write(STDERR_FILENO, copyBuffer.baseAddress, count)
      offset += count
    }
    close(heldErrors)
    close(realErrors)
    heldErrors = -1
    realErrors = -1
  }

  /// Lets another program that has the screen write to the real standard error meanwhile.
  static func lent<R>(_ body: () throws -> R) rethrows -> R {
    guard heldErrors >= 0 else { return try body() }
    dup2(realErrors, STDERR_FILENO)
    defer { dup2(heldErrors, STDERR_FILENO) }
    return try body()
  }
}
