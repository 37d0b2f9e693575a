/// A key press, or a combination of keys, that a terminal can tell from others; or a place in the text that
/// is open, which was pointed at.
public enum Key: Hashable, Sendable {
  /// A typed character; never a control character.
  case character(Character)
  case enter, escape, backspace, tab, backTab
  case up, down, left, right, pageUp, pageDown, home, end, delete
  /// Ctrl or Alt with an arrow.
  case wordLeft, wordRight
  /// Ctrl with Home or End, Alt with `<` or `>`.
  case textStart, textEnd
  /// Ctrl or Alt with Delete, or Alt-D.
  case deleteWord
  case function(Int)
  /// Ctrl and a lower-case letter, or one of `\ ] ^ _` and space; Alt-Backspace is Ctrl-W.
  case control(Character)
  /// A place in the text, from the first line in view and its first column.
  case place(line: Int, column: Int)
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// The key of a character, so that key tables can name it by that alone.
  public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}
