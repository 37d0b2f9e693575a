/// A hash of several texts in a row, by which it is seen that one of them changed.
///
/// FNV-1a with 64 bits; it guards against mistakes, not against malice.
public struct Fingerprint: Sendable {
  private var hash = FNV1a()

  public init() {}

  /// Adds a text; that it ends here counts too.
  public mutating func add(_ text: String) { hash.add(UInt8(ascii: "t"), text) }

  public mutating func add(_ number: Int64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      hash.add(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Sixteen hexadecimal digits.
  public var text: String {
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
