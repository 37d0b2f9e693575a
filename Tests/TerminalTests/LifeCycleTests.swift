import CNcurses
import Glibc
import Screen
import Testing

@testable import Terminal

extension TerminalTests {
  @Suite struct LifeCycle {
    @Test(arguments: [SIGINT, SIGQUIT, SIGTERM, SIGHUP])
    func aSignalIsAnEvent(signal: Int32) throws {
      try TestTerminal.with { terminal, test in
        raise(signal)
        test.type("a")
        #expect(terminal.nextEvent(within: 500) == .signal(signal))
        #expect(terminal.nextEvent(within: 500) == .key(.character("a")))
      }
    }

    @Test func afterAContinuationTheScreenIsDrawnAgain() throws {
      try TestTerminal.with { terminal, _ in
        raise(SIGCONT)
        #expect(terminal.nextEvent(within: 500) == .resize(Size(width: 80, height: 24)))
        #expect(terminal.nextEvent(within: 0) == .tick)
      }
    }

    /// Ctrl-C in the editor is the editor's; a wish to end the session is everyone's.
    @Test func whileSuspendedTheKeyboardsSignalsAreTheOtherProgrammes() throws {
      try TestTerminal.with { terminal, _ in
        terminal.suspend { _ = raise(SIGINT) }
        #expect(terminal.nextEvent(within: 0) == .resize(terminal.size))
        #expect(terminal.nextEvent(within: 0) == .tick)
        terminal.suspend { _ = raise(SIGTERM) }
        #expect(terminal.nextEvent(within: 0) == .signal(SIGTERM))
      }
    }

    @Test func suspendedWorkGetsTheSignalsUnblocked() throws {
      try TestTerminal.with { terminal, _ in
        var isBlocked = true
        terminal.suspend {
          var mask = sigset_t()
          pthread_sigmask(SIG_SETMASK, nil, &mask)
          isBlocked = [SIGINT, SIGTERM, SIGTSTP, SIGWINCH].contains { sigismember(&mask, $0) == 1 }
        }
        #expect(!isBlocked)
      }
    }

    @Test func whatSuspendedWorkThrowsComesThrough() throws {
      try TestTerminal.with { terminal, _ in
        #expect(throws: TerminalError.notATerminal) {
          try terminal.suspend { throw TerminalError.notATerminal }
        }
        #expect(terminal.nextEvent(within: 0) == .resize(terminal.size))
      }
    }

    @Test func signalsAreGivenBack() throws {
      var before = sigaction()
      var after = sigaction()
      var maskBefore = sigset_t()
      var maskAfter = sigset_t()
      sigaction(SIGTERM, nil, &before)
      pthread_sigmask(SIG_SETMASK, nil, &maskBefore)
      try TestTerminal.with { _, _ in }
      sigaction(SIGTERM, nil, &after)
      pthread_sigmask(SIG_SETMASK, nil, &maskAfter)
      #expect(
        unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self)
          == unsafeBitCast(after.__sigaction_handler.sa_handler, to: Int.self))
      for signal in 1...Int32(31) {
        #expect(sigismember(&maskBefore, signal) == sigismember(&maskAfter, signal))
      }
    }

    @Test func ignoredSignalsStayIgnored() throws {
      let previous = signal(SIGHUP, SIG_IGN)
      defer { signal(SIGHUP, previous) }
      try TestTerminal.with { terminal, _ in
        raise(SIGHUP)
        #expect(terminal.nextEvent(within: 0) == .tick)
      }
    }

    @Test func closedInputIsAHangUp() throws {
      try TestTerminal.with { terminal, test in
        test.hangUp()
        #expect(terminal.nextEvent(within: 500) == .hangUp)
        #expect(terminal.nextEvent() == .hangUp)
      }
    }

    @Test func outputThatGoesNowhereIsAHangUp() throws {
      var ends: [Int32] = [-1, -1]
      var screen: [Int32] = [-1, -1]
      try #require(pipe(&ends) == 0 && pipe(&screen) == 0)
      defer { close(ends[1]) }
      let input = try #require(fdopen(ends[0], "r"))
      let output = try #require(fdopen(screen[1], "w"))
      defer {
        fclose(input)
        fclose(output)
      }
      let previous = signal(SIGPIPE, SIG_IGN)
      defer { signal(SIGPIPE, previous) }
      let terminal = try CursesTerminal(
        type: "xterm", colours: .auto, output: output, input: input)
      defer { terminal.close() }
      close(screen[0])
      terminal.show(Canvas(size: terminal.size))
      #expect(terminal.nextEvent() == .hangUp)
    }

    @Test func exportedSizesAreNotBelieved() throws {
      setenv("LINES", "7", 1)
      setenv("COLUMNS", "13", 1)
      try TestTerminal.with { terminal, _ in
        #expect(terminal.size == Size(width: 80, height: 24))
      }
      #expect(getenv("LINES") == nil && getenv("COLUMNS") == nil)
    }

    @Test func thePlainLocaleDoesNotLoseText() throws {
      let previous = getenv("LC_ALL").map { String(cString: $0) }
      setenv("LC_ALL", "C", 1)
      defer {
        unsetenv("LC_ALL")
        if let previous { setenv("LC_ALL", previous, 1) }
      }
      try TestTerminal.with { terminal, test in
        var canvas = Canvas(size: terminal.size)
        canvas.draw("é漢", x: 0, y: 0)
        terminal.show(canvas)
        #expect(test.shownText(row: 0, columns: 3) == "é漢")
        test.type("é")
        #expect(terminal.nextEvent(within: 500) == .key(.character("é")))
      }
    }

    @Test func aTerminalThatCannotShowAScreenIsAnError() {
      #expect(throws: TerminalError.unknownTerminal(term: "unknown")) {
        try TestTerminal.with(type: "unknown") { _, _ in }
      }
      #expect(throws: TerminalError.cannotAddressCursor(term: "dumb")) {
        try TestTerminal.with(type: "dumb") { _, _ in }
      }
    }
  }

  /// ncurses places text by the C library's widths, so ``Screen`` has to count the same.
  @Test func widthsAgreeWithTheCLibrary() throws {
    setlocale(LC_CTYPE, "C.UTF-8")
    var differing: [String] = []
    var known = 0
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let width = Int(wcwidth(wchar_t(bitPattern: value)))
      // The soft hyphen is a format character, which is never drawn.
      if width < 0 || value == 0xAD { continue }
      known += 1
      if scalar.displayWidth != width {
        differing.append("\(String(value, radix: 16)): \(scalar.displayWidth), C \(width)")
      }
    }
    #expect(known > 200_000)
    // A C library of another edition of Unicode than 14 differs a little; the painter replaces that.
    let isOurs = wcwidth(0x1F6DD) == 2 && wcwidth(0x1FAE8) < 0
    #expect(differing.count <= (isOurs ? 0 : 500), "\(differing.prefix(100))")
  }
}

@Suite struct TerminalErrorTests {
  @Test(
    arguments: [
      (.notATerminal, "this needs a terminal; without one, use: starling practice --plain"),
      (
        .unknownTerminal(term: ""),
        "TERM is not set; set it to your terminal's type, or use: starling practice --plain"
      ),
      (
        .unknownTerminal(term: "x\u{1B}[31my\n"),
        "no description of “x[31my ” is installed here; set TERM=xterm-256color, install ncurses-term, or use: starling practice --plain"
      ),
      (
        .cannotAddressCursor(term: "dumb"),
        "the terminal type “dumb” cannot show a screen; use: starling practice --plain"
      ),
    ] as [(TerminalError, String)])
  func text(of error: TerminalError, is text: String) {
    #expect("\(error)" == text)
    #expect(!text.contains("\n"))
  }
}
