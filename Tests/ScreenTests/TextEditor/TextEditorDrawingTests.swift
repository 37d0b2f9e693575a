import Screen
import Testing

@Suite struct TextEditorDrawingTests {
  private let answer = """
    The night list was late – twice a week. 漢字も書ける。

    \tI asked 👨‍👩‍👧 two carers & one nurse what they wrote down, and cut it from 40 lines to 25.
    שלום עולם
    """

  private func canvas(_ editor: TextEditor, size: Size, hasFocus: Bool = true) -> Canvas {
    var canvas = Canvas(size: Size(width: size.width + 4, height: size.height + 2))
    editor.draw(on: &canvas, x: 2, y: 1, size: size, hasFocus: hasFocus)
    return canvas
  }

  @Test func aFieldWithTextOfAllSorts() {
    let size = Size(width: 30, height: 9)
    #expect(
      canvas(TextEditor(answer, size: size), size: size).styledText() == """

          The night list was late –
          twice a week. 漢字も書ける。

                  I asked 👨 two carers
          & one nurse what they wrote
          down, and cut it from 40
          lines to 25.
          שלום עולם


        ---
        focus: 11,8 shown
        """)
  }

  @Test func thereIsASignWhereMoreIs() {
    let size = Size(width: 30, height: 3)
    var editor = TextEditor(answer, size: size)
    #expect(
      canvas(editor, size: size).styledText() == """

          down, and cut it from 40     ↑
          lines to 25.
          שלום עולם

        ---
        1: 31 dim
        focus: 11,3 shown
        """)
    editor.perform(.pageUp)
    editor.perform(.pageUp)
    #expect(
      canvas(editor, size: size).styledText() == """

          twice a week. 漢字も書ける。 ↑

                  I asked 👨 two carers↓

        ---
        1: 31 dim
        3: 31 dim
        focus: 11,3 shown
        """)
    editor.perform(.textStart)
    #expect(
      canvas(editor, size: size, hasFocus: false).styledText() == """

          The night list was late –
          twice a week. 漢字も書ける。
                                       ↓

        ---
        3: 31 dim
        focus: 0,0
        """)
  }

  @Test func theCursorHasAColumnBehindAFullLine() {
    let size = Size(width: 6, height: 2)
    var editor = TextEditor("abcde", size: size)
    #expect(canvas(editor, size: size).focus == (7, 1))
    editor.handle(.character(" "))
    editor.handle(.character(" "))
    #expect(canvas(editor, size: size).focus == (7, 1))
    editor.handle(.character("f"))
    #expect(canvas(editor, size: size).focus == (3, 2))
  }

  @Test func itCanBeDrawnInOtherRoomThanItWasLaidOutFor() {
    let editor = TextEditor(answer, size: Size(width: 76, height: 4))
    let size = Size(width: 30, height: 3)
    var fitting = editor
    fitting.layOut(in: size)
    #expect(canvas(editor, size: size) == canvas(fitting, size: size))
  }

  @Test func noRoomTraps() {
    for width in 0...12 {
      for height in 0...4 {
        let size = Size(width: width, height: height)
        var editor = TextEditor(answer, size: size)
        for action in EditAction.allCases {
          editor.perform(action)
          #expect(canvas(editor, size: size).size.width == width + 4)
        }
      }
    }
  }
}
