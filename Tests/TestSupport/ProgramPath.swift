import Glibc

/// Where the programs are that tests run.
public enum ProgramPath {
  /// A program of this package: it is built beside the tests.
  public static func built(_ name: String) throws -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { throw TestFailure("cannot read /proc/self/exe") }
    let tests = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = tests.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/\(name)"
    guard access(path, X_OK) == 0 else { throw TestFailure("\(path) has not been built") }
    return path
  }

  /// A program of the system.
  ///
  /// - Throws: ``TestFailure``, which says what to install. A test never passes for want of it.
  public static func installed(_ name: String) throws -> String {
    for folder in search.split(separator: ":") {
      let path = "\(folder)/\(name)"
      if access(path, X_OK) == 0 { return path }
    }
    throw TestFailure("\(name) is not installed: apt-get install \(name)")
  }

  /// The `PATH` of the tests, which the programs get too.
  public static var search: String {
    getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  }
}
