#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What this machine is called.
package enum MachineName {
  /// Its name in the network, without the domain; `this machine` where it has none.
  package static var own: String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return nameless }
    let name = String(
      decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let first = name.prefix { $0 != "." }
    return first.isEmpty ? nameless : String(first)
  }

  private static let nameless = "this machine"
}
