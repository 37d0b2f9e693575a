import Glibc
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct RedrawTests {
  @Test func ctrlLDrawsOverWhatAnotherProgramHasWritten() throws {
    let home = try TemporaryHome()
    let screen = try home.screen("")
    try screen.wait(for: Mark.home)
    let before = try screen.cells()
    try scribble(on: screen)
    try screen.press("C-l")
    try screen.waitToLook(like: before)
  }

  @Test func aProgramThatWasHaltedAndGoesOnDrawsItselfAnew() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    // Beneath a shell, because tmux wakes whatever is halted right in its window.
    let trainer = "echo $$ > '\(home.file("process"))'; exec '\(try ProgramPath.built("starling"))'"
    let script = try home.writeScript("trainer", "\(trainer) practice sample")
    let screen = try TmuxScreen("\(script); exit", environment: home.environment(), home: home)
    try screen.wait(for: "piano")
    let before = try screen.cells()
    let process = try #require(pid_t(try home.text(of: "process").dropLast()))
    kill(process, SIGSTOP)
    try scribble(on: screen)
    kill(process, SIGCONT)
    try screen.waitToLook(like: before)
    try screen.press("x")
    try screen.wait(for: "wrong")
  }

  /// Writes on the screen as another program would.
  private func scribble(on screen: TmuxScreen) throws {
    let message = "\u{1B}[5;5HA message to all\n\u{1B}[31m and more"
    let terminal = open(try screen.value("pane_tty"), O_WRONLY | O_NOCTTY | O_CLOEXEC)
    defer { close(terminal) }
    #expect(write(terminal, message, message.utf8.count) == message.utf8.count)
    try screen.wait(for: "A message to all")
  }

  @Test func theHelpNamesEveryKeyOfEveryScreen() throws {
    let home = try TemporaryHome()
    let screen = try home.screen("", width: 80, height: 700)
    try screen.wait(for: Mark.home)
    let before = try screen.cells()
    try screen.press("?")
    try screen.wait(for: Mark.help)
    try screen.press("Tab")
    let keys = [
      "Enter", "Space", "w", "u", "o", "b", "x", "e", "p", "1", "2", "3", "4", "?", "Esc", "q",
      "Ctrl-L", "Ctrl-Z",
    ]
    try screen.wait(for: "all of \(keys)") { help in
      help.contains("Help · all keys")
        && Set(help.split(whereSeparator: \.isWhitespace).map(String.init)).isSuperset(of: keys)
    }
    for wayOut in ["?", "q", "Escape", "F1"] {
      try screen.press(wayOut)
      try screen.waitToLook(like: before)
      try screen.press("?")
      try screen.wait(for: Mark.help)
    }
  }

  @Test func afterItsEndTheScreenIsWhatItWas() throws {
    let home = try TemporaryHome()
    let screen = try TmuxScreen(
      "exec sh -i",
      environment: home.environment(adding: [
        "PS1": "ready> ", "STARLING": ProgramPath.built("starling"),
        "SWIFT_BACKTRACE": "enable=no",
      ]), home: home)
    try screen.wait(for: "ready>")
    for (signal, word) in [
      (SIGTERM, "ended 0"), (SIGSEGV, "ended 139"), (SIGABRT, "ended 134"),
    ] {
      try screen.type("clear; echo before; \"$STARLING\"; echo ended $?\n")
      try screen.wait(for: "alternate_on", toBe: "1")
      try screen.wait(for: Mark.home)
      kill(try ProcessStatus(of: screen.processID()).foregroundGroup, signal)
      let after = try screen.wait(for: word)
      #expect(try screen.value("alternate_on") == "0")
      #expect(try screen.value("cursor_flag") == "1")
      #expect(after.contains("before"))
      #expect(!after.contains(Mark.home))
    }
  }
}
