/// The text of a file that was written elsewhere, whatever its encoding and its line ends.
public struct ImportedText: Equatable, Sendable {
  /// Why a file is no text that can be read.
  public enum Fault: Error, Equatable, Sendable {
    case isTooLarge(bytes: Int)
    case isNoText

    /// To follow the file's name.
    public var advice: String {
      switch self {
      case .isTooLarge(let bytes):
        "has \(bytes) bytes; a text of at most \(ImportedText.byteLimit) can be taken in: split it into several"
      case .isNoText: "is no text; export or save it as text, and import that"
      }
    }
  }

  /// The most bytes that a text may have: twice those of a deck, for a character may take two.
  static let byteLimit = 2 * DeckReader.byteLimit

  /// Lines end with a line feed; no control character is in it but tabs.
  public private(set) var text = ""
  /// What was done to read it that the person may have to know, a clause each.
  public private(set) var remarks: [String] = []

  /// Reads UTF-8, UTF-16 with a byte order mark or with ASCII in it, and what is neither as Windows-1252.
  public init(_ bytes: [UInt8]) throws(Fault) {
    guard bytes.count <= Self.byteLimit else { throw .isTooLarge(bytes: bytes.count) }
    let decoded: String
    if let units = Self.units(bytes) {
      decoded = String(decoding: units, as: UTF16.self)
    } else {
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      if let utf8 = String(validating: bytes[start...], as: UTF8.self) {
        decoded = utf8
      } else {
        guard let western = Self.western(bytes[start...]) else { throw .isNoText }
        decoded = western
        remarks.append("it is not UTF-8, and was read as Windows-1252")
      }
    }
    let dropped = takeIn(decoded)
    guard dropped * Self.mostControls <= decoded.unicodeScalars.count else { throw .isNoText }
    if dropped > 0 {
      remarks.append(
        dropped == 1
          ? "a control character in it was left out"
          : "\(dropped) control characters in it were left out")
    }
  }

  /// Where more than one character in so many is a control character, it is no text.
  private static let mostControls = 20

  /// Keeps what a text may have, and counts what it may not.
  private mutating func takeIn(_ decoded: String) -> Int {
    var scalars = String.UnicodeScalarView()
    var dropped = 0
    var isAfterReturn = false
    for scalar in decoded.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where isAfterReturn: break
      case "\n", "\r", "\u{0B}", "\u{0C}", "\u{2028}", "\u{2029}": scalars.append("\n")
      case "\u{FEFF}", "\u{200B}", "\u{2060}", "\u{00AD}": break
      case _ where scalar.isAllowedInText: scalars.append(scalar)
      default: dropped += 1
      }
    }
    text = String(scalars)
    return dropped
  }

  /// The text as UTF-16; nil if it is none.
  private static func units(_ bytes: [UInt8]) -> [UInt16]? {
    let isLittle: Bool
    var start = 2
    if bytes.starts(with: [0xFF, 0xFE]) {
      isLittle = true
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      isLittle = false
    } else {
      // Without the mark, ASCII has every second byte 0.
      let begin = bytes.prefix(512)
      guard bytes.count.isMultiple(of: 2), begin.contains(0) else { return nil }
      let zeros = begin.indices.filter { begin[$0] == 0 }
      guard zeros.count * 4 >= begin.count else { return nil }
      let odd = zeros.count { !$0.isMultiple(of: 2) }
      guard odd == zeros.count || odd == 0 else { return nil }
      isLittle = odd > 0
      start = 0
    }
    return stride(from: start, to: bytes.count - 1, by: 2).map {
      let (first, second) = (UInt16(bytes[$0]), UInt16(bytes[$0 + 1]))
      return isLittle ? first | second << 8 : first << 8 | second
    }
  }

  /// The text as Windows-1252; nil if it has a byte that means nothing there.
  private static func western(_ bytes: ArraySlice<UInt8>) -> String? {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      switch byte {
      case 0x80...0x9F:
        guard let scalar = Unicode.Scalar(codes[Int(byte - 0x80)]), scalar != "\0" else {
          return nil
        }
        scalars.append(scalar)
      default: scalars.append(Unicode.Scalar(byte))
      }
    }
    return String(scalars)
  }

  /// What the bytes from 0x80 to 0x9F mean; 0 for nothing.
  private static let codes: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
