#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The real standard error while descriptor 2 leads elsewhere; -1 before that.
private nonisolated(unsafe) var realErrors: Int32 = -1
/// The file that collects messages while the screen is up; -1 while nothing is held.
private nonisolated(unsafe) var heldErrors: Int32 = -1
/// Whether descriptor 2 leads nowhere for good.
private nonisolated(unsafe) var isApart = false
private nonisolated(unsafe) var copyBuffer = UnsafeMutableRawBufferPointer.allocate(
  byteCount: 4096, alignment: 1)

/// Where this program's own messages go, and what else is written to standard error.
package enum StandardError {
  /// Where messages are to be written: standard error, or what holds it while the screen is up.
  package static var descriptor: Int32 {
    heldErrors >= 0 ? heldErrors : realErrors >= 0 ? realErrors : STDERR_FILENO
  }

  /// From here on only messages that are written to ``descriptor`` are seen.
  ///
  /// What the runtime prints in a trap shows the values that led to it, and those are what the person
  /// wrote. A program that is started gets the real one by ``lent(_:)``.
  package static func setApart() {
    guard !isApart else { return }
    let real = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard real >= 0, nowhere >= 0 else { return }
    dup2(nowhere, STDERR_FILENO)
    close(nowhere)
    realErrors = real
    isApart = true
  }

  /// Starts to collect messages in memory, if they go to a terminal: there they would be written over
  /// the picture and then vanish with it.
  ///
  /// - Parameter makeFile: makes a file in memory that programs started from here do not get; negative
  ///   where that is not possible.
  package static func hold(in makeFile: () -> Int32) {
    guard heldErrors < 0, isatty(descriptor) == 1 else { return }
    let held = makeFile()
    guard held >= 0 else { return }
    if !isApart {
      realErrors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
      guard realErrors >= 0 else {
        close(held)
        return
      }
      dup2(held, STDERR_FILENO)
    }
    heldErrors = held
    // Touched here, because a first use in a handler would allocate there.
    _ = copyBuffer.count
  }

  /// Ends the collecting and writes what was collected; may be called in a signal handler.
  package static func giveBack() {
    guard heldErrors >= 0 else { return }
    var offset = 0
    while true {
      let count = pread(heldErrors, copyBuffer.baseAddress, copyBuffer.count, offset)
      if count <= 0 { break }
      _ = write(realErrors, copyBuffer.baseAddress, count)
      offset += count
    }
    close(heldErrors)
    heldErrors = -1
    guard !isApart else { return }
    dup2(realErrors, STDERR_FILENO)
    close(realErrors)
    realErrors = -1
  }

  /// Lets programs that `body` starts write to the real standard error.
  package static func lent<R>(_ body: () throws -> R) rethrows -> R {
    let ours = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard realErrors >= 0, ours >= 0 else {
      close(ours)
      return try body()
    }
    dup2(realErrors, STDERR_FILENO)
    defer {
      dup2(ours, STDERR_FILENO)
      close(ours)
    }
    return try body()
  }
}
