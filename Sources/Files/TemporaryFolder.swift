#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder that nobody else can read, below `$TMPDIR` or `/tmp`, for files that are needed for a while.
package struct TemporaryFolder {
  package let path: String

  /// `$TMPDIR`, or `/tmp` where it is not set.
  package static var parent: String {
    let variable = Environment.value("TMPDIR") ?? ""
    return variable.isEmpty ? "/tmp" : variable
  }

  /// Makes it.
  ///
  /// - Throws: ``Failure`` when it cannot be made.
  package init() throws(Failure) { path = try Self.make(in: Self.parent, "starling-XXXXXX") }

  /// Makes a folder of a new name in another one.
  ///
  /// - Parameters:
  ///   - parent: where it is to be.
  ///   - pattern: its name, whose end `XXXXXX` becomes letters that no other has.
  /// - Returns: its path.
  /// - Throws: ``Failure`` when it cannot be made.
  package static func make(in parent: String, _ pattern: String) throws(Failure) -> String {
    var template = Array("\(parent)/\(pattern)".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        .cannotCreate, "cannot make a folder in \(parent): \(SystemError.last.name)")
    }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether what lies below ``parent`` was put there by this person: anybody may put something there
  /// under a name that can be guessed.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - kind: what it has to be, a file or a folder; a link is neither.
  /// - Returns: whether it is of that kind and belongs to whoever runs this.
  package static func isOwn(_ path: String, kind: FileStatus.Kind) -> Bool {
    FileStatus(named: path).map { $0.isOwn && $0.kind == kind } ?? false
  }

  /// Takes it away with all that is in it, whatever other programs have put there.
  package func remove() { Self.remove(path) }

  /// Takes a folder away with all that is in it, whatever other programs have put there.
  package static func remove(_ path: String) { _ = ProgramRun.run("rm", ["rm", "-rf", path]) }
}
