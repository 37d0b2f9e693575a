/// Finds the words of a text; see ``Prose``.
///
/// A word is what stands between spaces, dashes or emoji and has a letter or digit in it, from the
/// first of these to the last; in Han and Kana each character is one. The field that answers are
/// typed in counts the same words.
struct WordReader {
  private let scalars: [Unicode.Scalar]
  /// Where each scalar starts in UTF-8, and where the last one ends.
  private let offsets: [Int]
  private let isQuoted: [Bool]

  private(set) var words: [Prose.Word] = []
  private var sentence = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    offsets = scalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + UTF8.width($1)) }
    isQuoted = Quotations.marks(in: scalars)
    read()
  }

  private mutating func read() {
    var word: ClosedRange<Int>?
    for (index, scalar) in scalars.enumerated() {
      switch WordPart(scalar) {
      case .letter: word = (word?.lowerBound ?? index)...index
      case .mark:
        if word == nil, "。！？".unicodeScalars.contains(scalar) { endSentence() }
      case .ideograph:
        add(word, upTo: index)
        add(index...index, upTo: index + 1)
        word = nil
      case .gap:
        add(word, upTo: index)
        word = nil
        if scalar == "\n" { endSentence() }
      }
    }
    add(word, upTo: scalars.count)
  }

  /// Takes in a word and the signs that hang on it, up to `end`.
  private mutating func add(_ range: ClosedRange<Int>?, upTo end: Int) {
    guard let range else { return }
    let word = word(range)
    words.append(word)
    let signs = scalars[(range.upperBound + 1)..<end]
    let isShort = signs.first == "." && Self.abbreviations.contains(word.text)
    if signs.contains(where: { $0 == "!" || $0 == "?" || $0 == "." && !isShort }) { endSentence() }
  }

  private mutating func endSentence() {
    if words.last?.sentence == sentence { sentence += 1 }
  }

  /// Words with a full stop that ends no sentence.
  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "mr", "mrs", "ms", "dr", "st", "vs", "approx", "etc", "no",
  ]

  private func word(_ range: ClosedRange<Int>) -> Prose.Word {
    var text = String.UnicodeScalarView()
    for scalar in scalars[range] {
      if scalar == "\u{2019}" {
        text.append("'")
      } else if scalar.isASCII {
        text.append(
          scalar.properties.isUppercase ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
      } else {
        text.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    let before = neighbour(of: range.lowerBound, step: -1)
    let after = neighbour(of: range.upperBound, step: 1)
    return Prose.Word(
      text: String(text), range: offsets[range.lowerBound]..<offsets[range.upperBound + 1],
      isCapitalised: scalars[range.lowerBound].properties.isUppercase,
      isQuoted: isQuoted[range.lowerBound], sentence: sentence,
      before: before.map { scalars[$0] }, after: after.map { scalars[$0] },
      beforeStart: offsets[before ?? range.lowerBound],
      afterEnd: offsets[(after ?? range.upperBound) + 1])
  }

  /// The index of the next sign before or after a place, spaces aside.
  private func neighbour(of index: Int, step: Int) -> Int? {
    var next = index + step
    while scalars.indices.contains(next), scalars[next] == " " || scalars[next] == "\u{A0}" {
      next += step
    }
    guard scalars.indices.contains(next), WordPart(scalars[next]) == .mark else { return nil }
    return next
  }
}

/// What a scalar is for the words around it.
private enum WordPart {
  case letter, ideograph, gap, mark

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x9, 0xA, 0x20, 0x2013...0x2015, 0x2026: self = .gap
    case 0..<0x80: self = .mark
    case 0x2600...0x27BF, 0x1F000...0x1FAFF: self = .gap
    case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0xFF66...0xFF9D:
      self = .ideograph
    default:
      let properties = scalar.properties
      if properties.isWhitespace {
        self = .gap
      } else if properties.isIdeographic {
        self = .ideograph
      } else {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .decimalNumber, .letterNumber, .otherNumber:
          self = .letter
        default: self = .mark
        }
      }
    }
  }
}
