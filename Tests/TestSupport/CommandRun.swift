import Glibc
public import Testing

/// A command that has run to its end without a terminal.
public struct CommandRun {
  public let output: String
  public let errors: String
  public let status: ExitStatus

  /// Runs the program at a path, with `input` on its standard input and no variables but those
  /// given, and waits until it has ended.
  ///
  /// - Throws: ``TestFailure`` when it cannot be started or does not end.
  public init(
    _ program: String, _ arguments: [String] = [], input: String = "",
    environment: [String: String], seconds: Double = 60
  ) throws {
    // Files, because pipes fill up when nobody reads meanwhile.
    let files = PrivateDescriptors.open { (0..<3).map { _ in Self.namelessFile() } }
    defer { for file in files { close(file) } }
    try Self.fill(files[0], with: input)
    let child = try ChildProcess(
      program, arguments, environment: environment,
      files: .descriptors(input: files[0], output: files[1], errors: files[2]))
    status = try child.wait(seconds: seconds)
    output = Self.contents(of: files[1])
    errors = Self.contents(of: files[2])
  }

  private static func namelessFile() -> Int32 {
    var name = Array("/tmp/starling-test-XXXXXX".utf8CString)
    defer { unlink(name) }
    return mkstemp(&name)
  }

  private static func fill(_ file: Int32, with text: String) throws {
    var text = text
    let written = text.withUTF8 { Glibc.write(file, $0.baseAddress, $0.count) }
    guard written == text.utf8.count, lseek(file, 0, SEEK_SET) == 0 else {
      throw TestFailure("cannot write the input")
    }
  }

  private static func contents(of file: Int32) -> String {
    let size = max(0, Int(lseek(file, 0, SEEK_END)))
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, pread(file, buffer.baseAddress, size, 0))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
