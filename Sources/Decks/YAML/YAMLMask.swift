/// Characters that stand in for those that mean anchors, aliases, tags and `? ` keys in YAML.
///
/// Yams resolves aliases while it reads, without a trace of where they stood, and it hashes keys that
/// are collections once more on each level around them; a small hostile file could keep it busy for
/// hours. So `&`, `*`, `!` and a `?` that might be an indicator are exchanged for private characters
/// before Yams sees the text, and put back in every text that comes out. A plain text that still
/// *begins* with one of them is where the file has an anchor, an alias, a tag or a `? ` key.
/// Places do not move, because YAML counts columns in scalars.
enum YAMLMask {
  /// The first three of the four UTF-8 bytes of all private characters used here.
  private static let prefix: [UInt8] = [0xF4, 0x8F, 0xBF]
  /// The last byte of each private character, from U+10FFF0.
  private static let letters: [(last: UInt8, masked: UInt8)] = [
    (0xB0, UInt8(ascii: "&")), (0xB1, UInt8(ascii: "*")), (0xB2, UInt8(ascii: "!")),
    (0xB3, UInt8(ascii: "?")),
  ]
  /// A private character that starts the new name of a key that is in its mapping twice.
  static let doubledKey: [UInt8] = prefix + [0xB4]

  /// The private characters, which no file may hold itself.
  static let scalars: ClosedRange<UInt32> = 0x10_FFF0...0x10_FFF4

  /// Returns the text with private characters in it.
  static func mask(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var masked: [UInt8] = []
    masked.reserveCapacity(bytes.count + bytes.count / 8)
    var previous = UInt8(ascii: "\n")
    for byte in bytes {
      let isMasked =
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): true
        // Most question marks end a word; those can be no indicators.
        case UInt8(ascii: "?"): previous.mayPrecedeToken
        default: false
        }
      if isMasked, let last = letters.first(where: { $0.masked == byte })?.last {
        masked += prefix
        masked.append(last)
      } else {
        masked.append(byte)
      }
      previous = byte
    }
    return masked
  }

  /// Returns the text as it was in the file.
  static func unmask(_ text: String) -> String {
    guard text.utf8.contains(0xF4) else { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if let letter = letters.first(where: { $0.last == byte }), bytes.suffix(3) == prefix[...] {
        bytes.removeLast(3)
        bytes.append(letter.masked)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a plain text that begins with a private character means.
  static func message(for text: String) -> String? {
    indicator(text.utf8).flatMap { message(forIndicator: $0) }
  }

  /// The indicator that stands masked at the start of some bytes.
  static func indicator(_ bytes: some Collection<UInt8>) -> UInt8? {
    guard bytes.starts(with: prefix), let last = bytes.dropFirst(3).first else { return nil }
    return letters.first { $0.last == last }?.masked
  }

  static func message(forIndicator indicator: UInt8) -> String? {
    let what: String? =
      switch indicator {
      case UInt8(ascii: "&"): "anchors"
      case UInt8(ascii: "*"): "aliases"
      case UInt8(ascii: "!"): "tags"
      case UInt8(ascii: "?"): "`? ` keys"
      default: nil
      }
    let sign = Character(Unicode.Scalar(indicator))
    return what.map { "Starling reads no \($0); put a text that starts with `\(sign)` in quotes" }
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isBreak: Bool { self == 0x0A || self == 0x0D }

  /// Whether a YAML token may start right after the byte.
  var mayPrecedeToken: Bool {
    switch self {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"): true
    default: isBlank || isBreak
    }
  }
}
