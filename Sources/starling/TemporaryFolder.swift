import Glibc

/// A folder that nobody else can read, below `$TMPDIR` or `/tmp`, for files that are needed for a while.
struct TemporaryFolder {
  let path: String

  /// Makes it.
  ///
  /// - Throws: ``Failure`` when it cannot be made.
  init() throws(Failure) {
    let variable = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let parent = variable.isEmpty ? "/tmp" : variable
    var template = Array("\(parent)/starling-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Failure(
        .cannotCreate, "cannot make a folder in \(parent): \(String(cString: strerror(errno)))")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Takes it away with all that is in it, whatever other programs have put there.
  func remove() { _ = ProgramRun.run("rm", ["rm", "-rf", path]) }
}
