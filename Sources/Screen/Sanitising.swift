/// The control characters that plain text may keep.
public struct KeptControls: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Line breaks, which all become `\n`.
  public static let newlines = KeptControls(rawValue: 1)
  public static let tabs = KeptControls(rawValue: 2)
}

extension StringProtocol where SubSequence == Substring {
  /// This text without anything that could command a terminal: what listings and `--plain` write.
  ///
  /// Control characters of both sets (C0, C1), line and paragraph separators and format characters
  /// such as direction overrides are dropped. Line breaks and tabs that aren't kept become a space,
  /// so that words stay apart. The joiners U+200C and U+200D stay: emoji and some scripts need them.
  public func sanitised(keeping kept: KeptControls = []) -> String {
    let isPlain = utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPrintableASCII) }
    if isPlain == true { return String(self) }
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in unicodeScalars {
      let isSecondHalfOfBreak = isAfterReturn && scalar == "\n"
      isAfterReturn = scalar == "\r"
      switch scalar {
      case "\n", "\r":
        if !isSecondHalfOfBreak { result.append(kept.contains(.newlines) ? "\n" : " ") }
      case "\t":
        result.append(kept.contains(.tabs) ? "\t" : " ")
      case "\u{200D}":
        result.append(scalar)
      default:
        if scalar.isDrawable { result.append(scalar) }
      }
    }
    return String(result)
  }
}
