import Testing

@testable import Screen

/// Random keys against a plain model of a field, and against laying everything out anew.
@Suite struct TextEditorPropertyTests {
  /// The text before and after the cursor; every step goes through all of it.
  private struct Model {
    var before: String
    var after: String

    var text: String { before + after }

    mutating func insert(_ new: String) {
      let text = before + new + after
      let wanted = (before + new).utf8.count
      split(text, at: text.boundaries.first { $0 >= wanted } ?? text.utf8.count)
    }

    mutating func delete(_ range: Range<Int>) {
      let bytes = Array(text.utf8)
      let text = String(
        decoding: bytes[..<range.lowerBound] + bytes[range.upperBound...], as: UTF8.self)
      split(text, at: text.boundaries.first { $0 >= range.lowerBound } ?? text.utf8.count)
    }

    mutating func split(_ text: String, at offset: Int) {
      let bytes = Array(text.utf8)
      before = String(decoding: bytes[..<offset], as: UTF8.self)
      after = String(decoding: bytes[offset...], as: UTF8.self)
    }

    var cursor: Int { before.utf8.count }
    var previous: Int { text.boundaries.last { $0 < cursor } ?? 0 }
    var next: Int { text.boundaries.first { $0 > cursor } ?? text.utf8.count }
  }

  private static let actions: [EditAction] = [
    .left, .left, .right, .up, .down, .wordLeft, .wordRight, .lineStart, .lineEnd, .pageUp,
    .pageDown, .newline, .deleteBack, .deleteForward, .deleteWordBack, .deleteWordForward,
    .deleteToLineStart, .deleteToLineEnd, .textStart, .textEnd,
  ]

  @Test(arguments: UInt64(0)..<150) func keysDoWhatThePlainModelDoes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var editor = TextEditor(
      generator.text(upTo: 30),
      size: Size(width: Int.random(in: 2...14, using: &generator), height: 4))
    var model = Model(before: editor.text, after: "")
    let start = editor.text
    let changes = generator.next() % 40 + 10

    for step in 0..<changes {
      let context: Comment = "seed \(seed), step \(step): \(editor.text.debugDescription)"
      switch generator.next() % 8 {
      case 0...2:
        let typed = generator.text(upTo: 3).sanitised(keeping: [.newlines, .tabs])
        for scalar in typed.unicodeScalars {
          editor.handle(scalar == "\n" ? .enter : .character(Character(scalar)))
          model.insert(String(scalar))
        }
      case 3:
        let pasted = generator.text(upTo: 12)
        editor.paste(pasted)
        model.insert(pasted.sanitised(keeping: [.newlines, .tabs]))
      case 4:
        editor.layOut(
          in: Size(
            width: Int.random(in: 0...14, using: &generator),
            height: Int.random(in: 0...5, using: &generator)))
      default:
        let action = Self.actions[Int.random(in: Self.actions.indices, using: &generator)]
        let wanted = model.cursor
        editor.perform(action)
        switch action {
        case .newline: model.insert("\n")
        case .left: model.split(model.text, at: model.previous)
        case .right: model.split(model.text, at: model.next)
        case .textStart: model.split(model.text, at: 0)
        case .textEnd: model.split(model.text, at: model.text.utf8.count)
        case .deleteBack: model.delete(model.previous..<wanted)
        case .deleteForward: model.delete(wanted..<model.next)
        default:
          // Lines and words have their examples; here the text around the cursor must hold.
          model.split(editor.text, at: editor.cursor)
        }
      }
      #expect(Array(editor.text.utf8) == Array(model.text.utf8), context)
      #expect(editor.cursor == model.cursor, context)
      expectOrder(editor, context)
    }

    let end = editor.text
    var steps = 0
    while steps < 1000 {
      let before = editor
      editor.perform(.undo)
      guard editor.history != before.history else { break }
      expectOrder(editor, "seed \(seed), undoing")
      steps += 1
    }
    #expect(Array(editor.text.utf8) == Array(start.utf8), "seed \(seed)")
    for _ in 0..<steps {
      editor.perform(.redo)
      expectOrder(editor, "seed \(seed), redoing")
    }
    #expect(Array(editor.text.utf8) == Array(end.utf8), "seed \(seed)")
  }

  /// Everything that is kept about the text is what it would be if it were worked out anew.
  private func expectOrder(_ editor: TextEditor, _ context: Comment) {
    let layout = editor.layout
    let count = layout.lines.count
    let all = TextLayout(
      editor.text, width: layout.width, to: editor.text.utf8.count, margin: 0)
    #expect(layout.lines == Array(all.lines.prefix(count)), context)
    #expect(layout.rest == (count < all.lines.count ? all.lines[count].start : nil), context)
    #expect(layout.rest == nil || editor.lineIndex + editor.size.height < count, context)
    #expect(
      all.lines.map { editor.text[bytes: $0.shown] } == editor.text.wrapped(to: layout.width),
      context)
    #expect(editor.wordCount == editor.text.wordCount, context)
    #expect(editor.text.boundaries.contains(editor.cursor), context)
    #expect(editor.text.unicodeScalars.allSatisfy { $0.isAllowed }, context)
    let height = max(1, editor.size.height)
    #expect((editor.top..<editor.top + height).contains(editor.lineIndex), context)
    #expect(editor.top <= max(0, editor.layout.lines.count - height), context)
    #expect((0...editor.layout.width).contains(editor.cursorColumn), context)
  }

  @Test(arguments: UInt64(0)..<50) func goingLeftAndRightVisitsEveryCharacter(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var editor = TextEditor(generator.text(upTo: 40), size: Size(width: 9, height: 3))
    var visited = [editor.cursor]
    while editor.cursor > 0 {
      editor.perform(.left)
      visited.append(editor.cursor)
    }
    #expect(visited.reversed() == editor.text.boundaries, "seed \(seed)")
    editor.perform(.textStart)
    var lines = [editor.lineIndex]
    while editor.lineIndex < editor.layout.lines.count - 1 {
      editor.perform(.down)
      lines.append(editor.lineIndex)
    }
    #expect(lines == Array(0..<editor.layout.lines.count), "seed \(seed)")
  }
}

extension String {
  /// The offsets in UTF-8 between characters, both ends included.
  fileprivate var boundaries: [Int] {
    var offsets = [0]
    for character in self { offsets.append(offsets[offsets.count - 1] + character.utf8.count) }
    return offsets
  }
}

extension Unicode.Scalar {
  fileprivate var isAllowed: Bool {
    self == "\n" || self == "\t" || self == "\u{200D}" || isDrawable
  }
}
