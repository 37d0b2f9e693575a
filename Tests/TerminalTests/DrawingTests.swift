import CNcurses
import Glibc
import Screen
import Testing

@testable import Terminal

extension TerminalTests {
  @Suite struct Drawing {
    @Test func wideAndCombiningTextLandsInTheRightCells() throws {
      try TestTerminal.with { terminal, test in
        var canvas = Canvas(size: terminal.size)
        canvas.draw("漢e\u{301}🇯🇵|", x: 0, y: 0, style: Style(.good, .bold))
        terminal.show(canvas)
        #expect(test.shownText(row: 0, columns: 6) == "漢e\u{301}🇯🇵|")
        #expect(test.cell(x: 1, y: 0).isContinuation)
        #expect(test.cell(x: 5, y: 0).text == "|")
        #expect(test.cell(x: 6, y: 0).text == " ")
      }
    }

    /// An unassigned scalar, and one that Swift knows and an older C library may not.
    @Test func unknownScalarsAreReplacedAndColumnsStay() throws {
      try TestTerminal.with { terminal, test in
        var canvas = Canvas(size: terminal.size)
        let end = canvas.draw("a\u{378}b\u{1FAE8}|", x: 0, y: 0)
        terminal.show(canvas)
        #expect(test.shownText(row: 0, columns: 3) == "a\u{FFFD}b")
        #expect(test.cell(x: end - 1, y: 0).text == "|")
        if wcwidth(0x1FAE8) == -1 {
          #expect(test.shownText(row: 0, columns: 6) == "a\u{FFFD}b\u{FFFD} |")
        }
      }
    }

    @Test func theEdgesAreFilled() throws {
      try TestTerminal.with { terminal, test in
        var canvas = Canvas(size: terminal.size)
        canvas.draw("xy", x: 78, y: 23)
        canvas.draw("漢", x: 78, y: 22)
        terminal.show(canvas)
        #expect(test.shownText(row: 23).hasSuffix(" xy"))
        #expect(test.shownText(row: 22).hasSuffix(" 漢"))
      }
    }

    @Test func aCanvasOfAnotherSizeIsCut() throws {
      try TestTerminal.with { terminal, test in
        var large = Canvas(size: Size(width: 100, height: 50))
        large.fill(x: 0, y: 0, width: 100, height: 50, style: .reverse)
        large.draw("漢", x: 79, y: 0)
        large.focus = (99, 49)
        terminal.show(large)
        #expect(test.cell(x: 79, y: 0).text == " ")
        #expect(test.cell(x: 79, y: 23).attributes & curses_reverse != 0)

        var small = Canvas(size: Size(width: 3, height: 1))
        small.draw("abc", x: 0, y: 0)
        terminal.show(small)
        #expect(test.shownText(row: 0) == "abc" + String(repeating: " ", count: 77))
        #expect(test.cell(x: 0, y: 1).attributes & curses_reverse == 0)
        terminal.show(Canvas(size: Size(width: 0, height: 0)))
        #expect(test.shownText(row: 0) == String(repeating: " ", count: 80))
      }
    }

    @Test func theCursorGoesToTheFocus() throws {
      try TestTerminal.with { terminal, test in
        var canvas = Canvas(size: terminal.size)
        canvas.focus = (12, 3)
        terminal.show(canvas)
        #expect(getcurx(curses_stdscr()) == 12 && getcury(curses_stdscr()) == 3)
        canvas.focus = (-4, 77)
        terminal.show(canvas)
        #expect(getcurx(curses_stdscr()) == 0 && getcury(curses_stdscr()) == 23)
        let before = test.sentCount
        canvas.isCursorShown = true
        terminal.show(canvas)
        #expect(test.sent(since: before).contains("\u{1B}[?25h"))
      }
    }

    @Test func onlyWhatChangedIsSent() throws {
      try TestTerminal.with { terminal, test in
        var canvas = Canvas(size: terminal.size)
        for y in 0..<24 { canvas.draw("line \(y)", x: 0, y: y) }
        terminal.show(canvas)
        let first = test.sentCount
        terminal.show(canvas)
        #expect(test.sentCount == first)
        canvas.draw("X", x: 40, y: 12)
        terminal.show(canvas)
        #expect(test.sentCount - first < 32)
        let second = test.sentCount
        terminal.suspend {}
        terminal.show(canvas)
        #expect(test.sentCount - second > first / 2)
        #expect(terminal.nextEvent(within: 0) == .resize(terminal.size))
      }
    }

    /// Whatever was shown before, the window holds what a first showing would put there.
    @Test(arguments: UInt64(0)..<12) func changedRowsAreEnough(seed: UInt64) throws {
      var generator = SplitMix(state: seed)
      var canvases: [Canvas] = []
      var canvas = Canvas(size: Size(width: 80, height: 24))
      for _ in 0..<25 {
        // Back to an earlier screen, as Escape does.
        if Int.random(in: 0..<4, using: &generator) == 0, let earlier = canvases.first {
          canvas = earlier
        }
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
          canvas.draw(
            generator.text(), x: Int.random(in: -3...80, using: &generator),
            y: Int.random(in: 0..<24, using: &generator), style: generator.style())
        }
        canvases.append(canvas)
      }
      var whole: [[TestTerminal.ShownCell]] = []
      for canvas in canvases {
        try TestTerminal.with { terminal, test in
          terminal.show(canvas)
          whole.append(test.shownCells)
        }
      }
      try TestTerminal.with { terminal, test in
        for (index, canvas) in canvases.enumerated() {
          terminal.show(canvas)
          let cells = test.shownCells
          #expect(cells == whole[index], "seed \(seed), canvas \(index)")
        }
      }
    }

    @Test(
      arguments: [
        (.auto, nil, true, 0), (.auto, "", true, 0), (.auto, "1", false, curses_bold),
        (.dark, nil, true, 0), (.light, nil, true, 0), (.dark, "1", false, curses_bold),
        (.plain, nil, false, curses_bold), (.highContrast, nil, false, curses_reverse),
      ] as [(Colours, String?, Bool, attr_t)])
    func coloursAreAsAskedFor(
      colours: Colours, noColour: String?, isColoured: Bool, added: attr_t
    ) throws {
      let previous = getenv("NO_COLOR").map { String(cString: $0) }
      unsetenv("NO_COLOR")
      if let noColour { setenv("NO_COLOR", noColour, 1) }
      defer {
        unsetenv("NO_COLOR")
        if let previous { setenv("NO_COLOR", previous, 1) }
      }
      try TestTerminal.with(colours: colours) { terminal, test in
        var canvas = Canvas(size: terminal.size)
        canvas.draw("a", x: 0, y: 0, style: Style(.error, .underline))
        canvas.draw("b", x: 1, y: 0, style: Style(.text, [.dim, .reverse]))
        terminal.show(canvas)
        let first = test.cell(x: 0, y: 0)
        let second = test.cell(x: 1, y: 0)
        #expect((first.pair != 0) == isColoured)
        let known = curses_bold | curses_underline | curses_reverse
        #expect(first.attributes & known == curses_underline | added)
        #expect(second.pair == 0)
        let isDim = second.attributes & curses_dim != 0
        #expect(isDim == (colours != .highContrast))
        #expect(second.attributes & curses_reverse != 0)
        let red = colours == .auto ? "\u{1B}[31m" : colours == .dark ? "38;5;210m" : "38;5;124m"
        #expect(test.sent().contains(red) == isColoured)
      }
    }

    @Test func aTerminalWithoutColoursHasTheAttributes() throws {
      try TestTerminal.with(type: "vt100") { terminal, test in
        var canvas = Canvas(size: terminal.size)
        canvas.draw("a", x: 0, y: 0, style: Style(.error, .bold))
        terminal.show(canvas)
        #expect(test.cell(x: 0, y: 0).pair == 0)
        #expect(test.cell(x: 0, y: 0).attributes & curses_bold != 0)
        #expect(!test.sent().contains("2004"))
      }
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014), so that a failing seed can be run again.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func text() -> String {
    let parts = [
      "a", "word ", "漢", "字", "e\u{301}", "👨‍👩‍👧", "🇯🇵", "█", " ", "    ", "\t", "\u{1FAE8}", "\u{378}",
      "कि",
    ]
    let count = Int.random(in: 0...15, using: &self)
    return (0..<count).map { _ in parts[Int.random(in: parts.indices, using: &self)] }.joined()
  }

  mutating func style() -> Style {
    let roles = Style.Role.allCases
    return Style(
      roles[Int.random(in: roles.indices, using: &self)],
      Style.Attributes(rawValue: UInt8.random(in: 0..<16, using: &self)))
  }
}
