#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Bytes on their way to and from what is open.
package enum Bytes {
  /// Writes all.
  package static func write(_ bytes: some Collection<UInt8>, to file: Int32) throws(SystemError) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { cWrite(file, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// Reads up to so many bytes; fewer at the end.
  package static func read(_ count: Int, from file: Int32, into buffer: inout [UInt8])
    throws(SystemError) -> Int
  {
    while true {
      let count = cRead(file, &buffer, min(buffer.count, count))
      if count >= 0 { return count }
      if errno != EINTR { throw .last }
    }
  }
}

// The C library's functions, under names that the methods do not hide.
private func cWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
private func cRead(_ file: Int32, _ bytes: inout [UInt8], _ count: Int) -> Int {
  read(file, &bytes, count)
}
