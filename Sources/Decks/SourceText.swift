/// The bytes of a file that are known to be UTF-8 text without control characters.
struct SourceText {
  /// The most bytes that a deck file may have: 4 MiB.
  static let byteLimit = 4 * 1024 * 1024

  let bytes: [UInt8]
  /// The offset of the first byte after a byte order mark.
  let start: Int

  /// Checks the bytes: not too many, UTF-8, no control character.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - faults: What is wrong with the bytes; they are text if it stays empty.
  init(_ bytes: [UInt8], faults: inout [YAMLFault]) {
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count <= Self.byteLimit else {
      let message =
        "the file has \(bytes.count) bytes; a deck file has at most \(Self.byteLimit) (4 MiB): "
        + "split it into several"
      faults.append(YAMLFault(place: .start, message: message))
      return
    }
    var place = Place.start
    var at = start
    while at < bytes.count, faults.count <= FaultList.limit {
      switch bytes[at] {
      case 0x20..<0x7F, 0x09:
        at += 1
        place.column += 1
      case 0x0A, 0x0D:
        at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
        place = Place(line: place.line + 1, column: 1)
      default:
        guard let (scalar, length) = Self.scalar(in: bytes, at: at) else {
          faults.append(
            YAMLFault(place: place, message: "this is not UTF-8 text; save the file as UTF-8"))
          return
        }
        if !scalar.isAllowedInText {
          faults.append(
            YAMLFault(
              place: place, message: "the character \(scalar.code) is not allowed; take it out"))
        }
        at += length
        place.column += 1
      }
    }
  }

  /// Decodes the scalar at an offset; nil if the bytes there are not UTF-8 (RFC 3629).
  private static func scalar(in bytes: [UInt8], at: Int) -> (Unicode.Scalar, Int)? {
    let first = UInt32(bytes[at])
    let (length, least): (Int, UInt32)
    switch first {
    case 0x00...0x7F: (length, least) = (1, 0)
    case 0xC2...0xDF: (length, least) = (2, 0x80)
    case 0xE0...0xEF: (length, least) = (3, 0x800)
    case 0xF0...0xF4: (length, least) = (4, 0x10000)
    default: return nil
    }
    guard at + length <= bytes.count else { return nil }
    var value = length == 1 ? first : first & (0x7F >> UInt32(length))
    for byte in bytes[(at + 1)..<(at + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}

extension Unicode.Scalar {
  /// Whether a deck's text may hold the scalar.
  ///
  /// Not allowed are control characters but tab and line ends, line and paragraph separators, what
  /// YAML refuses, and the private characters of `YAMLMask`.
  var isAllowedInText: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: true
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF: false
    case YAMLMask.scalars: false
    default: true
    }
  }

  /// The scalar's number as it is usually written, such as `U+001B`.
  var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
