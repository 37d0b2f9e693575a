import Glibc
import Synchronization

/// Keeps the files of one test from the programs that others start at the same time: a terminal
/// would stay open in a stranger, and its hang-up never come.
enum PrivateDescriptors {
  private static let starting = Mutex(())

  /// Opens files by `body` and marks what it returns as this process's own, while nothing is started.
  static func open(_ body: () -> [Int32]) -> [Int32] {
    starting.withLock { _ in
      let files = body()
      for file in files where file >= 0 { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
      return files
    }
  }

  /// Starts a program by `body`, while no file is being opened.
  static func start<R>(_ body: () throws -> R) rethrows -> R {
    try starting.withLock { _ in try body() }
  }
}
