/// Writes texts so that YAML reads them back as they are.
public enum YAMLWriter {
  /// The text as it is, if YAML reads it so, or in quotes.
  public static func text(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// The text in quotes.
  public static func quoted(_ text: String) -> String {
    text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\t" })
      ? doubleQuoted(text) : "'" + text.replacing("'", with: "''") + "'"
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last,
      first.isLetterOrDigit || first >= 0x80, last != UInt8(ascii: ":"), last != UInt8(ascii: " ")
    else { return false }
    let words = ["null", "true", "false", "yes", "no", "on", "off"]
    guard !words.contains(text.lowercased()), !text.utf8.allSatisfy({ !$0.isLetter && $0 < 0x80 })
    else { return false }
    return !text.contains(": ") && !text.contains(" #")
      && !text.unicodeScalars.contains { $0 == "\n" || $0 == "\t" }
  }

  private static func doubleQuoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension UInt8 {
  var isLetter: Bool { isLetterOrDigit && !isDigit }
}
