/// Reads text scalar by scalar and says what each does to a row of cells.
///
/// Terminals disagree about emoji sequences, and ncurses counts columns scalar by scalar, so a
/// sequence is cut down to what all of them agree on: the first emoji, without joiner, variation
/// selector or skin tone. Combining marks stay with their base; a scalar that takes columns of
/// its own starts a new cell.
struct CellScanner {
  enum Step: Equatable {
    /// Starts a cell of this many columns, 1 or 2.
    case begin(width: Int)
    /// Joins the cell before.
    case join
    /// A line break inside one line of text: shown as a space.
    case space
    case tab
    case skip
  }

  private var hasBase = false
  private var isEmojiBase = false
  private var isJoined = false
  private var isAfterReturn = false

  mutating func read(_ scalar: Unicode.Scalar) -> Step {
    let value = scalar.value
    if value >= 0x20, value < 0x7F {
      self = CellScanner()
      hasBase = true
      return .begin(width: 1)
    }
    let isSecondHalfOfBreak = isAfterReturn && value == 0x0A
    isAfterReturn = value == 0x0D
    let isAfterJoiner = isJoined
    isJoined = false
    switch value {
    case 0x0A, 0x0D:
      forgetBase()
      return isSecondHalfOfBreak ? .skip : .space
    case 0x09:
      forgetBase()
      return .tab
    case 0x200D:
      isJoined = isEmojiBase
      return .skip
    case 0xFE00...0xFE0F: return .skip
    case 0x1F3FB...0x1F3FF where isEmojiBase: return .skip
    default: break
    }

    let columns = scalar.columns
    if columns < 0 {
      forgetBase()
      return .skip
    }
    if columns == 0 {
      // A Hangul vowel is no part of an emoji, so nothing after it joins one.
      if !scalar.properties.isGraphemeExtend { isEmojiBase = false }
      return hasBase ? .join : .skip
    }
    let isEmoji = value >= 0xA9 && scalar.isEmojiOfItsOwn
    if isAfterJoiner, isEmoji { return .skip }
    hasBase = true
    isEmojiBase = isEmoji
    return .begin(width: columns)
  }

  private mutating func forgetBase() {
    hasBase = false
    isEmojiBase = false
  }
}

extension Unicode.Scalar {
  /// Whether this can be a link of a joined emoji sequence: not a digit, half a flag or a skin tone.
  fileprivate var isEmojiOfItsOwn: Bool {
    switch value {
    case 0..<0xA9, 0x3400...0xD7A3, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: false
    default: properties.isEmoji
    }
  }
}

/// The next tab stop after `column`; there is one every eight columns.
func tabStop(after column: Int) -> Int {
  (column / 8 + 1) * 8
}
