/// Reads JSON (RFC 8259) piece by piece, so that what is not wanted takes no memory, and says at which
/// line it is none.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  /// Deeper than anything that is written here, and not so deep that reading could fail.
  private static let deepest = 64

  /// Begins to read a text; a byte order mark is passed over.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The byte with which the next value begins; nil at the end.
  var next: UInt8? {
    mutating get {
      skipSpace()
      return position < bytes.count ? bytes[position] : nil
    }
  }

  /// A fault at the line to which it was read.
  func fault(_ message: String) -> Archive.Fault {
    Archive.Fault(
      line: 1 + bytes.prefix(position).count { $0 == UInt8(ascii: "\n") }, message: message)
  }

  private func problem(_ message: String) -> Archive.Fault { fault("this is no JSON: \(message)") }

  /// Takes an object; `body` gets each key and takes its value.
  mutating func object(
    _ body: (inout JSONReader, String) throws(Archive.Fault) -> Void
  ) throws(Archive.Fault) {
    guard take("{") else { throw problem("a “{” is missing") }
    var isFirst = true
    while try goesOn(until: "}", isFirst: isFirst) {
      isFirst = false
      skipSpace()
      let key = try string()
      skipSpace()
      guard take(":") else { throw problem("a “:” is missing") }
      try body(&self, key)
    }
  }

  /// Takes an array; `body` takes each value.
  mutating func array(
    _ body: (inout JSONReader) throws(Archive.Fault) -> Void
  ) throws(Archive.Fault) {
    guard take("[") else { throw problem("a “[” is missing") }
    var isFirst = true
    while try goesOn(until: "]", isFirst: isFirst) {
      isFirst = false
      try body(&self)
    }
  }

  /// Takes a value that is no array and no object.
  mutating func scalar() throws(Archive.Fault) -> JSONValue {
    switch next {
    case nil: throw problem("it ends too early")
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  /// Takes a value of any sort, of which nothing is kept.
  mutating func skip(depth: Int = 0) throws(Archive.Fault) {
    guard depth < Self.deepest else { throw problem("it goes too deep") }
    switch next {
    case UInt8(ascii: "{"):
      try object { (reader, _) throws(Archive.Fault) in try reader.skip(depth: depth + 1) }
    case UInt8(ascii: "["):
      try array { (reader) throws(Archive.Fault) in try reader.skip(depth: depth + 1) }
    default: _ = try scalar()
    }
  }

  /// Takes a value of any sort as it is written.
  mutating func raw() throws(Archive.Fault) -> String {
    _ = next
    let begin = position
    try skip()
    return String(decoding: bytes[begin..<position], as: UTF8.self)
  }

  /// Sees to it that nothing follows.
  mutating func end() throws(Archive.Fault) {
    guard next == nil else { throw problem("something follows after the end") }
  }

  /// Whether another item follows in an array or an object; takes the comma or the end.
  private mutating func goesOn(
    until end: Unicode.Scalar, isFirst: Bool
  ) throws(Archive.Fault) -> Bool {
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
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(Archive.Fault) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw problem("this is no value") }
    position += word.utf8.count
    return value
  }

  // MARK: - Numbers

  private mutating func number() throws(Archive.Fault) -> JSONValue {
    let begin = position
    _ = take("-")
    let hasWhole = take("0") || takeDigits()
    let wholeEnd = position
    let hasFraction = !take(".") || takeDigits()
    var hasExponent = true
    if take("e") || take("E") {
      _ = take("+") || take("-")
      hasExponent = takeDigits()
    }
    if hasWhole, position == wholeEnd, position - begin < 18 {
      // Most numbers; a text for each would take longer than all else.
      let isNegative = bytes[begin] == UInt8(ascii: "-")
      let size = bytes[(isNegative ? begin + 1 : begin)..<position]
        .reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return .int(isNegative ? -size : size)
    }
    let text = String(decoding: bytes[begin..<position], as: UTF8.self)
    if hasWhole, hasFraction, hasExponent {
      if position == wholeEnd, let whole = Int(text) { return .int(whole) }
      if let double = Double(text), double.isFinite { return .double(double) }
    }
    position = begin
    throw problem("this is no value")
  }

  /// Takes one digit or more.
  private mutating func takeDigits() -> Bool {
    let begin = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    return position > begin
  }

  // MARK: - Texts

  private mutating func string() throws(Archive.Fault) -> String {
    guard take("\"") else { throw problem("a text in quotes is missing") }
    var text: [UInt8] = []
    while position < bytes.count {
      // Most of a text stands for itself.
      let plain = bytes[position...].prefix { $0 != 0x22 && $0 != 0x5C && $0 >= 0x20 }
      text += plain
      position = plain.endIndex
      guard position < bytes.count else { break }
      if take("\"") {
        guard let text = String(validating: text, as: UTF8.self) else {
          throw problem("a text is not UTF-8")
        }
        return text
      }
      guard take("\\") else { throw problem("there is a control character in a text") }
      text += try escaped().utf8
    }
    throw problem("a text does not end")
  }

  /// What stands after a backslash.
  private mutating func escaped() throws(Archive.Fault) -> String {
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

  private mutating func hexadecimal() throws(Archive.Fault) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4,
      // A sign would be taken by the conversion, too.
      digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw problem("four digits are missing after “\\u”") }
    position += 4
    return unit
  }
}
