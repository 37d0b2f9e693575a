import Foundation

/// The words of a text as they are compared: without case and diacritics.
enum Words {
  /// The words of a text, in order; everything but letters and digits parts words.
  static func list(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func flush() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in folded(text).utf8 {
      if byte.isLetterOrDigit || byte >= 0x80 { word.append(byte) } else { flush() }
    }
    flush()
    return words
  }

  /// The different words of a text.
  static func set(_ text: String) -> Set<String> { Set(list(text)) }

  private static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    let folded = text.folding(
      options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "en_GB"))
    // Beyond ASCII punctuation parts words too, such as dashes and quotes.
    return String(folded.map { $0.isLetter || $0.isNumber || $0.isASCII ? $0 : " " })
  }
}
