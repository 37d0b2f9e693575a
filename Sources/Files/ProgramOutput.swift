#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a short program prints.
package enum ProgramOutput {
  /// All that a line of shell prints, however it ends, up to so many bytes; nil if it cannot be started.
  package static func text(of command: String, atMost limit: Int = 1 << 20) -> String? {
    guard let pipe = popen(command, "r") else { return nil }
    var text: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while text.count < limit {
      let count = fread(&bytes, 1, bytes.count, pipe)
      guard count > 0 else { break }
      text += bytes[..<count]
    }
    pclose(pipe)
    return String(decoding: text.prefix(limit), as: UTF8.self)
  }

  /// The first line that a line of shell prints; nil if it fails, or prints none.
  package static func firstLine(of command: String) -> String? {
    guard let pipe = popen(command, "r") else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = fread(&bytes, 1, bytes.count, pipe)
    guard pclose(pipe) == 0 else { return nil }
    let line = bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }
    return line.isEmpty ? nil : String(validating: line, as: UTF8.self)
  }
}
