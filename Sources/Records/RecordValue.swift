/// What a field can hold in a record: what canonical JSON can say, with whole numbers only.
public enum RecordValue: Sendable {
  case null
  case integer(Int64)
  case text(String)
  case list([RecordValue])
  case object([String: RecordValue])
}

extension RecordValue: Equatable {
  /// Whether both have the same bytes: texts that only look alike are different here.
  public static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.integer(let left), .integer(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.list(let left), .list(let right)): left == right
    case (.object(let left), .object(let right)):
      left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
    default: false
    }
  }
}

extension RecordValue {
  /// The text; nil if it is none.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The number; nil if it is none.
  public var integer: Int64? { if case .integer(let number) = self { number } else { nil } }

  /// The values of a list; nil if it is none.
  public var list: [RecordValue]? { if case .list(let values) = self { values } else { nil } }

  /// The members of an object; nil if it is none.
  public var object: [String: RecordValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// Reads JSON with whole numbers only, in any spelling; nil if it is anything else.
  public init?(line: String) {
    guard let value = RecordLineReader.value(of: line)?.value else { return nil }
    self = value
  }

  /// The same, with the canonical spelling of the line, which costs little where it is that already.
  public static func spelt(_ line: String) -> (value: RecordValue, line: String)? {
    guard let (value, isCanonical) = RecordLineReader.value(of: line) else { return nil }
    return (value, isCanonical ? line : value.line)
  }

  /// The value as canonical JSON: keys in the order of their code points, no blanks, nothing escaped that
  /// need not be.
  public var line: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same for an object whose members are in that order already.
  ///
  /// - Parameter members: each key once.
  /// - Returns: the line.
  public static func line(ofSorted members: [(key: String, value: RecordValue)]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32 * members.count)
    append(members, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .integer(let number): bytes += "\(number)".utf8
    case .text(let text): Self.append(text, to: &bytes)
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      // In UTF-8 the order of the bytes is that of the code points.
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      Self.append(sorted, to: &bytes)
    }
  }

  private static func append(
    _ members: [(key: String, value: RecordValue)], to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(member.key, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      member.value.append(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0..<0x20: bytes += "\\u00".utf8 + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let hex = Array("0123456789abcdef".utf8)
}
