#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why a call of the system failed.
public struct SystemError: Error, Equatable, Sendable {
  /// The C library's number of the error.
  public let number: Int32

  public init(number: Int32) { self.number = number }

  /// Why the last call failed; to be asked right after it.
  public static var last: SystemError { SystemError(number: errno) }

  /// There is no file or folder of that name.
  public var isMissing: Bool { number == ENOENT }
  /// A file stands on the way where a folder should be.
  public var isFileOnTheWay: Bool { number == ENOTDIR }
  /// There is one of that name already.
  public var isThereAlready: Bool { number == EEXIST }
  /// The person may not do that.
  public var isForbidden: Bool { number == EACCES }
  /// Another program has it locked.
  public var isHeldByAnother: Bool { number == EWOULDBLOCK }
  /// Only its owner, or nobody, may do that.
  public var isRefused: Bool { number == EACCES || number == EPERM }

  /// The disk may only be read.
  public var isOfReadOnlyDisk: Bool { number == EROFS }

  /// What the C library calls it.
  public var name: String { String(cString: strerror(number)) }

  /// The same in words that say what the person meets: a full disk, a limit.
  public var reason: String {
    switch number {
    case ENOSPC: "the disk is full"
    case EFBIG: Disk.sizeLimitReached
    default: name
    }
  }

  /// The reason at a path, with what to do about it where the person has taken leave from themselves.
  public func reason(at path: String) -> String {
    guard isForbidden else { return reason }
    if let barrier = Barrier(onWayTo: path) { return barrier.advice }
    let folder = FileStatus(path)?.kind == .folder ? path : Disk.folder(of: path)
    if access(folder, R_OK | W_OK | X_OK) != 0, FileStatus(folder)?.isOwn == true {
      return "the folder \(folder) may not be written to; “chmod 700 \(folder)” allows that"
    }
    return reason
  }

  /// What the C library calls it, or which folder on the way to a path keeps the person out.
  package func name(at path: String) -> String {
    (isForbidden ? Barrier(onWayTo: path)?.advice : nil) ?? name
  }
}
