import Glibc
import TestSupport
import Testing

/// What is written at a card and is no answer yet stays there, whatever is done beside it.
@Suite(.timeLimit(.minutes(20))) struct DraftTests {
  private func home() throws -> TemporaryHome {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    return home
  }

  /// What stands in the first box of the first card.
  private func draft(_ home: TemporaryHome) throws -> String {
    try home.starling("practice", "sample", "--plain", input: "t\n").output
  }

  /// The words were not given as the answer, so that the grade is not one of them.
  @Test(arguments: ["3", " \t\r"]) func aGradeLeavesADraftThatOneCameBackFrom(keys: String) throws {
    let home = try home()
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type("t", andWaitFor: "Situation")
    try session.type("Snow in March", andWaitFor: "March")
    try session.type("\u{1B}", andWaitFor: "draft of yours")
    try session.type("\r", andWaitFor: Mark.reveal)
    for key in keys { session.type(String(key)) }
    try session.wait(for: "wrong")
    try session.type("u", andWaitFor: "piano")
    session.process.send(SIGTERM)
    _ = try session.exitStatus()
    #expect(try draft(home).contains("So far: Snow in March"))
    #expect(try home.starling("export", "-").output.contains(#""mode": "spoken""#))
  }

  @Test func twoWindowsLeaveEachOtherTheirWords() throws {
    let home = try home()
    let one = try home.session("practice", "sample")
    try one.wait(for: "piano")
    try one.type("t", andWaitFor: "Situation")
    let two = try home.session("practice", "sample")
    try two.wait(for: "piano")
    try two.type("t", andWaitFor: "Situation")
    try two.type("written in the second", andWaitFor: "second")
    two.process.send(SIGTERM)
    _ = try two.exitStatus()
    try one.type("written in the first", andWaitFor: "first")
    one.process.send(SIGTERM)
    _ = try one.exitStatus()
    let kept = try draft(home)
    #expect(kept.contains("written in the first") && kept.contains("written in the second"))
  }

  @Test func whatAnEditorSavedBeforeAKillIsTheDraft() throws {
    let home = try home()
    let editor = try home.writeScript(
      "editor",
      "echo 'Ten good words' >>\"$1\"; echo the editor is here; while :; do read x || exit; done")
    let session = try home.session(
      "practice", "sample", environment: home.environment(adding: ["EDITOR": editor]))
    try session.wait(for: "piano")
    try session.type("E", andWaitFor: "the editor is here")
    session.process.send(SIGKILL)
    _ = try session.exitStatus()
    let again = try home.session("practice", "sample")
    try again.wait(for: "draft of yours")
    try again.type("t", andWaitFor: "Ten good words")
    again.process.send(SIGTERM)
    _ = try again.exitStatus()
    #expect(try !home.names().contains("writing"))
  }

  @Test func takingAGradeBackLeavesWhatWasBegunSince() throws {
    let home = try home()
    let session = try home.session("practice", "sample", "--cards", "1")
    try session.wait(for: "piano")
    try session.type("t", andWaitFor: "Situation")
    try session.type("the first answer", andWaitFor: "answer")
    try session.type("\u{4}", andWaitFor: Mark.reveal)
    try session.type("1", andWaitFor: "speak  ")
    try session.type("t", andWaitFor: "Situation")
    try session.type("a second draft", andWaitFor: "second")
    try session.type("\u{1B}", andWaitFor: "draft of yours")
    try session.type("u", andWaitFor: "Took back")
    session.process.send(SIGTERM)
    _ = try session.exitStatus()
    let kept = try home.starling("export", "-").output
    #expect(kept.contains("the first answer\\na second draft"), "\(kept)")
  }

  /// Nobody but the editor can read what it has kept of words that were never saved.
  @Test(arguments: [".answer.md.swp", "#answer.md#"])
  func whatOnlyTheEditorHasIsLeftAndNamed(name: String) throws {
    let home = try home()
    let editor = try home.writeScript(
      "editor",
      "echo unsaved >\"$(dirname \"$1\")/\(name)\"; echo the editor is here; while :; do read x || exit; done"
    )
    let session = try home.session(
      "practice", "sample", environment: home.environment(adding: ["EDITOR": editor]))
    try session.wait(for: "piano")
    try session.type("E", andWaitFor: "the editor is here")
    session.process.send(SIGKILL)
    _ = try session.exitStatus()
    for _ in 0..<2 {
      let run = try home.starling("practice", "sample", "--plain", input: "q\n")
      #expect(
        run.errors.contains("your editor has kept what you had not saved in \(home.path)/writing"))
      #expect(run.errors.contains(name))
    }
    #expect(try home.starling("doctor").output.contains(name))
  }

  /// Each window begins with the note as it is then, and what another has written meanwhile stays.
  @Test func twoWindowsLeaveEachOtherTheirNotes() throws {
    let home = try home()
    func session(_ word: String) throws -> ProgramSession {
      let editor = try home.writeScript(
        "editor-\(word)",
        "echo '\(word)' >>\"$1\"; echo \(word) is here; read x; test -z \"$x\" || cp \"$1\" '\(home.file("seen"))'"
      )
      let session = try home.session(
        "practice", "sample", "--new", environment: home.environment(adding: ["EDITOR": editor]))
      try session.wait(for: "piano")
      return session
    }
    let (one, two) = (try session("first"), try session("second"))
    try one.type("e\u{18}", andWaitFor: "first is here")
    try two.type("e\u{18}", andWaitFor: "second is here")
    try two.type("\n", andWaitFor: "piano")
    try one.type("\n", andWaitFor: "piano")
    try two.type("e\u{18}", andWaitFor: "second is here")
    try two.type("look\n", andWaitFor: "piano")
    for session in [one, two] {
      session.process.send(SIGTERM)
      _ = try session.exitStatus()
    }
    #expect(try home.text(of: "seen").hasSuffix("go on\nfirst\nsecond\nsecond\n"))
  }
}
