import Testing

@testable import Screen

/// What each key does, on texts with `|` where the cursor is.
@Suite struct TextEditorTests {
  /// A field ten columns wide for text and three lines high.
  private func editor(_ text: String, width: Int = 10, height: Int = 3) -> TextEditor {
    // By scalars, because a mark after the `|` is one character with it.
    let scalars = text.unicodeScalars
    let bar = scalars.firstIndex(of: "|") ?? scalars.endIndex
    var editor = TextEditor(
      String(scalars[..<bar]) + String(scalars[bar...].dropFirst()),
      size: Size(width: width + 1, height: height))
    editor.place(at: String(scalars[..<bar]).utf8.count)
    return editor
  }

  private func text(_ editor: TextEditor) -> String {
    String(editor.text[bytes: 0..<editor.cursor]) + "|"
      + editor.text[bytes: editor.cursor..<editor.text.utf8.count]
  }

  /// Strings that are the same to the scalar.
  private func expect(
    _ editor: TextEditor, _ expected: String, location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      Array(text(editor).unicodeScalars) == Array(expected.unicodeScalars),
      "\(text(editor).debugDescription) is not \(expected.debugDescription)",
      sourceLocation: location)
  }

  @Test(
    arguments: [
      // Characters, whatever they are made of
      ("one|", .left, "on|e"), ("|one", .left, "|one"), ("on|e", .right, "one|"),
      ("one|", .right, "one|"), ("e\u{301}|", .left, "|e\u{301}"), ("👨‍👩‍👧|x", .left, "|👨‍👩‍👧x"),
      ("|👍🏽x", .right, "👍🏽|x"), ("🇯🇵🇫🇷|", .left, "🇯🇵|🇫🇷"), ("a\n|b", .left, "a|\nb"),
      ("|漢字", .right, "漢|字"), ("कि|", .left, "|कि"), ("שלום|", .left, "שלו|ם"),
      // Words
      ("one two|", .wordLeft, "one |two"), ("one |two", .wordLeft, "|one two"),
      ("one  |", .wordLeft, "|one  "), ("|", .wordLeft, "|"), ("|one two", .wordRight, "one| two"),
      ("one| two", .wordRight, "one two|"), ("a|\n\nb", .wordRight, "a\n\nb|"),
      ("|don't go", .wordRight, "don't| go"), ("|it’s so", .wordRight, "it’s| so"),
      ("|end, go", .wordRight, "end|, go"), ("end|, go", .wordRight, "end,| go"),
      ("漢字かな|", .wordLeft, "漢字|かな"), ("漢字|かな", .wordLeft, "|漢字かな"),
      ("hi 👨‍👩‍👧🙂|", .wordLeft, "hi |👨‍👩‍👧🙂"),
      // Lines, as they are seen
      ("the quick |brown", .lineStart, "the quick |brown"),
      ("the qu|ick brown", .lineStart, "|the quick brown"),
      ("the qu|ick brown", .lineEnd, "the quick| brown"),
      ("the quick bro|wn\nfox", .lineEnd, "the quick brown|\nfox"),
      ("one  |  \ntwo", .lineEnd, "one    |\ntwo"), ("one|", .lineEnd, "one|"),
      ("a\n|\nb", .lineEnd, "a\n|\nb"), ("a\n|\nb", .lineStart, "a\n|\nb"),
      ("a\n|b", .textStart, "|a\nb"), ("a|\nb", .textEnd, "a\nb|"),
      // Up and down
      ("one\nt|wo", .up, "o|ne\ntwo"), ("o|ne\ntwo", .down, "one\nt|wo"),
      ("o|ne", .up, "o|ne"), ("one|", .down, "one|"), ("longer|\nab", .down, "longer\nab|"),
      ("the quick brown f|ox", .up, "the qui|ck brown fox"),
      ("the qui|ck brown fox", .down, "the quick brown f|ox"),
      ("漢字|\nabcd", .down, "漢字\nabcd|"), ("abc|\n漢字", .down, "abc\n漢|字"),
      ("\tx|\nabcdefghi", .down, "\tx\nabcdefghi|"), ("abc|\n\tx", .down, "abc\n|\tx"),
      ("e\u{301}e\u{301}|\nabc", .down, "e\u{301}e\u{301}\nab|c"),
      ("a\nb\nc\nd|\ne", .pageUp, "a\nb|\nc\nd\ne"), ("|a\nb\nc\nd", .pageDown, "a\nb\n|c\nd"),
      ("a\nb\nc|", .pageDown, "a\nb\nc|"), ("a\n|b", .pageUp, "|a\nb"),
      // Deleting
      ("one|", .deleteBack, "on|"), ("|one", .deleteBack, "|one"), ("a\n|b", .deleteBack, "a|b"),
      ("👨‍👩‍👧|", .deleteBack, "|"), ("e\u{301}|", .deleteBack, "|"), ("|one", .deleteForward, "|ne"),
      ("one|", .deleteForward, "one|"), ("a|\nb", .deleteForward, "a|b"),
      ("|👍🏽x", .deleteForward, "|x"), ("one two|", .deleteWordBack, "one |"),
      ("one two |", .deleteWordBack, "one |"), ("|one", .deleteWordBack, "|one"),
      ("|one two", .deleteWordForward, "| two"), ("one| two", .deleteWordForward, "one|"),
      ("the qu|ick brown", .deleteToLineEnd, "the qu| brown"),
      ("the quick| brown", .deleteToLineEnd, "the quick|brown"),
      ("one|\ntwo", .deleteToLineEnd, "one|two"), ("one|", .deleteToLineEnd, "one|"),
      ("the qu|ick", .deleteToLineStart, "|ick"), ("a\n|b", .deleteToLineStart, "a|b"),
      ("|a", .deleteToLineStart, "|a"), ("on|e", .newline, "on\n|e"),
    ] as [(String, EditAction, String)])
  func action(_ before: String, _ action: EditAction, gives after: String) {
    var editor = editor(before)
    editor.perform(action)
    expect(editor, after)
  }

  @Test func whatIsTypedGoesInAtTheCursor() {
    var editor = editor("o|e")
    let isTaken = editor.handle(.character("n"))
    #expect(isTaken)
    expect(editor, "on|e")
    editor.handle(.character("漢"))
    expect(editor, "on漢|e")
  }

  /// A terminal sends the scalars of one character as one key each.
  @Test func scalarsThatArriveApartBecomeOneCharacter() {
    var editor = editor("|x")
    for scalar in "👨‍👩‍👧".unicodeScalars { editor.handle(.character(Character(scalar))) }
    expect(editor, "👨‍👩‍👧|x")
    editor.perform(.left)
    expect(editor, "|👨‍👩‍👧x")

    editor = self.editor("e|x")
    editor.handle(.character("\u{301}"))
    expect(editor, "e\u{301}|x")
    editor.perform(.deleteBack)
    expect(editor, "|x")
  }

  @Test func charactersThatComeTogetherBecomeOne() {
    var editor = editor("👨|👩")
    editor.handle(.character("\u{200D}"))
    expect(editor, "👨\u{200D}👩|")
    editor.perform(.undo)
    expect(editor, "👨|👩")

    editor = self.editor("e|\n\u{301}y")
    editor.perform(.deleteForward)
    expect(editor, "e\u{301}|y")
  }

  @Test func noControlCharacterGetsIn() {
    var editor = TextEditor("a\u{1B}b\r\nc\u{202E}", size: Size(width: 20, height: 3))
    #expect(editor.text == "ab\nc")
    editor.paste("\u{7}x\ty\rz\u{9B}")
    #expect(editor.text == "ab\ncx\ty\nz")
    for character: Character in ["\u{1B}", "\u{7}", "\u{2028}", "\u{202E}"] {
      let isTaken = editor.handle(.character(character))
      #expect(isTaken)
    }
    #expect(editor.text == "ab\ncx\ty\nz")
  }

  @Test func theScreenKeepsItsKeys() {
    var editor = editor("one|")
    let before = editor
    let keys: [Key] = [
      .tab, .backTab, .escape, .control("d"), .control("l"), .function(1), .control(" "),
    ]
    for key in keys {
      let isTaken = editor.handle(key)
      #expect(!isTaken)
    }
    #expect(editor == before)
  }

  @Test func noKeyHasTwoMeanings() {
    let keys = EditAction.allCases.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    for action in EditAction.allCases {
      #expect(!action.keys.isEmpty && !action.help.isEmpty)
      for key in action.keys { #expect(EditAction.action(for: key) == action) }
    }
  }

  @Test func upAndDownKeepToTheirColumn() {
    var editor = editor("abcdef|\nab\n\nabcdefgh", height: 9)
    editor.perform(.down)
    expect(editor, "abcdef\nab|\n\nabcdefgh")
    editor.perform(.down)
    expect(editor, "abcdef\nab\n|\nabcdefgh")
    editor.perform(.down)
    expect(editor, "abcdef\nab\n\nabcdef|gh")
    editor.perform(.left)
    editor.perform(.up)
    editor.perform(.up)
    editor.perform(.up)
    expect(editor, "abcde|f\nab\n\nabcdefgh")
  }

  /// Between two wide characters a line ends where the next one starts.
  @Test func theEndOfAWrappedLineIsOnThatLine() {
    var editor = editor("漢|字漢字漢字漢字", width: 8)
    editor.perform(.lineEnd)
    expect(editor, "漢字漢字|漢字漢字")
    #expect(editor.lineIndex == 0)
    #expect(editor.cursorColumn == 8)
    editor.perform(.lineEnd)
    #expect(editor.lineIndex == 0)
    editor.perform(.down)
    #expect(editor.lineIndex == 1)
    #expect(editor.cursorColumn == 8)
    editor.perform(.up)
    #expect(editor.lineIndex == 0)
    editor.perform(.lineStart)
    expect(editor, "|漢字漢字漢字漢字")
    editor.perform(.down)
    #expect(editor.lineIndex == 1)
    #expect(editor.cursorColumn == 0)
    expect(editor, "漢字漢字|漢字漢字")
    editor.perform(.deleteToLineEnd)
    expect(editor, "漢字漢字|")
  }

  @Test func theViewFollowsTheCursor() {
    var editor = editor((1...20).map(String.init).joined(separator: "\n") + "|")
    #expect(editor.top == 17)
    editor.perform(.pageUp)
    #expect(editor.top == 15)
    #expect(editor.lineIndex == 17)
    editor.perform(.textStart)
    #expect(editor.top == 0)
    for _ in 0..<3 { editor.perform(.down) }
    #expect(editor.top == 1)
    editor.perform(.pageDown)
    #expect(editor.top == 3)
    #expect(editor.lineIndex == 5)
    editor.layOut(in: Size(width: 11, height: 1))
    #expect(editor.top == 5)
    editor.layOut(in: Size(width: 11, height: 100))
    #expect(editor.top == 0)
  }

  // MARK: Undo

  @Test func typingIsUndoneInRuns() {
    var editor = editor("|")
    for character in "one two" { editor.handle(.character(character)) }
    editor.perform(.left)
    editor.handle(.character("x"))
    editor.perform(.deleteBack)
    editor.perform(.deleteBack)
    expect(editor, "one t|o")
    editor.perform(.undo)
    expect(editor, "one twx|o")
    editor.perform(.undo)
    expect(editor, "one tw|o")
    editor.perform(.undo)
    expect(editor, "|")
    editor.perform(.undo)
    expect(editor, "|")
    editor.perform(.redo)
    expect(editor, "one two|")
    editor.perform(.redo)
    editor.perform(.redo)
    editor.perform(.redo)
    expect(editor, "one t|o")
  }

  @Test func aLongRunIsUndoneInPieces() {
    var editor = editor("|")
    let words = "I told the manager what I had seen in the stores that week"
    for character in words { editor.handle(.character(character)) }
    editor.perform(.undo)
    expect(editor, "I told the manager what I had seen |")
    editor.perform(.undo)
    expect(editor, "|")
  }

  @Test func eachLineTypedIsAStep() {
    var editor = editor("|")
    for key: Key in [.character("a"), .enter, .character("b")] { editor.handle(key) }
    editor.perform(.undo)
    expect(editor, "a\n|")
    editor.perform(.undo)
    expect(editor, "|")
  }

  @Test func deletingForwardIsUndoneInOne() {
    var editor = editor("|one two")
    for _ in 0..<3 { editor.perform(.deleteForward) }
    editor.perform(.deleteWordForward)
    expect(editor, "|")
    editor.perform(.undo)
    expect(editor, "| two")
    editor.perform(.undo)
    expect(editor, "|one two")
  }

  @Test func aPasteIsOneStep() {
    var editor = editor("a|b")
    editor.handle(.character("x"))
    editor.paste("one\ntwo ")
    editor.handle(.character("y"))
    editor.perform(.undo)
    expect(editor, "axone\ntwo |b")
    editor.perform(.undo)
    expect(editor, "ax|b")
    editor.perform(.redo)
    expect(editor, "axone\ntwo |b")
    editor.paste("")
    editor.perform(.redo)
    expect(editor, "axone\ntwo y|b")
  }

  @Test func whatIsTypedAfterAnUndoEndsTheRedo() {
    var editor = editor("|")
    editor.handle(.character("a"))
    editor.perform(.undo)
    editor.handle(.character("b"))
    editor.perform(.redo)
    expect(editor, "b|")
  }

  /// A place that is pointed at, from the first line in view; what lies beyond a line or the text is its end.
  @Test(arguments: [
    ("the quick brown fox|", 0, 4, "the |quick brown fox"), ("one\ntwo|", 0, 2, "on|e\ntwo"),
    ("one\ntwo|", 0, 9, "one|\ntwo"), ("|one\ntwo", 1, 0, "one\n|two"), ("one|", 2, 1, "o|ne"),
    ("漢字|", 0, 3, "漢|字"), ("|", 1, 5, "|"), ("a\nb\nc\nd\ne|", 0, 0, "a\nb\n|c\nd\ne"),
  ]) func aPlaceIsGoneTo(before: String, line: Int, column: Int, after: String) {
    var editor = editor(before)
    let isMeant = editor.handle(.place(line: line, column: column))
    #expect(isMeant)
    expect(editor, after)
  }
}
