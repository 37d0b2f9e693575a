/// The words of a text as they are compared: without case and accents.
package enum Words {
  /// The words of a text, in order; everything but letters and digits parts words.
  package static func list(_ text: String) -> [String] {
    String(decoding: Folding.folded(text), as: UTF8.self).unicodeScalars
      .split { !$0.isLetterOrDigit }.map { String($0) }
  }

  /// The different words of a text.
  static func set(_ text: String) -> Set<String> { Set(list(text)) }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool {
    if isASCII { return UInt8(value).isLetterOrDigit }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
