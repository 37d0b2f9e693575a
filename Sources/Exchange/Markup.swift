import Screen

extension String {
  /// The text as HTML text or the value of an attribute.
  var htmlText: String {
    var html = ""
    for character in self {
      switch character {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      default: html.append(character)
      }
    }
    return html
  }

  /// The text on one line, with nothing in it that Markdown would take for more than text.
  var markdownText: String {
    var escaped = ""
    for character in sanitised() {
      if "\\`*_[]<>#|~&".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    // A number with a point at the start would make a list of its own.
    let digits = escaped.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, escaped.dropFirst(digits.count).first == "." {
      escaped.insert("\\", at: digits.endIndex)
    }
    return escaped
  }
}
