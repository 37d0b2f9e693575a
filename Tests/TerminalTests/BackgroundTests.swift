import CNcurses
import Glibc
import Screen
import Testing

@testable import Terminal

extension TerminalTests {
  /// What a terminal says of its background, and what it must not become.
  @Suite struct Backgrounds {
    private static let question = "\u{1B}]11;?\u{1B}\\"
    private static let dark = "\u{1B}]11;rgb:0000/2b2b/3636\u{1B}\\"
    private static let light = "\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{7}"

    private func withoutHints(_ body: () throws -> Void) throws {
      let names = ["NO_COLOR", "COLORFGBG"]
      let before = names.map { name in getenv(name).map { String(cString: $0) } }
      names.forEach { unsetenv($0) }
      defer {
        for (name, value) in zip(names, before) { if let value { setenv(name, value, 1) } }
      }
      try body()
    }

    private func draw(on terminal: CursesTerminal) {
      var canvas = Canvas(size: terminal.size)
      canvas.draw("S", x: 0, y: 0, style: Style(.situation))
      canvas.draw("!", x: 1, y: 0, style: Style(.error))
      terminal.show(canvas)
    }

    @Test(arguments: [(dark, "38;5;80m"), (light, "38;5;23m")])
    func theAnswerDecides(_ answer: String, _ sent: String) throws {
      try withoutHints {
        try TestTerminal.with { terminal, test in
          draw(on: terminal)
          #expect(test.cell(x: 0, y: 0).pair == 0 && test.cell(x: 1, y: 0).pair != 0)
          #expect(test.cell(x: 0, y: 0).attributes & curses_bold != 0)
          test.type(answer + "|")
          #expect(terminal.settleColours())
          #expect(test.sent().contains(Self.question))
          draw(on: terminal)
          #expect(test.cell(x: 0, y: 0).pair != 0)
          #expect(test.cell(x: 0, y: 0).attributes & curses_bold == 0)
          #expect(test.sent().contains(sent), "\(test.sent())")
          #expect(terminal.nextEvent(within: 500) == .key("|"))
          // It is asked once.
          #expect(!terminal.settleColours())
        }
      }
    }

    @Test func whereNothingIsAnsweredTheEnvironmentMay() throws {
      try withoutHints {
        try TestTerminal.with { terminal, test in
          draw(on: terminal)
          #expect(!terminal.settleColours())
          draw(on: terminal)
          #expect(test.cell(x: 0, y: 0).pair == 0 && test.cell(x: 1, y: 0).pair != 0)
        }
        setenv("COLORFGBG", "0;15", 1)
        try TestTerminal.with { terminal, test in
          #expect(terminal.settleColours())
          draw(on: terminal)
          #expect(test.sent().contains("38;5;23m"))
        }
      }
    }

    @Test(arguments: [Colours.plain, .dark, .light, .highContrast])
    func whoeverHasChosenIsNotAsked(_ colours: Colours) throws {
      try withoutHints {
        try TestTerminal.with(colours: colours) { terminal, test in
          #expect(!terminal.settleColours())
          #expect(!test.sent().contains(Self.question))
        }
      }
    }

    @Test func aTerminalThatWouldNotUnderstandIsNotAsked() throws {
      for type in ["linux", "vt100"] {
        try withoutHints {
          try TestTerminal.with(type: type) { terminal, test in
            #expect(!terminal.settleColours())
            #expect(!test.sent().contains(Self.question))
          }
        }
      }
    }

    @Test func refusedColoursAreNotAskedFor() throws {
      try withoutHints {
        setenv("NO_COLOR", "1", 1)
        defer { unsetenv("NO_COLOR") }
        try TestTerminal.with { terminal, test in
          #expect(!terminal.settleColours())
          #expect(!test.sent().contains(Self.question))
        }
      }
    }

    /// What is typed meanwhile is not lost, and comes before what came after.
    @Test func keysTypedMeanwhileAreTaken() throws {
      try withoutHints {
        try TestTerminal.with { terminal, test in
          test.type("a" + Self.dark + "b")
          _ = terminal.settleColours()
          #expect(terminal.nextEvent(within: 500) == .key("a"))
          #expect(terminal.nextEvent(within: 500) == .key("b"))
          draw(on: terminal)
          #expect(test.sent().contains("38;5;80m"))
        }
      }
    }

    /// However it is parted and however late it is, it is no key: a digit in it would grade.
    @Test func aLateAnswerInTwoPartsIsNoKey() throws {
      for parting in 2..<Self.dark.utf8.count {
        try withoutHints {
          try TestTerminal.with { terminal, test in
            #expect(!terminal.settleColours())
            let bytes = Array(Self.dark.utf8)
            test.type(bytes: Array(bytes[..<parting]))
            #expect(terminal.nextEvent(within: 20) == .tick, "after \(parting)")
            test.type(bytes: Array(bytes[parting...]))
            test.type("|")
            #expect(terminal.nextEvent(within: 500) == .key("|"), "after \(parting)")
          }
        }
      }
    }

    @Test func aBracketIsAKeyAllTheSame() throws {
      try withoutHints {
        try TestTerminal.with { terminal, test in
          #expect(!terminal.settleColours())
          test.type("]a]")
          #expect(terminal.nextEvent(within: 500) == .key("]"))
          #expect(terminal.nextEvent(within: 500) == .key("a"))
          #expect(terminal.nextEvent(within: 500) == .key("]"))
          test.type("\u{1B}")
          #expect(terminal.nextEvent(within: 500) == .key(.escape))
        }
      }
    }
  }
}
