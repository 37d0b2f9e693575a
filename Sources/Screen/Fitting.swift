/// On which side of a column text stands.
public enum Alignment: Sendable {
  case left, right
}

extension StringProtocol where SubSequence == Substring {
  /// This text when it takes at most `width` columns, else as much of it as fits before an ellipsis.
  public func truncated(to width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    guard width > 0 else { return "" }
    var end = startIndex
    var column = 0
    while end < endIndex {
      let character = self[end]
      column = character == "\t" ? tabStop(after: column) : column + character.displayWidth
      guard column < width else { break }
      end = index(after: end)
    }
    return self[..<end] + "…"
  }

  /// This text with spaces added until it takes `width` columns; wider text stays as it is.
  public func padded(to width: Int, align alignment: Alignment = .left) -> String {
    let missing = width - displayWidth
    guard missing > 0 else { return String(self) }
    let padding = String(repeating: " ", count: missing)
    return alignment == .left ? self + padding : padding + self
  }
}
