import CNcurses
import Glibc
import Screen
import Testing

@testable import Terminal

/// Drives the real ncurses in this process: keys come from a pipe, the screen is read back from
/// ncurses itself, and nothing reaches a terminal.
@Suite(.serialized) struct CursesTerminalTests {
  @Test func wideAndCombiningTextLandsInTheRightCells() throws {
    try withTerminal { terminal, _ in
      var canvas = Canvas(size: terminal.size)
      canvas.draw("漢e\u{301}🇯🇵|", x: 0, y: 0, style: Style(.green, .bold))
      terminal.show(canvas)
      #expect(shownText(row: 0, columns: 6) == "漢e\u{301}🇯🇵|")
    }
  }

  @Test(
    arguments: [
      ("a", .key(.character("a"))), ("é", .key(.character("é"))), ("漢", .key(.character("漢"))),
      ("\r", .key(.enter)), ("\u{7F}", .key(.backspace)), ("\u{1B}OA", .key(.up)),
      ("\u{1B}[5~", .key(.pageUp)), ("\u{1B}", .key(.escape)), ("\u{1B}[99;5u", .tick),
      ("\u{1B}3", .tick),
      ("\u{1B}[200~two\rlines\u{1B}[201~", .paste("two\nlines")),
    ] as [(String, InputEvent)])
  func bytes(_ bytes: String, mean event: InputEvent) throws {
    try withTerminal { terminal, type in
      type(bytes)
      #expect(terminal.nextEvent(within: 200) == event)
    }
  }

  @Test func closedInputIsAHangUp() throws {
    try withTerminal { terminal, type in
      type(nil)
      #expect(terminal.nextEvent(within: 200) == .hangUp)
    }
  }

  @Test func unknownTerminalIsAnError() {
    #expect(throws: TerminalError.unknownTerminal(term: "no-such")) {
      try withTerminal(type: "no-such") { _, _ in }
    }
  }

  private func withTerminal(
    type: String = "xterm-256color", _ body: (CursesTerminal, (String?) -> Void) throws -> Void
  ) throws {
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    let input = fdopen(ends[0], "r")!
    let output = fopen("/dev/null", "w")!
    defer {
      fclose(input)
      fclose(output)
    }
    let terminal = try CursesTerminal(type: type, colours: .auto, output: output, input: input)
    defer { terminal.close() }
    var isOpen = true
    try body(terminal) { text in
      if var text {
        text.withUTF8 { _ = write(ends[1], $0.baseAddress, $0.count) }
      } else {
        close(ends[1])
        isOpen = false
      }
    }
    if isOpen { close(ends[1]) }
  }

  /// What ncurses holds in the first columns of a row.
  private func shownText(row: Int32, columns: Int32) -> String {
    var text = String.UnicodeScalarView()
    var cell = cchar_t()
    for x in 0..<columns where mvwin_wch(curses_stdscr(), row, x, &cell) == OK {
      var characters = [wchar_t](repeating: 0, count: Int(CCHARW_MAX) + 1)
      var attributes: attr_t = 0
      var pair: Int16 = 0
      getcchar(&cell, &characters, &attributes, &pair, nil)
      let scalars = characters.prefix { $0 != 0 }.compactMap {
        Unicode.Scalar(UInt32(bitPattern: $0))
      }
      if curses_is_continuation(&cell) == 0 { text.append(contentsOf: scalars) }
    }
    return String(text)
  }
}
