import Glibc

/// A lock on a folder that one Starling has at a time.
struct FolderLock {
  private let folder: Int32

  /// Waits until it is free.
  init(_ path: String) throws(StoreError) {
    folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .cannotOpen(path: path, detail: reason()) }
    while flock(folder, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let detail = reason()
        close(folder)
        throw .cannotOpen(path: path, detail: detail)
      }
    }
  }

  func release() {
    // Closing gives it back.
    close(folder)
  }
}
