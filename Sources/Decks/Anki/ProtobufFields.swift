/// The fields of a message of Protocol Buffers, by their numbers.
package struct ProtobufFields {
  private var numbers: [Int: UInt64] = [:]
  private var texts: [Int: ArraySlice<UInt8>] = [:]

  /// Of a field that comes more than once the first counts; nil for bytes that are no message.
  package init?(_ bytes: some Sequence<UInt8>) {
    var rest = ArraySlice(bytes)
    while !rest.isEmpty {
      guard let key = Self.number(&rest), let field = Int(exactly: key >> 3), field > 0 else {
        return nil
      }
      switch key & 7 {
      case 0:
        guard let number = Self.number(&rest) else { return nil }
        numbers[field] = numbers[field] ?? number
      case 1:
        guard rest.count >= 8 else { return nil }
        rest = rest.dropFirst(8)
      case 2:
        guard let count = Self.number(&rest).flatMap({ Int(exactly: $0) }), count <= rest.count
        else {
          return nil
        }
        texts[field] = texts[field] ?? rest.prefix(count)
        rest = rest.dropFirst(count)
      case 5:
        guard rest.count >= 4 else { return nil }
        rest = rest.dropFirst(4)
      default: return nil
      }
    }
  }

  package func number(_ field: Int) -> UInt64? { numbers[field] }

  package func text(_ field: Int) -> String? {
    texts[field].map { String(decoding: $0, as: UTF8.self) }
  }

  package func message(_ field: Int) -> ProtobufFields? {
    texts[field].flatMap { ProtobufFields($0) }
  }

  /// The numbers of a field that has many of them, in four bytes each.
  package func floats(_ field: Int) -> [Double] {
    let bytes = Array(texts[field] ?? [])
    return stride(from: 0, to: bytes.count - 3, by: 4).map { place in
      let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + $1]) << UInt32(8 * $1) }
      return Double(Float(bitPattern: bits))
    }
  }

  package func has(_ field: Int) -> Bool { numbers[field] != nil || texts[field] != nil }

  private static func number(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for place in 0..<10 {
      guard let byte = bytes.popFirst() else { return nil }
      value |= UInt64(byte & 0x7F) << UInt64(7 * place)
      if byte < 0x80 { return value }
    }
    return nil
  }
}
