/// Reads JSON with whole numbers only, in any spelling; anything else is no record.
struct RecordLineReader {
  private let bytes: [UInt8]
  private var place = 0
  /// Whether all that was read so far is spelt as ``RecordValue/line`` spells it; false also where that is not
  /// looked at closely.
  private var isCanonical = true

  /// Lists in lists go no deeper in any record.
  private static let deepest = 16

  private struct Fault: Error {}

  /// The value of a line, and whether it is known to be spelt as ``RecordValue/line``; nil if it is none.
  static func value(of line: String) -> (value: RecordValue, isCanonical: Bool)? {
    var reader = RecordLineReader(bytes: Array(line.utf8))
    guard let value = try? reader.value(depth: 0) else { return nil }
    reader.skipSpace()
    return reader.place == reader.bytes.count ? (value, reader.isCanonical) : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  /// Blanks, which a program that lays JSON out anew has put between values.
  private mutating func skipSpace() {
    while let next {
      switch next {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      default: return
      }
      isCanonical = false
    }
  }

  private mutating func take(_ byte: UInt8) throws(Fault) {
    guard next == byte else { throw Fault() }
    place += 1
  }

  private mutating func takeIfNext(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(Fault) -> RecordValue {
    skipSpace()
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
    guard takeIfNext(UInt8(ascii: "]")) else { throw Fault() }
    return values
  }

  private mutating func object(depth: Int) throws(Fault) -> [String: RecordValue] {
    try take(UInt8(ascii: "{"))
    var members: [String: RecordValue] = [:]
    if takeIfNext(UInt8(ascii: "}")) { return members }
    var last: String?
    repeat {
      skipSpace()
      let key = try text()
      if let last, !last.utf8.lexicographicallyPrecedes(key.utf8) { isCanonical = false }
      last = key
      guard takeIfNext(UInt8(ascii: ":")) else { throw Fault() }
      guard members.updateValue(try value(depth: depth + 1), forKey: key) == nil else {
        throw Fault()
      }
    } while takeIfNext(UInt8(ascii: ","))
    guard takeIfNext(UInt8(ascii: "}")) else { throw Fault() }
    return members
  }

  private mutating func number() throws(Fault) -> Int64 {
    let isNegative = next == UInt8(ascii: "-")
    if isNegative { place += 1 }
    let start = place
    var number: Int64 = 0
    while let next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
      let (shifted, isTooMuch) = number.multipliedReportingOverflow(by: 10)
      let digit = Int64(next - UInt8(ascii: "0"))
      let (sum, overflows) = shifted.addingReportingOverflow(isNegative ? -digit : digit)
      guard !isTooMuch, !overflows else { throw Fault() }
      number = sum
      place += 1
    }
    guard place > start else { throw Fault() }
    // “007” and “-0” are numbers here, too.
    if bytes[start] == UInt8(ascii: "0"), place > start + 1 || isNegative { isCanonical = false }
    return number
  }

  private mutating func text() throws(Fault) -> String {
    try take(UInt8(ascii: "\""))
    var start = place
    // What stands before the last escape.
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        let rest = bytes[start..<(place - 1)]
        return text.isEmpty
          ? String(decoding: rest, as: UTF8.self) : String(decoding: text + rest, as: UTF8.self)
      case UInt8(ascii: "\\"):
        isCanonical = false
        text += bytes[start..<(place - 1)]
        try escape(into: &text)
        start = place
      case 0..<0x20: throw Fault()
      default: continue
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
      let unit = try unit()
      guard UTF16.isLeadSurrogate(unit) else {
        guard let scalar = Unicode.Scalar(unit) else { throw Fault() }
        return text += Array(String(Character(scalar)).utf8)
      }
      // The two halves of a character stand one after the other.
      try take(UInt8(ascii: "\\"))
      try take(UInt8(ascii: "u"))
      let other = try self.unit()
      guard UTF16.isTrailSurrogate(other) else { throw Fault() }
      text += Array(String(decoding: [unit, other], as: UTF16.self).utf8)
    default: throw Fault()
    }
  }

  private mutating func unit() throws(Fault) -> UInt16 {
    let digits = bytes[place...].prefix(4)
    guard digits.count == 4,
      // A sign would be taken by the conversion, too.
      digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw Fault() }
    place += 4
    return unit
  }
}
