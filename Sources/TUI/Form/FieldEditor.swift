import Campaign
import Practice
import Screen

/// A field of a form while it is filled in.
struct FieldEditor: Equatable {
  let field: FormField
  /// Why it cannot be kept as it is; nil while nothing is wrong with it.
  var fault: String?
  private(set) var state: State

  enum State: Equatable {
    /// One line.
    case line(TextEditor)
    case box(TextEditor)
    case choice(ChoiceBox)
    case marks(MarkGrid)
    case rows(RowTable)
  }

  init(_ field: FormField, text: String) {
    self.field = field
    state =
      switch field.kind {
      case .line, .day, .moment: .line(Self.editor(text.inOneLine))
      case .box, .lines: .box(Self.editor(text))
      case .choice(let options): .choice(ChoiceBox(options, word: text))
      case .marks(let options, let words): .marks(MarkGrid(options, words: words, text: text))
      case .rows(let fields): .rows(RowTable(fields, text: text))
      }
  }

  private static func editor(_ text: String) -> TextEditor {
    TextEditor(text, size: Size(width: 1, height: 1))
  }

  /// What is written in it, in the words of its kind.
  var text: String {
    switch state {
    case .line(let editor), .box(let editor): editor.text
    case .choice(let choice): choice.word
    case .marks(let grid): grid.text
    case .rows(let table): table.text
    }
  }

  /// Whether one types in it, so that it may be empty.
  var isTyped: Bool {
    switch state {
    case .line, .box: true
    case .choice, .marks, .rows: false
    }
  }

  /// Whether Enter is part of what is written in it.
  var takesEnter: Bool {
    switch state {
    case .box, .rows: true
    case .line, .choice, .marks: false
    }
  }

  /// What is still missing of the known text that is likely meant; empty if none is.
  var rest: String {
    guard case .line(let editor) = state, case .line(let known) = field.kind else { return "" }
    return editor.rest(of: known)
  }

  // MARK: - Writing

  /// Does what a key means in the field; false if it means nothing there, as a step beyond its end.
  mutating func handle(_ key: Key) -> Bool {
    switch state {
    case .line(let editor):
      guard ![.up, .down, .enter, .tab].contains(key) else { return false }
      let rest = rest
      return change(editor, State.line) { editor in
        guard !rest.isEmpty, key == .right || key == .end else { return editor.handle(key) }
        editor.paste(rest)
        return true
      }
    case .box(let editor):
      if key == .down, editor.isInLastLine { return false }
      if key == .up, editor.isInFirstLine { return false }
      return change(editor, State.box) { $0.handle(key) }
    case .choice(let choice): return change(choice, State.choice) { $0.handle(key) }
    case .marks(let grid): return change(grid, State.marks) { $0.handle(key) }
    case .rows(let table): return change(table, State.rows) { $0.handle(key) }
    }
  }

  /// Changes what the field is written in.
  ///
  /// - Returns: what `body` says, as whether a key means something.
  private mutating func change<Part>(
    _ part: Part, _ state: (Part) -> State, _ body: (inout Part) -> Bool
  ) -> Bool {
    var part = part
    let isMeant = body(&part)
    self.state = state(part)
    return isMeant
  }

  /// Takes text that was pasted: as it is where there are lines, else as one.
  mutating func paste(_ text: String) {
    switch state {
    case .line(var editor):
      editor.paste(text.inOneLine)
      state = .line(editor)
    case .box(var editor):
      editor.paste(text)
      state = .box(editor)
    case .rows(var table):
      table.paste(text)
      state = .rows(table)
    case .choice, .marks: break
    }
  }

  /// Writes it anew.
  mutating func write(_ text: String) {
    switch state {
    case .line: state = .line(Self.editor(text.inOneLine))
    case .box: state = .box(Self.editor(text))
    case .choice(var choice):
      // Where two windows wrote, the first line is the choice.
      choice.choose(String(text.prefix { !$0.isNewline }))
      state = .choice(choice)
    case .marks(var grid):
      grid.write(text)
      state = .marks(grid)
    case .rows(var table):
      table.write(text)
      state = .rows(table)
    }
  }

  /// Opens it: where it has rows, at the first or the last of them, or at the one with a fault.
  mutating func enter(fromEnd: Bool, row: Int? = nil) {
    guard case .rows(var table) = state else { return }
    if let row { table.open(row) } else { table.enter(fromEnd: fromEnd) }
    state = .rows(table)
  }

  mutating func layOut(width: Int, height: Int, isNarrow: Bool = false) {
    switch state {
    case .line(var editor):
      editor.layOut(in: Size(width: width, height: 1))
      state = .line(editor)
    case .box(var editor):
      editor.layOut(in: Size(width: width, height: max(1, height)))
      state = .box(editor)
    case .rows(var table):
      table.layOut(in: width, isNarrow: isNarrow)
      state = .rows(table)
    case .marks(var grid):
      grid.settle(height: height)
      state = .marks(grid)
    case .choice: break
    }
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text as one line: what a field of one line takes of pasted text.
  fileprivate var inOneLine: String {
    let lines = split(whereSeparator: \.isNewline).map { String($0).trimmed }
    return lines.count < 2 && !contains("\t")
      ? filter { !$0.isNewline } : lines.joined(separator: " ").replacing("\t", with: " ")
  }
}
