/// A tag of HTML at the beginning of a text.
struct HTMLTag {
  /// In small letters.
  let name: String
  let isEnd: Bool
  /// Behind it.
  let end: String.Index

  /// Nil if the text begins with no tag that texts have.
  init?(_ text: Substring) {
    guard text.first == "<" else { return nil }
    var rest = text.dropFirst()
    isEnd = rest.first == "/"
    if isEnd { rest = rest.dropFirst() }
    let letters = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    name = letters.lowercased()
    guard Self.names.contains(name) else { return nil }
    guard let close = text[letters.endIndex...].firstIndex(of: ">") else { return nil }
    let next = text[letters.endIndex]
    guard next == ">" || next == "/" || next.isWhitespace else { return nil }
    end = text.index(after: close)
  }

  private static let names: Set<String> = [
    "a", "b", "i", "u", "s", "p", "br", "hr", "em", "strong", "code", "pre", "kbd", "sub", "sup",
    "del", "ins", "mark", "small", "big", "font", "span", "div", "img", "ul", "ol", "li", "dl",
    "dt",
    "dd", "table", "thead", "tbody", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "center",
    "details", "summary", "blockquote", "style", "script", "section", "article", "input", "label",
    "body", "html", "head", "title", "meta", "link", "main", "header", "footer", "aside", "figure",
  ]
}

/// What stands for a character in HTML.
enum HTMLEntity {
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var output = ""
    var rest = Substring(text)
    while let place = rest.firstIndex(of: "&") {
      output += rest[..<place]
      rest = rest[place...]
      if let (decoded, length) = begin(of: String(rest.prefix(12))) {
        output += decoded
        rest = rest.dropFirst(length)
      } else {
        output += "&"
        rest = rest.dropFirst()
      }
    }
    return output + rest
  }

  /// The character at the beginning of a text, and how long its name is; nil if there is none.
  static func begin(of text: String) -> (text: String, length: Int)? {
    guard text.first == "&", let end = text.prefix(12).firstIndex(of: ";") else { return nil }
    let name = text[text.index(after: text.startIndex)..<end]
    let length = name.count + 2
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let scalar = value.flatMap(Unicode.Scalar.init) else { return nil }
      if scalar.properties.isWhitespace { return (" ", length) }
      return scalar.isAllowedInText ? (String(Character(scalar)), length) : nil
    }
    return named[String(name)].map { ($0, length) }
  }

  private static let named = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "hellip": "…",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "bull": "•", "middot": "·", "euro": "€", "pound": "£", "copy": "©", "reg": "®", "trade": "™",
    "times": "×", "rarr": "→", "larr": "←", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
    "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "ecirc": "ê",
    "agrave": "à", "acirc": "â", "ccedil": "ç", "ocirc": "ô", "ntilde": "ñ", "laquo": "«",
    "raquo": "»", "iexcl": "¡", "iquest": "¿", "ensp": " ", "emsp": " ", "thinsp": " ", "deg": "°",
    "frac12": "½", "plusmn": "±", "le": "≤", "ge": "≥", "ne": "≠", "zwnj": "", "shy": "",
  ]
}
