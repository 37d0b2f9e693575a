/// The lines of a text, and what they look like from the left.
struct YAMLLines {
  let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var at = 0
    while at < bytes.count {
      if bytes[at].isBreak {
        at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
        starts.append(at)
      } else {
        at += 1
      }
    }
    self.starts = starts
  }

  /// The number of lines; after a last line break there is one more, empty.
  var count: Int { starts.count }

  /// The bytes of some lines, numbered from 0, with their breaks.
  func text(_ lines: Range<Int>) -> ArraySlice<UInt8> {
    let end = lines.upperBound < starts.count ? starts[lines.upperBound] : bytes.count
    return lines.isEmpty ? [] : bytes[starts[lines.lowerBound]..<end]
  }

  /// How far a line is indented and what follows; nil for a blank line or a comment.
  func content(of line: Int) -> (indent: Int, text: ArraySlice<UInt8>)? {
    let text = text(line..<(line + 1))
    let indented = text.drop { $0 == UInt8(ascii: " ") }
    guard let first = indented.drop(while: \.isBlank).first, !first.isBreak,
      first != UInt8(ascii: "#")
    else { return nil }
    return (indented.startIndex - text.startIndex, indented)
  }
}

extension ArraySlice<UInt8> {
  /// Whether the text starts with a dash that makes a list item.
  var isListItem: Bool {
    guard first == UInt8(ascii: "-") else { return false }
    return dropFirst().first.map { $0.isBlank || $0.isBreak } ?? true
  }

  /// Whether the text is nothing but a key with its colon, and perhaps a comment.
  func isBareKey(_ key: String) -> Bool {
    guard starts(with: key.utf8) else { return false }
    let afterKey = dropFirst(key.utf8.count).drop(while: \.isBlank)
    guard afterKey.first == UInt8(ascii: ":") else { return false }
    let afterColon = afterKey.dropFirst()
    let rest = afterColon.drop(while: \.isBlank)
    guard let next = rest.first, !next.isBreak else { return true }
    return next == UInt8(ascii: "#") && rest.startIndex > afterColon.startIndex
  }
}
