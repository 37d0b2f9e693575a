extension StringProtocol where SubSequence == Substring {
  /// The number of words, as a word processor counts them.
  ///
  /// A word is what stands between spaces, dashes or emoji and has a letter or a digit in it, so `don't`,
  /// `well-known` and `40%` are one each. In scripts without spaces, Han and Kana, each character
  /// is one.
  public var wordCount: Int {
    var count = 0
    var isInWord = false
    for scalar in unicodeScalars {
      switch scalar.wordPart {
      case .letter:
        if !isInWord { count += 1 }
        isInWord = true
      case .ideograph:
        count += 1
        isInWord = false
      case .gap: isInWord = false
      case .mark: break
      }
    }
    return count
  }
}

extension String {
  /// A range in UTF-8, widened to where a change in it can make no difference to the words beyond.
  func wordRange(around range: Range<Int>) -> Range<Int> {
    let scalars = unicodeScalars
    var start = index(atByte: range.lowerBound)
    var part = Unicode.Scalar.WordPart.mark
    while start > startIndex, part == .mark {
      let before = scalars.index(before: start)
      part = scalars[before].wordPart
      if part == .mark || part == .letter { start = before }
    }
    var end = index(atByte: range.upperBound)
    part = .mark
    while end < endIndex, part == .mark {
      part = scalars[end].wordPart
      if part == .mark || part == .letter { end = scalars.index(after: end) }
    }
    return byte(at: start)..<byte(at: end)
  }
}

/// What words are told apart by when the cursor goes from one to the next.
enum WordKind {
  case space, letters, han, hiragana, katakana, signs

  init(_ character: Character) {
    let scalar = character.unicodeScalars[character.unicodeScalars.startIndex]
    switch scalar.value {
    case 0x3041...0x309F: self = .hiragana
    case 0x30A0...0x30FF, 0xFF66...0xFF9D: self = .katakana
    // An apostrophe is part of a word far more often than a quotation mark is.
    case 0x27, 0x2019: self = .letters
    default:
      switch scalar.wordPart {
      case .ideograph: self = .han
      case .letter: self = .letters
      case .gap, .mark: self = character.isWhitespace ? .space : .signs
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate enum WordPart { case letter, ideograph, gap, mark }

  fileprivate var wordPart: WordPart {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .letter
    case 0x9, 0xA, 0x20: return .gap
    case 0..<0x80: return .mark
    // En and em dash, horizontal bar, ellipsis.
    case 0x2013...0x2015, 0x2026: return .gap
    // Pictures.
    case 0x2600...0x27BF, 0x1F000...0x1FAFF: return .gap
    case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0xFF66...0xFF9D:
      return .ideograph
    default:
      let properties = properties
      if properties.isWhitespace { return .gap }
      if properties.isIdeographic { return .ideograph }
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber:
        return .letter
      default: return .mark
      }
    }
  }
}
