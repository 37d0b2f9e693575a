import FoundationEssentials
import Glibc

/// A folder that holds everything of one Starling, removed when it is no longer used.
public final class TemporaryHome: Sendable {
  public let path: String

  public init() throws {
    var template = Array("/tmp/starling-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TestFailure("cannot make a folder in /tmp") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    // A program that is just ending may still be taking its own files away.
    let deadline = Deadline(seconds: 5)
    while access(path, F_OK) == 0, !deadline.hasPassed {
      do { try FileManager.default.removeItem(atPath: path) } catch { deadline.nap() }
    }
  }

  /// Every variable that a program gets, and no other.
  public func environment(
    adding extra: [String: String] = [:]
  ) -> [String: String] {
    [
      "PATH": ProgramPath.search, "HOME": path, "STARLING_HOME": path, "TERM": "xterm-256color",
      "LC_ALL": "C.UTF-8", "TZ": "UTC",
    ].merging(extra) { $1 }
  }

  /// The path of a file in the folder.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, and the folders on the way to it.
  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  public func write(_ bytes: [UInt8], to name: String) throws {
    let path = file(name)
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// Writes a script for `sh`, and returns the command that runs it.
  ///
  /// Never by its own name: the kernel doesn't run a file that is still open for writing, as it may
  /// be for a moment in a program that another test is just starting.
  public func writeScript(_ name: String, _ text: String) throws -> String {
    try write(text + "\n", to: name)
    return "sh '\(file(name))'"
  }

  /// Writes a deck of the person's own.
  public func writeDeck(_ name: String, _ yaml: String) throws {
    try write(yaml, to: "decks/\(name).yaml")
  }

  public func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: file(name))
  }

  /// The text of a file in the folder.
  public func text(of name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }
}
