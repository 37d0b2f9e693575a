import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A lock on a folder that one Starling has at a time; who has it may take it again.
public struct FolderLock {
  /// Who has which folder.
  private struct Holder: Equatable {
    let thread: pthread_t
    let folder: FileStatus.Identity
  }

  private static let holders = Mutex<[Holder]>([])

  /// The open folder and its holder; nil if this very thread has the lock already.
  private let held: (folder: Int32, holder: Holder)?

  /// Waits until it is free.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - patience: how long to wait at most, in seconds.
  /// - Throws: ``SystemError``, which is ``SystemError/isHeldByAnother`` when another has it for longer.
  public init(_ path: String, patience: Double = 10) throws(SystemError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .last }
    guard let status = FileStatus(descriptor: folder) else {
      let error = SystemError.last
      close(folder)
      throw error
    }
    let holder = Holder(
      thread: pthread_self(), folder: status.identity)
    // It would wait for itself for ever.
    guard !Self.holders.withLock({ $0.contains(holder) }) else {
      close(folder)
      held = nil
      return
    }
    let end = MachineClock.seconds + patience
    while flock(folder, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK, MachineClock.seconds < end {
        usleep(5000)
        continue
      }
      let error = SystemError.last
      close(folder)
      throw error
    }
    Self.holders.withLock { $0.append(holder) }
    held = (folder, holder)
  }

  public func release() {
    guard let held else { return }
    Self.holders.withLock { $0.removeAll { $0 == held.holder } }
    // Closing gives it back.
    close(held.folder)
  }
}
