#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder on the way to a path that its owner may not enter, as after a `chmod` or a `umask` that took
/// too much.
public struct Barrier: Sendable {
  public let folder: String

  /// Looks for the first on the way; nil if there is none.
  ///
  /// - Parameter path: a file or folder, which need not be there.
  public init?(onWayTo path: String) {
    var end = path.startIndex
    while let next = path[end...].dropFirst().firstIndex(of: "/") {
      let folder = String(path[..<next])
      end = next
      guard FileStatus(folder)?.kind == .folder else { return nil }
      if access(folder, X_OK) != 0 {
        self.folder = folder
        return
      }
    }
    return nil
  }

  /// What is wrong and what to do about it, a clause each.
  public var advice: String {
    let isOthers = FileStatus(folder).map { !$0.isOwn } ?? false
    return isOthers
      ? "the folder \(folder) may not be entered, and belongs to another user"
      : "the folder \(folder) may not be entered; “chmod 700 \(folder)” allows that"
  }
}
