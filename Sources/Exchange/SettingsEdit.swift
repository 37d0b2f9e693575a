import Decks

/// One change in the text of a settings file, which leaves everything else in it as it is:
/// comments, order, blank lines and line ends.
public struct SettingsEdit: Sendable {
  let key: SettingKey
  /// What the setting is to be; nil takes its line away, so that the default is in force.
  let value: String?

  public init(_ key: SettingKey, to value: String?) {
    self.key = key
    self.value = value
  }

  /// The text with the change.
  ///
  /// - Throws: ``SettingKey/Refusal`` if the setting does not take the value, or the file is in a
  ///   form that only a person can change.
  public func applied(to text: String, path: String) throws(SettingKey.Refusal) -> String {
    let (before, faults) = Settings.read(text, path: path)
    // What the file is to say afterwards: the same with this one setting changed.
    var wanted = before
    try key.set(value ?? key.standard, in: &wanted)
    let changed = lines(of: text).joined(separator: "\n")
    let (after, newFaults) = Settings.read(changed, path: path)
    guard after == wanted, newFaults.count <= faults.count else {
      let place = faults.first?.description ?? path
      throw SettingKey.Refusal(
        "\(place): the file is written in a way that only you can change; set “\(key.name)” there with an editor"
      )
    }
    return changed
  }

  private var section: Substring { key.name.prefix { $0 != "." } }
  private var word: String { String(key.name.dropFirst(section.count + 1)) }
  private var entry: String? {
    value.map { value in
      switch key.values {
      case .number, .whole, .choice: "\(YAMLWriter.text(word)): \(value)"
      case .command, .place, .keys: "\(YAMLWriter.text(word)): \(YAMLWriter.quoted(value))"
      }
    }
  }

  private func lines(of text: String) -> [String] {
    // By scalars: a carriage return and a line feed are one character.
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    guard let head = lines.firstIndex(where: { Line($0).isKey(String(section), indent: 0) }) else {
      guard let entry else { return lines }
      while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
      return lines + (lines.isEmpty ? [] : [""]) + ["\(section):", "  \(entry)", ""]
    }
    let end =
      lines[(head + 1)...].firstIndex { !Line($0).isBlank && Line($0).indent == 0 } ?? lines.count
    let body = (head + 1)..<end
    if let place = body.first(where: { Line(lines[$0]).isKey(word, indent: nil) }) {
      let line = Line(lines[place])
      if let entry {
        lines[place] = line.indentation + entry + line.comment + line.ending
      } else {
        lines.remove(at: place)
      }
      return lines
    }
    guard let entry else { return lines }
    let last = body.last { !Line(lines[$0]).isBlank }
    let indentation = last.map { Line(lines[$0]).indentation } ?? "  "
    lines.insert(indentation + entry + Line(lines[head]).ending, at: (last ?? head) + 1)
    return lines
  }
}

/// The parts of one line of the file.
private struct Line {
  private let text: Substring
  let indentation: String
  /// A carriage return, if the file has them.
  let ending: String

  init(_ line: String) {
    ending = line.unicodeScalars.last == "\r" ? "\r" : ""
    let whole = String(line.unicodeScalars.dropLast(ending.isEmpty ? 0 : 1))
    indentation = String(whole.prefix { $0 == " " })
    text = Substring(whole.dropFirst(indentation.count))
  }

  var indent: Int { indentation.count }
  /// Whether it holds nothing, or a comment.
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) || text.hasPrefix("#") }

  /// Whether the line gives a key its value; `indent` nil means anywhere but at the left edge.
  func isKey(_ key: String, indent: Int?) -> Bool {
    guard let (name, _) = parts, name == key else { return false }
    return indent.map { $0 == self.indent } ?? (self.indent > 0)
  }

  /// The white space and the comment after the value.
  var comment: String {
    guard let (_, rest) = parts else { return "" }
    var quote: Character?
    var before: Character = " "
    for index in rest.indices {
      let character = rest[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "#", before.isWhitespace {
        let start = rest[..<index].lastIndex { !$0.isWhitespace }
        return String(rest[(start.map { rest.index(after: $0) } ?? rest.startIndex)...])
      } else if before.isWhitespace, character == "'" || character == "\"" {
        quote = character
      }
      before = character
    }
    return ""
  }

  /// The key, without its quotes, and what follows its colon.
  private var parts: (key: String, rest: Substring)? {
    if let quote = text.first, quote == "'" || quote == "\"" {
      guard let close = text.dropFirst().firstIndex(of: quote) else { return nil }
      let rest = text[text.index(after: close)...].drop(while: \.isWhitespace)
      guard rest.first == ":" else { return nil }
      return (String(text[text.index(after: text.startIndex)..<close]), rest.dropFirst())
    }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    return (String(text[..<colon]), text[text.index(after: colon)...])
  }
}
