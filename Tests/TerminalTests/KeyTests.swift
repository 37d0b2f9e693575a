import Glibc
import Screen
import TestSupport
import Testing

@testable import Terminal

extension TerminalTests {
  @Suite struct Keys {
    @Test(
      arguments: [
        ("a", .key(.character("a"))), ("Q", .key(.character("Q"))), (" ", .key(.character(" "))),
        ("é", .key(.character("é"))), ("漢", .key(.character("漢"))), ("🙂", .key(.character("🙂"))),
        ("\r", .key(.enter)), ("\n", .key(.enter)), ("\t", .key(.tab)),
        ("\u{7F}", .key(.backspace)), ("\u{8}", .key(.backspace)),
        ("\u{1}", .key(.control("a"))), ("\u{4}", .key(.control("d"))),
        ("\u{C}", .key(.control("l"))), ("\u{17}", .key(.control("w"))),
        ("\u{0}", .key(.control(" "))), ("\u{1F}", .key(.control("_"))),
        ("\u{1B}OA", .key(.up)), ("\u{1B}[A", .key(.up)), ("\u{1B}OB", .key(.down)),
        ("\u{1B}[B", .key(.down)), ("\u{1B}OC", .key(.right)), ("\u{1B}[D", .key(.left)),
        ("\u{1B}[5~", .key(.pageUp)), ("\u{1B}[6~", .key(.pageDown)),
        ("\u{1B}OH", .key(.home)), ("\u{1B}[H", .key(.home)), ("\u{1B}[1~", .key(.home)),
        ("\u{1B}OF", .key(.end)), ("\u{1B}[F", .key(.end)), ("\u{1B}[4~", .key(.end)),
        ("\u{1B}[3~", .key(.delete)), ("\u{1B}[Z", .key(.backTab)),
        ("\u{1B}[1;5D", .key(.wordLeft)), ("\u{1B}[1;5C", .key(.wordRight)),
        ("\u{1B}[1;3D", .key(.wordLeft)), ("\u{1B}[1;3C", .key(.wordRight)),
        ("\u{1B}b", .key(.wordLeft)), ("\u{1B}f", .key(.wordRight)),
        ("\u{1B}[1;5H", .key(.textStart)), ("\u{1B}[7^", .key(.textStart)),
        ("\u{1B}<", .key(.textStart)), ("\u{1B}>", .key(.textEnd)),
        ("\u{1B}[1;5F", .key(.textEnd)), ("\u{1B}[8^", .key(.textEnd)),
        ("\u{1B}[3;5~", .key(.deleteWord)), ("\u{1B}[3;3~", .key(.deleteWord)),
        ("\u{1B}[3^", .key(.deleteWord)), ("\u{1B}d", .key(.deleteWord)),
        ("\u{1B}\u{7F}", .key(.control("w"))), ("\u{1B}\u{8}", .key(.control("w"))),
        ("\u{1B}OP", .key(.function(1))), ("\u{1B}[15~", .key(.function(5))),
        ("\u{1B}[24~", .key(.function(12))),
        ("\u{1B}Op", .key(.character("0"))), ("\u{1B}Os", .key(.character("3"))),
        ("\u{1B}Ow", .key(.character("7"))), ("\u{1B}Oy", .key(.character("9"))),
        ("\u{1B}On", .key(.character("."))), ("\u{1B}Ok", .key(.character("+"))),
        ("\u{1B}[99;5u", .key(.control("c"))), ("\u{1B}[27;5;115~", .key(.control("s"))),
        ("\u{1B}[51u", .key(.character("3"))), ("\u{1B}[97;2u", .key(.character("A"))),
        ("\u{1B}[97:65;2u", .key(.character("A"))), ("\u{1B}[13;2u", .key(.enter)),
        ("\u{1B}[27u", .key(.escape)), ("\u{1B}[9;2u", .key(.backTab)),
        ("\u{1B}[127u", .key(.backspace)), ("\u{1B}[57402u", .key(.character("3"))),
        ("\u{13}", .key(.control("s"))), ("\u{11}", .key(.control("q"))),
      ] as [(String, InputEvent)])
    func bytes(_ bytes: String, mean event: InputEvent) throws {
      try TestTerminal.with { terminal, test in
        test.type(bytes + "|")
        #expect(terminal.nextEvent(within: 500) == event)
        #expect(terminal.nextEvent(within: 500) == .key(.character("|")))
      }
    }

    /// The digits in these would grade a card.
    @Test(arguments: [
      "\u{1B}[99;9u", "\u{1B}[51;1:3u", "\u{1B}[57441u", "\u{1B}[;u", "\u{1B}[27;5~",
      "\u{1B}[<0;33;13M", "\u{1B}[1;9A", "\u{1B}[12;34;1M", "\u{1B}O3", "\u{1B}3",
      "\u{1B}[?62;22c",
      "\u{1B}]11;rgb:1111/2222/3333\u{7}", "\u{1B}]11;rgb:1111/2222/3333\u{1B}\\",
      "\u{1B}P1$r0m\u{1B}\\", "\u{85}",
    ])
    func unknownSequencesAreSwallowed(bytes: String) throws {
      try TestTerminal.with { terminal, test in
        test.type(bytes)
        #expect(terminal.nextEvent(within: 150) == .tick)
        test.type("x")
        #expect(terminal.nextEvent(within: 500) == .key(.character("x")))
      }
    }

    @Test func escapeComesSoon() throws {
      try TestTerminal.with { terminal, test in
        let isSoon = try succeedsOnce(in: 5) {
          test.type("\u{1B}")
          let time = try ContinuousClock().measure {
            try #require(terminal.nextEvent(within: 1000) == .key(.escape))
          }
          return time < .milliseconds(200)
        }
        #expect(isSoon)
      }
    }

    @Test func keysTypedAheadComeInOrder() throws {
      try TestTerminal.with { terminal, test in
        test.type("a漢\u{1B}[Ab")
        let events = (0..<5).map { _ in terminal.nextEvent(within: 50) }
        let keys: [InputEvent] = [
          .key(.character("a")), .key(.character("漢")), .key(.up), .key(.character("b")), .tick,
        ]
        #expect(events == keys)
      }
    }

    @Test func aCharacterWhoseBytesArriveApartIsOneKey() throws {
      try TestTerminal.with { terminal, test in
        let bytes = Array("漢".utf8)
        test.type(bytes: [bytes[0]])
        let rest = try #require(DelayedBytes(Array(bytes.dropFirst()), into: test))
        #expect(terminal.nextEvent(within: 1000) == .key(.character("漢")))
        rest.wait()
      }
    }

    @Test func aTickComesWhenTheTimeHasPassed() throws {
      try TestTerminal.with { terminal, test in
        test.type("\u{1B}[99;9u")
        let time = ContinuousClock().measure {
          #expect(terminal.nextEvent(within: 120) == .tick)
        }
        #expect(time >= .milliseconds(119))
        #expect(terminal.nextEvent(within: 0) == .tick)
        #expect(terminal.nextEvent(within: -5) == .tick)
        test.type("a")
        #expect(terminal.nextEvent(within: .max) == .key(.character("a")))
      }
    }
  }

  @Suite struct Pastes {
    @Test(
      arguments: [
        ("two\rlines", "two\nlines"), ("a\r\nb\nc", "a\nb\nc"), ("漢 é 👨‍👩‍👧", "漢 é 👨‍👩‍👧"), ("", ""),
        ("a\tb", "a\tb"), ("a\u{7}b\u{202E}c", "abc"), ("1234q", "1234q"),
      ] as [(String, String)])
    func pasted(_ text: String, isOneEvent result: String) throws {
      try TestTerminal.with { terminal, test in
        test.type("\u{1B}[200~\(text)\u{1B}[201~x")
        #expect(terminal.nextEvent(within: 500) == .paste(result))
        #expect(terminal.nextEvent(within: 500) == .key(.character("x")))
      }
    }

    @Test func aPasteWithoutAnEndStillArrives() throws {
      try TestTerminal.with { terminal, test in
        test.type("\u{1B}[200~half")
        #expect(terminal.nextEvent(within: 500) == .paste("half"))
      }
    }

    @Test func aLongPasteIsWhole() throws {
      try TestTerminal.with { terminal, test in
        let text = String(repeating: "0123456789 漢\n", count: 2000)
        let writer = try #require(
          DelayedBytes(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8), into: test))
        #expect(terminal.nextEvent(within: 2000) == .paste(text))
        writer.wait()
      }
    }

    @Test func aPasteTooLongForAnAnswerIsDroppedWhole() throws {
      try TestTerminal.with { terminal, test in
        let text = String(repeating: "0123456789 3333q\r", count: 300_000)
        let writer = try #require(
          DelayedBytes(
            Array("\u{1B}[200~\(text)\u{1B}[201~\u{1B}[200~33\u{1B}[201~".utf8), into: test))
        let time = ContinuousClock().measure {
          #expect(terminal.nextEvent(within: 2000) == .pasteTooLong)
        }
        writer.wait()
        // Read byte by byte it takes some twenty seconds.
        #expect(time < .seconds(8))
        #expect(terminal.nextEvent(within: 100) == .tick)
        test.type("x")
        #expect(terminal.nextEvent(within: 500) == .key(.character("x")))
      }
    }

    @Test func theLongestPasteIsWhole() throws {
      try TestTerminal.with { terminal, test in
        let text = String(repeating: "é", count: InputEvent.longestPaste)
        let writer = try #require(
          DelayedBytes(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8), into: test))
        #expect(terminal.nextEvent(within: 2000) == .paste(text))
        writer.wait()
      }
    }

    @Test func marksAreAskedForAndGivenBack() throws {
      try TestTerminal.with { terminal, test in
        terminal.show(Canvas(size: terminal.size))
        #expect(test.sent().contains("\u{1B}[?2004h"))
        let before = test.sentCount
        terminal.suspend {
          #expect(test.sent(since: before).contains("\u{1B}[?2004l"))
          #expect(test.sent(since: before).contains("\u{1B}[?1049l"))
          #expect(!test.sent(since: before).contains("\u{1B}[?2004h"))
        }
        #expect(test.sent(since: before).contains("\u{1B}[?2004h"))
      }
    }
  }
}

/// Bytes that another thread types a little later.
private final class DelayedBytes {
  private let work: Work
  private var thread = pthread_t()

  private final class Work {
    let bytes: [UInt8]
    let test: TestTerminal
    init(_ bytes: [UInt8], _ test: TestTerminal) {
      self.bytes = bytes
      self.test = test
    }
  }

  init?(_ bytes: [UInt8], into test: TestTerminal) {
    work = Work(bytes, test)
    let argument = Unmanaged.passUnretained(work).toOpaque()
    let failure = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        let work = Unmanaged<Work>.fromOpaque(argument).takeUnretainedValue()
        usleep(20_000)
        work.test.type(bytes: work.bytes)
        return nil
      }, argument)
    if failure != 0 { return nil }
  }

  func wait() { pthread_join(thread, nil) }
}
