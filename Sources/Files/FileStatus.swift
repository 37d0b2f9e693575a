#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What is under a name.
public struct FileStatus: Sendable {
  /// What sort of thing it is.
  public enum Kind: Sendable {
    case file, folder, link, pipe, socket
    /// A device, or what the system does not say.
    case device
  }

  /// Which file it is, whatever its names are.
  public struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  public let kind: Kind
  public let identity: Identity
  /// In bytes.
  public let size: Int64
  /// The bits of who may do what with it, `0o7777` at most.
  public let mode: UInt32
  /// How many names it has.
  public let names: Int
  /// When it was written last: seconds since 1970, and nanoseconds of that second.
  public let seconds: Int
  public let nanoseconds: Int
  /// When anything about it changed last, in nanoseconds since 1970; nobody can set it.
  package let changed: Int64
  /// Whose it is.
  private let owner: uid_t

  /// Numbers of which one is another after any change of it.
  package var stamp: [Int64] {
    [Int64(bitPattern: identity.device), Int64(bitPattern: identity.number), size, changed]
  }

  /// Whether it belongs to whoever runs this.
  public var isOwn: Bool { owner == geteuid() }

  /// Whether it can be read by others than its owner.
  package var isOpenToOthers: Bool { mode & 0o077 != 0 }

  /// What a path leads to; nil where it leads to nothing that can be seen: ``SystemError/last`` says why.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// What is under a name, which may be a link that leads nowhere.
  public init?(named path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// What is open under a descriptor.
  public init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
    size = Int64(status.st_size)
    mode = UInt32(status.st_mode) & 0o7777
    names = Int(status.st_nlink)
    owner = status.st_uid
    #if canImport(Darwin)
      let (written, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (written, changed) = (status.st_mtim, status.st_ctim)
    #endif
    (seconds, nanoseconds) = (Int(written.tv_sec), Int(written.tv_nsec))
    self.changed = Int64(changed.tv_sec) &* 1_000_000_000 &+ Int64(changed.tv_nsec)
  }
}
