/// Reads JSON (RFC 8259), and says at which line it is none.
struct JSONReader {
  /// Why a text is no JSON, or not the one that was expected.
  struct Problem: Error {
    /// From 1.
    var line: Int
    var message: String
  }

  private let bytes: [UInt8]
  private var position = 0
  /// Deeper than anything that is written here, and not so deep that reading could fail.
  private static let deepest = 64

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a whole text.
  static func read(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == bytes.count else {
      throw reader.problem("something follows after the end")
    }
    return value
  }

  private func problem(_ message: String) -> Problem {
    Problem(
      line: 1 + bytes.prefix(position).count { $0 == UInt8(ascii: "\n") }, message: message)
  }

  private mutating func value(depth: Int) throws(Problem) -> JSONValue {
    guard depth < Self.deepest else { throw problem("it goes too deep") }
    skipSpace()
    guard position < bytes.count else { throw problem("it ends too early") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .object(try pairs(depth: depth))
    case UInt8(ascii: "["):
      var values: [JSONValue] = []
      position += 1
      while try goesOn(until: "]", isFirst: values.isEmpty) {
        values.append(try value(depth: depth + 1))
      }
      return .array(values)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func pairs(depth: Int) throws(Problem) -> [(key: String, value: JSONValue)] {
    var pairs: [(key: String, value: JSONValue)] = []
    position += 1
    while try goesOn(until: "}", isFirst: pairs.isEmpty) {
      skipSpace()
      let key = try string()
      skipSpace()
      guard take(":") else { throw problem("a “:” is missing") }
      pairs.append((key, try value(depth: depth + 1)))
    }
    return pairs
  }

  /// Whether another item follows in an array or an object; takes the comma or the end.
  private mutating func goesOn(until end: Unicode.Scalar, isFirst: Bool) throws(Problem) -> Bool {
    skipSpace()
    if take(end) { return false }
    guard isFirst || take(",") else { throw problem("a “,” or “\(end)” is missing") }
    return true
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Problem) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw problem("this is no value") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(Problem) -> JSONValue {
    let begin = position
    while position < bytes.count, Self.isOfNumber(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[begin..<position], as: UTF8.self)
    if let whole = Int(text) { return .int(whole) }
    guard let double = Double(text), double.isFinite else {
      position = begin
      throw problem("this is no value")
    }
    return .double(double)
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func string() throws(Problem) -> String {
    guard take("\"") else { throw problem("a text in quotes is missing") }
    var text: [UInt8] = []
    while position < bytes.count {
      // Most of a text stands for itself.
      let plain = bytes[position...].prefix { $0 != 0x22 && $0 != 0x5C && $0 >= 0x20 }
      text += plain
      position = plain.endIndex
      guard position < bytes.count else { break }
      if take("\"") { return String(decoding: text, as: UTF8.self) }
      guard take("\\") else { throw problem("there is a control character in a text") }
      text += try escaped().utf8
    }
    throw problem("a text does not end")
  }

  /// What stands after a backslash.
  private mutating func escaped() throws(Problem) -> String {
    guard position < bytes.count else { throw problem("a text does not end") }
    position += 1
    switch bytes[position - 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexadecimal()
      // The two halves of a character beyond the first plane stand one after the other.
      guard (0xD800..<0xDC00).contains(unit), bytes[position...].starts(with: "\\u".utf8) else {
        return String(decoding: [unit], as: UTF16.self)
      }
      position += 2
      return String(decoding: [unit, try hexadecimal()], as: UTF16.self)
    default: throw problem("there is a “\\” before a letter that it does nothing for")
    }
  }

  private mutating func hexadecimal() throws(Problem) -> UInt16 {
    let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else {
      throw problem("four digits are missing after “\\u”")
    }
    position += 4
    return unit
  }
}
