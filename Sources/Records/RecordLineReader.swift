/// Reads a line of JSON with whole numbers only; anything else is no record.
struct RecordLineReader {
  private var bytes: [UInt8]
  private var place = 0

  /// Lists in lists go no deeper in any record.
  private static let deepest = 16

  private struct Fault: Error {}

  /// The value of a line; nil if it is none.
  static func value(of line: String) -> RecordValue? {
    var reader = RecordLineReader(bytes: Array(line.utf8))
    guard let value = try? reader.value(depth: 0), reader.place == reader.bytes.count else {
      return nil
    }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ byte: UInt8) throws(Fault) {
    guard next == byte else { throw Fault() }
    place += 1
  }

  private mutating func takeIfNext(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> RecordValue {
    guard depth < Self.deepest, let next else { throw Fault() }
    switch next {
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "["): return .list(try list(depth: depth))
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "n"):
      for byte in "null".utf8 { try take(byte) }
      return .null
    default: return .integer(try number())
    }
  }

  private mutating func list(depth: Int) throws(Fault) -> [RecordValue] {
    try take(UInt8(ascii: "["))
    var values: [RecordValue] = []
    if takeIfNext(UInt8(ascii: "]")) { return values }
    repeat { values.append(try value(depth: depth + 1)) } while takeIfNext(UInt8(ascii: ","))
    try take(UInt8(ascii: "]"))
    return values
  }

  private mutating func object(depth: Int) throws(Fault) -> [String: RecordValue] {
    try take(UInt8(ascii: "{"))
    var members: [String: RecordValue] = [:]
    if takeIfNext(UInt8(ascii: "}")) { return members }
    repeat {
      let key = try text()
      try take(UInt8(ascii: ":"))
      guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else {
        throw Fault()
      }
    } while takeIfNext(UInt8(ascii: ","))
    try take(UInt8(ascii: "}"))
    return members
  }

  private mutating func number() throws(Fault) -> Int64 {
    let start = place
    _ = takeIfNext(UInt8(ascii: "-"))
    while let next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) { place += 1 }
    guard let number = Int64(String(decoding: bytes[start..<place], as: UTF8.self)) else {
      throw Fault()
    }
    return number
  }

  private mutating func text() throws(Fault) -> String {
    try take(UInt8(ascii: "\""))
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw Fault()
      default: text.append(byte)
      }
    }
    throw Fault()
  }

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    guard let byte = next else { throw Fault() }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "u"):
      let end = place + 4
      guard end <= bytes.count,
        let code = UInt32(String(decoding: bytes[place..<end], as: UTF8.self), radix: 16),
        // What has to be escaped in canonical JSON is below this.
        let scalar = Unicode.Scalar(code)
      else { throw Fault() }
      place = end
      text += Array(String(Character(scalar)).utf8)
    default: throw Fault()
    }
  }
}
