/// On which side of a column text stands.
public enum Alignment: Sendable {
  case left, right
}

extension StringProtocol where SubSequence == Substring {
  /// This text when it takes at most `width` columns, else as much of it as fits before an ellipsis.
  @inlinable public func truncated(to width: Int) -> String {
    self[...].cut(to: width)
  }

  /// This text with spaces added until it takes `width` columns; wider text stays as it is.
  public func padded(to width: Int, align alignment: Alignment = .left) -> String {
    let missing = width - displayWidth
    guard missing > 0 else { return String(self) }
    let padding = String(repeating: " ", count: missing)
    return alignment == .left ? self + padding : padding + self
  }
}

extension Substring {
  /// See ``Swift/StringProtocol/truncated(to:)``; for one type of text, so that nothing has to be
  /// looked up for each.
  @usableFromInline
  func cut(to width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    guard width > 0 else { return "" }
    var text = self
    // Plain letters need no look at what joins what, but for the last one, which an accent may follow.
    var column = text.withUTF8 { bytes in
      Swift.max(0, bytes.prefix(width).prefix(while: isPrintableASCII).count - 1)
    }
    var end = text.utf8.index(text.startIndex, offsetBy: column)
    while end < text.endIndex {
      let character = text[end]
      column = character == "\t" ? tabStop(after: column) : column + character.displayWidth
      guard column < width else { break }
      end = text.index(after: end)
    }
    return text[..<end] + "…"
  }
}
