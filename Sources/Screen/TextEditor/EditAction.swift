/// What a key can do in a ``TextEditor``, besides typing itself.
public enum EditAction: CaseIterable, Sendable {
  case left, right, up, down, wordLeft, wordRight
  case lineStart, lineEnd, pageUp, pageDown, textStart, textEnd
  case newline, deleteBack, deleteForward, deleteWordBack, deleteWordForward
  case deleteToLineStart, deleteToLineEnd
  case undo, redo

  /// The keys that do it; the first is the one to name.
  public var keys: [Key] {
    switch self {
    case .left: [.left, .control("b")]
    case .right: [.right, .control("f")]
    case .up: [.up, .control("p")]
    case .down: [.down, .control("n")]
    case .wordLeft: [.wordLeft]
    case .wordRight: [.wordRight]
    case .lineStart: [.home, .control("a")]
    case .lineEnd: [.end, .control("e")]
    case .pageUp: [.pageUp]
    case .pageDown: [.pageDown]
    case .textStart: [.textStart]
    case .textEnd: [.textEnd]
    case .newline: [.enter]
    case .deleteBack: [.backspace]
    case .deleteForward: [.delete]
    case .deleteWordBack: [.control("w")]
    case .deleteWordForward: [.deleteWord]
    case .deleteToLineStart: [.control("u")]
    case .deleteToLineEnd: [.control("k")]
    case .undo: [.control("_")]
    case .redo: [.control("y"), .control("^")]
    }
  }

  /// What it does, for the help.
  public var help: String {
    switch self {
    case .left: "One character back"
    case .right: "One character on"
    case .up: "One line up"
    case .down: "One line down"
    case .wordLeft: "To the start of the word"
    case .wordRight: "To the end of the word"
    case .lineStart: "To the start of the line"
    case .lineEnd: "To the end of the line"
    case .pageUp: "One page up"
    case .pageDown: "One page down"
    case .textStart: "To the start of the text"
    case .textEnd: "To the end of the text"
    case .newline: "A new line"
    case .deleteBack: "Delete the character before"
    case .deleteForward: "Delete the character after"
    case .deleteWordBack: "Delete the word before"
    case .deleteWordForward: "Delete the word after"
    case .deleteToLineStart: "Delete to the start of the line"
    case .deleteToLineEnd: "Delete to the end of the line"
    case .undo: "Undo"
    case .redo: "Redo what was undone"
    }
  }

  private static let actions: [Key: EditAction] = Dictionary(
    allCases.flatMap { action in action.keys.map { ($0, action) } }, uniquingKeysWith: { $1 })

  /// What a key does in a text field; nil for keys that mean nothing there.
  public static func action(for key: Key) -> EditAction? { actions[key] }
}
