/// A field for text of many lines: what is written in it, where the cursor is, what can be undone.
///
/// It is a value, as everything on a screen: keys and pasted text go in with ``handle(_:)`` and
/// ``paste(_:)``, and ``draw(on:x:y:size:hasFocus:)`` shows it. Positions are offsets in UTF-8, and a
/// change lays out only the lines around it, so that a key costs the same in a long text.
///
///     var editor = TextEditor("", size: Size(width: 76, height: 6))
///     editor.handle(.character("I"))   // true: the key was for the field
///     editor.handle(.tab)              // false: the screen's own
///     editor.draw(on: &canvas, x: 2, y: 4, size: editor.size, hasFocus: true)
public struct TextEditor: Equatable, Sendable {
  /// What is written: line ends are `\n`, and no other control characters but tabs are in it.
  public internal(set) var text: String
  /// The words of the text; see ``Swift/StringProtocol/wordCount``.
  public internal(set) var wordCount: Int
  /// The room that it is laid out for.
  public private(set) var size: Size

  var layout: TextLayout
  var history = EditHistory()
  /// Where the next character goes in: never inside a character.
  var cursor: Int
  /// Whether the cursor stands after a wrapped line, not before the next one, when it is between
  /// two lines that nothing parts.
  var isAfterLine = false
  /// The column that moving up and down keeps to.
  var goalColumn: Int?
  /// The first line in view.
  var top = 0

  /// Whether the cursor stands behind the last character.
  public var isAtEnd: Bool { cursor == text.utf8.count }

  /// Whether the cursor stands in the first line.
  public var isInFirstLine: Bool { lineIndex == 0 }

  /// Whether the cursor stands in the last line.
  public var isInLastLine: Bool {
    layout.rest == nil && lineIndex == layout.lines.count - 1
  }

  /// The lines of the text in this width, as far as anything can show them now.
  public var knownLines: Int { layout.lines.count }

  /// Makes a field with the cursor at the end of its text.
  public init(_ text: String = "", size: Size) {
    let text = text.sanitised(keeping: [.newlines, .tabs])
    self.text = text
    self.size = size
    wordCount = text.wordCount
    cursor = text.utf8.count
    layout = TextLayout(
      text, width: Self.textWidth(in: size), to: cursor, margin: size.height)
    keepCursorInView()
  }

  /// The last column is kept for the cursor behind a full line.
  private static func textWidth(in size: Size) -> Int { max(1, size.width - 1) }

  /// The lines that are laid out after the cursor's: as many as can come into view at once.
  var margin: Int { max(1, size.height) }

  /// Takes on the room that the field is drawn in; call it when the window changes.
  public mutating func layOut(in size: Size) {
    guard size != self.size else { return }
    self.size = size
    let width = Self.textWidth(in: size)
    if width != layout.width {
      layout = TextLayout(text, width: width, to: cursor, margin: margin)
      goalColumn = nil
      isAfterLine = false
    }
    layout.reach(cursor, margin: margin, in: text)
    keepCursorInView()
  }

  /// Does what a key means in the field; false when it means nothing here.
  @discardableResult
  public mutating func handle(_ key: Key) -> Bool {
    if case .character(let character) = key {
      insert(character)
      return true
    }
    if case .place(let line, let column) = key {
      let line = min(max(0, top + line), layout.lines.count - 1)
      move(to: offset(inLine: line, atColumn: column), inLine: line)
      return true
    }
    guard let action = EditAction.action(for: key) else { return false }
    perform(action)
    return true
  }

  /// Carries out one action.
  public mutating func perform(_ action: EditAction) {
    let line = lineIndex
    switch action {
    case .left: move(to: characterStart(before: cursor))
    case .right: move(to: characterEnd(after: cursor))
    case .up: moveLines(-1)
    case .down: moveLines(1)
    case .wordLeft: move(to: wordStart(before: cursor))
    case .wordRight: move(to: wordEnd(after: cursor))
    case .lineStart: move(to: start(ofLine: line))
    case .lineEnd: move(to: end(ofLine: line), inLine: line)
    case .pageUp: movePages(-1)
    case .pageDown: movePages(1)
    case .textStart: move(to: 0)
    case .textEnd: move(to: text.utf8.count)
    case .newline: insert("\n")
    case .deleteBack: delete(from: characterStart(before: cursor), run: .deletingBack)
    case .deleteForward: delete(to: characterEnd(after: cursor), run: .deletingForward)
    case .deleteWordBack: delete(from: wordStart(before: cursor))
    case .deleteWordForward: delete(to: wordEnd(after: cursor))
    case .deleteToLineStart:
      let start = start(ofLine: line)
      delete(from: start < cursor ? start : characterStart(before: cursor))
    case .deleteToLineEnd:
      let end = end(ofLine: line)
      delete(to: cursor < end ? end : characterEnd(after: cursor))
    case .undo: undo()
    case .redo: redo()
    }
  }
}
