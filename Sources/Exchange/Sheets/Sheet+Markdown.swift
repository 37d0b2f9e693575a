public import Campaign
import Screen

extension Sheet {
  /// The sheet as Markdown, whole: nothing is cut to fit a page.
  public var markdown: String {
    var lines = ["# \(Self.escaped(title))", "", Self.escaped(subtitle)]
    if !printed.isEmpty { lines += ["", "printed \(Self.escaped(printed))"] }
    for section in sections {
      lines += ["", "## \(section.title)", ""]
      lines += section.entries.map { "- " + Self.escaped($0.text) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text on one line, with nothing in it that Markdown would take for more than text.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.sanitised() {
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
