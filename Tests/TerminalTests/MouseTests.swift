import Screen
import TestSupport
import Testing

@testable import Terminal

extension TerminalTests {
  @Suite struct Mouse {
    private func with(_ body: (CursesTerminal, TestTerminal) throws -> Void) throws {
      try TestTerminal.with { terminal, test in
        terminal.setMouse(true)
        try body(terminal, test)
      }
    }

    @Test(
      arguments: [
        ("\u{1B}[<0;33;13M", MouseEvent(.press, x: 32, y: 12)),
        ("\u{1B}[<64;1;1M", MouseEvent(.wheelUp, x: 0, y: 0)),
        ("\u{1B}[<65;300;70M", MouseEvent(.wheelDown, x: 299, y: 69)),
        ("\u{1B}[M !!", MouseEvent(.press, x: 0, y: 0)),
        ("\u{1B}[Ma#$", MouseEvent(.wheelDown, x: 2, y: 3)),
      ] as [(String, MouseEvent)])
    func aReportIsRead(_ bytes: String, _ event: MouseEvent) throws {
      try with { terminal, test in
        test.type(bytes + "|")
        #expect(terminal.nextEvent(within: 500) == .mouse(event))
        #expect(terminal.nextEvent(within: 500) == .key("|"))
      }
    }

    /// A button that is let go, other buttons, Shift, and what no terminal sends.
    @Test(arguments: [
      "\u{1B}[<0;33;13m", "\u{1B}[<1;3;3M", "\u{1B}[<2;3;3M", "\u{1B}[<4;3;3M", "\u{1B}[<35;3;3M",
      "\u{1B}[<0;0;1M", "\u{1B}[<0;99999999999999999999;1M", "\u{1B}[<;;M", "\u{1B}[<0;1M",
      "\u{1B}[<1;2;3;4M", "\u{1B}[<0;-1;3M", "\u{1B}[<3M", "\u{1B}[<M", "\u{1B}[32;3;3M",
      "\u{1B}[<0;1;2~", "\u{1B}[< 1;2;3M", "\u{1B}[M#3#",
    ]) func allElseIsSwallowed(_ bytes: String) throws {
      try with { terminal, test in
        test.type(bytes)
        #expect(terminal.nextEvent(within: 150) == .tick)
        test.type("x")
        #expect(terminal.nextEvent(within: 500) == .key("x"))
      }
    }

    /// Keys are what they are without it.
    @Test(arguments: [
      ("\u{1B}[A", Key.up), ("\u{1B}[5~", .pageUp), ("\u{1B}[51u", "3"), ("\u{1B}OP", .function(1)),
      ("\u{1B}[99;5u", .control("c")),
    ]) func keysAreWhatTheyAre(_ bytes: String, _ key: Key) throws {
      try with { terminal, test in
        test.type(bytes)
        #expect(terminal.nextEvent(within: 500) == .key(key))
      }
    }

    @Test func aSequenceBrokenOffByAKeyLeavesTheKey() throws {
      try with { terminal, test in
        test.type("\u{1B}[<0;3\u{1B}[A")
        #expect(terminal.nextEvent(within: 500) == .key(.up))
      }
    }

    /// Reports in pieces, with pauses between: the event may come or not, and no digit of it is a key.
    @Test func reportsInPiecesAreNoKeys() throws {
      let campaign = Campaign("mouse reports in pieces", whole: 400, slice: 40)
      for seed in campaign.seeds {
        var generator = Generator(seed: seed)
        try with { terminal, test in
          let numbers = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            "\(Int.random(in: 0...300, using: &generator))"
          }
          let end = ["M", "m", "M", "M"].randomElement(using: &generator) ?? "M"
          let bytes = Array("\u{1B}[<\(numbers.joined(separator: ";"))\(end)".utf8)
          var start = 0
          while start < bytes.count {
            let length = Int.random(in: 1...4, using: &generator)
            let piece = Array(bytes[start..<min(start + length, bytes.count)])
            test.type(bytes: piece)
            start += piece.count
            let pause = Bool.random(using: &generator) ? 0 : 110
            let event = terminal.nextEvent(within: pause)
            guard case .key(let key) = event else { continue }
            #expect(key == .escape, "seed \(seed): \(event) in \(bytes)")
          }
          for _ in 0..<3 {
            if case .key(let key) = terminal.nextEvent(within: 60) {
              #expect(key == .escape, "seed \(seed): \(key)")
            }
          }
          test.type("x")
          #expect(terminal.nextEvent(within: 700) == .key("x"), "seed \(seed)")
        }
      }
    }

    @Test func itIsTurnedOnAndOffAndOnlyWhereThereIsOne() throws {
      try TestTerminal.with { terminal, test in
        #expect(!test.sent().contains("?1000"))
        terminal.setMouse(true)
        #expect(test.sent().contains("\u{1B}[?1000h\u{1B}[?1006h"))
        let before = test.sentCount
        terminal.setMouse(false)
        #expect(test.sent(since: before).contains("\u{1B}[?1006l\u{1B}[?1000l"))
      }
      try TestTerminal.with(type: "vt220") { terminal, test in
        terminal.setMouse(true)
        #expect(!test.sent().contains("?1000"))
      }
    }

    @Test func itIsTheOtherProgramsWhileThatRuns() throws {
      try with { terminal, test in
        let before = test.sentCount
        terminal.suspend { #expect(test.sent(since: before).contains("?1000l")) }
        #expect(test.sent(since: before).contains("?1000h"))
      }
    }
  }
}

private struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension TerminalTests {
  @Suite struct Signals {
    @Test(arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
      ("é漢\n", "w6nmvKIK"),
    ]) func bytesAsLetters(_ text: String, _ letters: String) {
      #expect(Base64.text(text.utf8) == letters)
    }

    @Test func aTextIsCopiedAndTold() throws {
      try TestTerminal.with { terminal, test in
        var before = test.sentCount
        #expect(terminal.copy("foo"))
        #expect(test.sent(since: before) == "\u{1B}]52;c;Zm9v\u{7}")
        before = test.sentCount
        terminal.notify("Now\u{1B}\u{7} then")
        #expect(test.sent(since: before) == "\u{1B}]9;Now then\u{7}")
        before = test.sentCount
        terminal.ring()
        #expect(test.sent(since: before).contains("\u{7}"))
      }
    }

    @Test func aTerminalThatWouldNotUnderstandIsToldNothing() throws {
      try TestTerminal.with(type: "vt220") { terminal, test in
        let before = test.sentCount
        #expect(!terminal.copy("foo"))
        terminal.notify("Now")
        #expect(test.sent(since: before) == "")
      }
    }
  }
}
