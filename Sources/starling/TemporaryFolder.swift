import Glibc

/// A folder that nobody else can read, below `$TMPDIR` or `/tmp`, for files that are needed for a while.
struct TemporaryFolder {
  let path: String

  /// `$TMPDIR`, or `/tmp` where it is not set.
  static var parent: String {
    let variable = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return variable.isEmpty ? "/tmp" : variable
  }

  /// Makes it.
  ///
  /// - Throws: ``Failure`` when it cannot be made.
  init() throws(Failure) { path = try Self.make(in: Self.parent, "starling-XXXXXX") }

  /// Makes a folder of a new name in another one.
  ///
  /// - Parameters:
  ///   - parent: where it is to be.
  ///   - pattern: its name, whose end `XXXXXX` becomes letters that no other has.
  /// - Returns: its path.
  /// - Throws: ``Failure`` when it cannot be made.
  static func make(in parent: String, _ pattern: String) throws(Failure) -> String {
    var template = Array("\(parent)/\(pattern)".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        .cannotCreate, "cannot make a folder in \(parent): \(String(cString: strerror(errno)))")
    }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether what lies below ``parent`` was put there by this person: anybody may put something there
  /// under a name that can be guessed.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - kind: what it has to be, `S_IFREG` or `S_IFDIR`; a link is neither.
  /// - Returns: whether it is of that kind and belongs to whoever runs this.
  static func isOwn(_ path: String, kind: mode_t) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_uid == geteuid()
      && status.st_mode & S_IFMT == kind
  }

  /// Takes it away with all that is in it, whatever other programs have put there.
  func remove() { _ = ProgramRun.run("rm", ["rm", "-rf", path]) }
}
