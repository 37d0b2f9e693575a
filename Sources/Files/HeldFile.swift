#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file or folder that this program holds by a lock, for as long as this value lives.
package final class HeldFile {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Holds a folder that no other program holds; nil if one does, or there is no such folder.
  package static func folder(_ path: String) -> HeldFile? {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
    guard folder >= 0 else { return nil }
    let held = HeldFile(folder)
    return flock(folder, LOCK_EX | LOCK_NB) == 0 && access(path, F_OK) == 0 ? held : nil
  }

  /// Holds a file that no other program holds; nil if one does, or there is no such file.
  package static func alone(_ path: String) -> HeldFile? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    let held = HeldFile(file)
    // Without locks, as on some file systems, nobody holds it.
    let isHeld = flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
    // Whoever held it may have taken it away meanwhile.
    return !isHeld && access(path, F_OK) == 0 ? held : nil
  }

  /// Holds a file together with the programs that this one starts, for as long as one of them runs.
  ///
  /// Nil if there is no such file.
  package static func shared(_ path: String) -> HeldFile? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    flock(file, LOCK_SH)
    return HeldFile(file)
  }

  /// Whether some program holds a file.
  package static func isHeld(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }
}
