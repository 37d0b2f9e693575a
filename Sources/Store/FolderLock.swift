import Glibc
import Synchronization

/// A lock on a folder that one Starling has at a time; who has it may take it again.
struct FolderLock {
  /// Who has which folder.
  private struct Holder: Equatable {
    let thread: pthread_t
    let device: dev_t
    let number: ino_t
  }

  private static let holders = Mutex<[Holder]>([])

  /// The open folder and its holder; nil if this very thread has the lock already.
  private let held: (folder: Int32, holder: Holder)?

  /// Waits until it is free.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - patience: how long to wait at most, in seconds.
  /// - Throws: ``StoreError/busy(path:)`` when another has it for longer,
  ///   ``StoreError/cannotOpen(path:detail:)``.
  init(_ path: String, patience: Double = 10) throws(StoreError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .cannotOpen(path: path, detail: reason(at: path)) }
    var status = stat()
    guard fstat(folder, &status) == 0 else {
      let detail = reason()
      close(folder)
      throw .cannotOpen(path: path, detail: detail)
    }
    let holder = Holder(thread: pthread_self(), device: status.st_dev, number: status.st_ino)
    // It would wait for itself for ever.
    guard !Self.holders.withLock({ $0.contains(holder) }) else {
      close(folder)
      held = nil
      return
    }
    let end = Self.seconds + patience
    while flock(folder, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK, Self.seconds < end {
        usleep(5000)
        continue
      }
      let error: StoreError =
        errno == EWOULDBLOCK ? .busy(path: path) : .cannotOpen(path: path, detail: reason(at: path))
      close(folder)
      throw error
    }
    Self.holders.withLock { $0.append(holder) }
    held = (folder, holder)
  }

  func release() {
    guard let held else { return }
    Self.holders.withLock { $0.removeAll { $0 == held.holder } }
    // Closing gives it back.
    close(held.folder)
  }

  /// Seconds of a clock that nobody sets.
  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
