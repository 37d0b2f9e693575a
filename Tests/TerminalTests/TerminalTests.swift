import CNcurses
import Glibc
import Screen
import Testing

@testable import Terminal

/// Drives the real ncurses in this process: keys come from a pipe, the screen is read back from
/// ncurses itself, and nothing reaches a terminal.
///
/// One after the other, because ncurses, signals and the locale are the process's own.
@Suite(.serialized) struct TerminalTests {}

/// A terminal of 80 by 24 on a pipe and a file in memory.
struct TestTerminal {
  let terminal: CursesTerminal
  private let keyboard: Int32
  private let output: Int32

  /// Lends a terminal to `body` and closes it.
  static func with(
    type: String = "xterm-256color", colours: Colours = .auto,
    _ body: (CursesTerminal, TestTerminal) throws -> Void
  ) throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[1]) }
    let outputDescriptor = memfd_create("screen", 0)
    let input = try #require(fdopen(ends[0], "r"))
    defer { fclose(input) }
    let output = try #require(fdopen(outputDescriptor, "w"))
    defer { fclose(output) }
    let terminal = try CursesTerminal(type: type, colours: colours, output: output, input: input)
    defer { terminal.close() }
    try body(
      terminal, TestTerminal(terminal: terminal, keyboard: ends[1], output: outputDescriptor))
  }

  func type(_ text: String) {
    type(bytes: Array(text.utf8))
  }

  func type(bytes: [UInt8]) {
    #expect(write(keyboard, bytes, bytes.count) == bytes.count)
  }

  /// Closes the other end of the input, as a terminal that goes away does.
  func hangUp() {
    // Not close(): the descriptor's number stays taken until the test ends.
    let nowhere = open("/dev/null", O_RDWR)
    dup2(nowhere, keyboard)
    close(nowhere)
  }

  /// Everything sent to the screen since `offset`.
  func sent(since offset: Int = 0) -> String {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = max(0, pread(output, &bytes, bytes.count, offset))
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  var sentCount: Int {
    var status = stat()
    fstat(output, &status)
    return status.st_size
  }

  /// What ncurses holds in a row, the right halves of wide characters left out.
  func shownText(row: Int, columns: Int = 80) -> String {
    (0..<columns).map { cell(x: $0, y: row) }.filter { !$0.isContinuation }.map(\.text).joined()
  }

  struct ShownCell: Equatable {
    var text: String
    var attributes: attr_t
    var pair: Int32
    var isContinuation: Bool
  }

  func cell(x: Int, y: Int) -> ShownCell {
    var cell = cchar_t()
    mvwin_wch(curses_stdscr(), Int32(y), Int32(x), &cell)
    var characters = [wchar_t](repeating: 0, count: Int(CCHARW_MAX) + 1)
    var attributes: attr_t = 0
    var short: Int16 = 0
    var pair: Int32 = 0
    getcchar(&cell, &characters, &attributes, &short, &pair)
    var text = String.UnicodeScalarView()
    for value in characters.prefix(while: { $0 != 0 }) {
      if let scalar = Unicode.Scalar(UInt32(bitPattern: value)) { text.append(scalar) }
    }
    return ShownCell(
      text: String(text), attributes: attributes, pair: pair,
      isContinuation: curses_is_continuation(&cell) != 0)
  }

  /// All that ncurses holds.
  var shownCells: [ShownCell] {
    (0..<terminal.size.height).flatMap { y in
      (0..<terminal.size.width).map { x in cell(x: x, y: y) }
    }
  }
}
