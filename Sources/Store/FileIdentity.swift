import Glibc

/// Which file a name leads to.
struct FileIdentity: Equatable {
  let device: dev_t
  let number: ino_t
  let isPlainFile: Bool
  let isFolder: Bool

  /// Nil if there is no file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = status.st_dev
    number = status.st_ino
    isPlainFile = status.st_mode & S_IFMT == S_IFREG
    isFolder = status.st_mode & S_IFMT == S_IFDIR
  }
}
