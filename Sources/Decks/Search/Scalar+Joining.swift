extension Unicode.Scalar {
  /// Whether the scalar may be one with the one before it: the later letters of a Hangul syllable, and
  /// the marks of voiced kana.
  var joinsOn: Bool {
    switch value {
    case 0x1161...0x1175, 0x11A8...0x11C2, 0x3099...0x309A: true
    default: false
    }
  }

  /// Whether the scalar is of the greatest blocks in which nothing stands for something else.
  var isPlain: Bool {
    switch value {
    case 0x0400...0x04FF, 0x3041...0x3098, 0x30A1...0x30FC, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// The scalar that Unicode composes of this one and a part that joins on; nil if there is none.
  func joined(with part: Unicode.Scalar) -> Unicode.Scalar? {
    switch part.value {
    case 0x1161...0x1175:
      // The Unicode Standard, 3.12: 21 vowels to a leading consonant, 28 endings to a vowel.
      guard (0x1100...0x1112).contains(value) else { return nil }
      return Unicode.Scalar(0xAC00 + ((value - 0x1100) * 21 + part.value - 0x1161) * 28)
    case 0x11A8...0x11C2:
      guard (0xAC00...0xD7A3).contains(value), (value - 0xAC00).isMultiple(of: 28) else {
        return nil
      }
      return Unicode.Scalar(value + part.value - 0x11A7)
    case 0x3099: return Self.voiced[self]
    case 0x309A: return Self.halfVoiced[self]
    default: return nil
    }
  }

  private static let voiced = pairs(
    """
    うゔかがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼゝゞ
    ウヴカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトド
    ハバヒビフブヘベホボワヷヰヸヱヹヲヺヽヾ
    """)

  private static let halfVoiced = pairs("はぱひぴふぷへぺほぽハパヒピフプヘペホポ")

  /// What stands behind each scalar of a text that is to be read in twos.
  private static func pairs(_ text: String) -> [Unicode.Scalar: Unicode.Scalar] {
    let scalars = text.unicodeScalars.filter { $0 != "\n" }
    return zip(scalars, scalars.dropFirst()).enumerated().reduce(into: [:]) { pairs, pair in
      if pair.offset.isMultiple(of: 2) { pairs[pair.element.0] = pair.element.1 }
    }
  }
}
