import Screen

extension EditAction {
  /// What can be done in a text, for the help of whatever has one: in one line what belongs together.
  static let hints: [KeyHint] = allCases.map { action in
    KeyHint(keys: action.keys.map(\.name), help: action.help, group: action.group)
  }

  /// The same without what other keys of a form say, and what goes without saying.
  static let hintsInForms: [KeyHint] = allCases.filter { $0.group != nil }.map { action in
    KeyHint(keys: action.keys.map(\.name), help: action.help, group: action.group)
  }

  private var group: KeyGroup? {
    switch self {
    case .left, .right, .up, .down, .newline, .pageUp, .pageDown, .deleteBack, .deleteForward: nil
    case .wordLeft, .wordRight, .lineStart, .lineEnd: Self.moving
    case .textStart, .textEnd: Self.ends
    case .deleteWordBack, .deleteWordForward: Self.deletingWords
    case .deleteToLineStart, .deleteToLineEnd: Self.deletingLines
    case .undo, .redo: Self.undoing
    }
  }

  private static let moving = KeyGroup(help: "By words, and to the ends of the line")
  private static let ends = KeyGroup(help: "To the ends of the text")
  private static let deletingWords = KeyGroup(help: "Delete the word before, and after")
  private static let deletingLines = KeyGroup(help: "Delete to the start of the line, to its end")
  private static let undoing = KeyGroup(help: "Undo in this text, and redo")
}
