extension Unicode.Scalar {
  /// The number of terminal columns this scalar takes when it stands alone: 0, 1 or 2.
  ///
  /// The same as `wcwidth` of glibc 2.36 for all scalars that it knows, because ncurses counts with
  /// that. Scalars that are never sent to a terminal have 0.
  public var displayWidth: Int {
    max(0, columns)
  }

  /// Whether a terminal may be sent this.
  ///
  /// Control and invisible formatting characters never are, or a card's text could move the
  /// cursor, change colours or reverse a line. U+200C, without which some scripts are misspelt,
  /// is harmless.
  var isDrawable: Bool { columns >= 0 }

  /// The columns this scalar takes; -1 for one that is never sent to a terminal.
  var columns: Int {
    switch value {
    case 0x20..<0x7F: return 1
    case 0..<0xA0, 0xAD: return -1
    case 0xA0..<0x300: return 1
    // General punctuation, box drawing, blocks: what the screens themselves are made of.
    case 0x2010...0x2027, 0x2500...0x25FC: return 1
    // The middle vowels and final consonants of Hangul join the letter before.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return 0
    // Han and Hangul, among them what a table by properties is slow for.
    case 0x3400...0x9FFF, 0xAC00...0xD7A3: return 2
    // Halves of flags, which terminals join.
    case 0x1F1E6...0x1F1FF: return 1
    // A spacing mark that glibc takes for a combining one.
    case 0x1171E: return 0
    default: return columnsByProperties
    }
  }

  private var columnsByProperties: Int {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return -1
    case .format:
      if value == 0x200C { return 0 }
      return Self.isVisibleFormat(value) ? 1 : -1
    case .nonspacingMark, .enclosingMark: return 0
    default:
      return properties.isEmojiPresentation || Self.isEastAsianWide(value) ? 2 : 1
    }
  }

  /// The format characters that are seen: number signs written over or before digits.
  private static func isVisibleFormat(_ value: UInt32) -> Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  /// East_Asian_Width W and F as glibc 2.36 has them, but for emoji.
  private static func isEastAsianWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2E80...0x2E99, 0x2E9B...0x2EF3,
      0x2F00...0x2FD5, 0x2FF0...0x303E, 0x3041...0x3096, 0x3099...0x30FF, 0x3105...0x312F,
      0x3131...0x318E, 0x3190...0x31E3, 0x31EF...0x321E, 0x3220...0xA48C, 0xA490...0xA4C6,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFE19, 0xFE30...0xFE52, 0xFE54...0xFE66, 0xFE68...0xFE6B, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x16FE4, 0x16FF0...0x16FF1, 0x17000...0x187F7, 0x18800...0x18CD5,
      0x18D00...0x18D08,
      0x1AFF0...0x1B2FB, 0x1F200...0x1F202, 0x1F210...0x1F23B, 0x1F240...0x1F248, 0x1F250...0x1F251,
      0x1F260...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
      true
    default: false
    }
  }
}
