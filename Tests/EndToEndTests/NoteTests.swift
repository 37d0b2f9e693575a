import Glibc
import TestSupport
import Testing

/// The person's own note on a card, written in their editor.
@Suite(.timeLimit(.minutes(20))) struct NoteTests {
  /// What stands above the note in an editor that nothing is known of.
  private static let leaving = "#! save the file to keep this, and close the editor to go on\n"

  private func session(_ home: TemporaryHome, editor: String) throws -> ProgramSession {
    try home.writeDeck("sample", sampleDeck)
    let script = try home.writeScript("editor", editor)
    let session = try home.session(
      "practice", "sample", environment: home.environment(adding: ["EDITOR": script]))
    try session.wait(for: "piano")
    return session
  }

  @Test func theEditorHasTheTerminalAsItWasAndTheNoteStays() throws {
    let home = try TemporaryHome()
    let ordinary = try PseudoTerminal().modes()
    let session = try session(
      home,
      editor: """
        stty -a > '\(home.file("modes"))'
        echo the editor is here
        read answer
        echo "$answer" >> "$1"
        cp "$1" '\(home.file("copy"))'
        ls -ld "$1" "${1%/*}" > '\(home.file("listing"))'
        """)
    try session.type("e\u{18}", andWaitFor: "the editor is here")
    let before = try #require(session.output.split(separator: "the editor is here").first)
    #expect(PrivateModes(after: before).isOrdinary)
    #expect(try home.text(of: "modes") == ordinary)
    try session.type("we carried it\r", andWaitFor: "piano")
    try session.wait(for: Mark.question)
    #expect(PrivateModes(after: session.output).hasAlternateScreen)
    try session.type("\r", andWaitFor: "we carried it")
    #expect(try home.text(of: "copy") == "\(Self.leaving)we carried it\n")
    let listing = try home.text(of: "listing")
    #expect(listing.contains("-rw------- ") && listing.contains("drwx------ "), "\(listing)")

    // The next time the editor has what is there already.
    try session.type("e\u{18}", andWaitFor: "the editor is here")
    try session.type("and so did she\r", andWaitFor: Mark.reveal)
    try session.leaveReveal()
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(try home.text(of: "copy") == "\(Self.leaving)we carried it\nand so did she\n")
    let plain = try home.starling("practice", "sample", "--plain", input: "\n")
    #expect(plain.output.contains("we carried it\nand so did she\n"))
  }

  @Test func escapeSequencesInANoteAreNotShown() throws {
    let home = try TemporaryHome()
    let session = try session(
      home, editor: #"printf 'mine \033[31mred\033]0;owned\007 \302\233 2J end\n' > "$1""#)
    session.type("e\u{18}")
    try session.wait(for: Mark.question)
    try session.type("\r", andWaitFor: "mine")
    try session.wait(for: Mark.reveal)
    #expect(session.answer.contains("mine [31mred]0;owned  2J end"))
    try session.leaveReveal()
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(!session.output.commandsTheTerminal)
    #expect(!session.output.contains("\u{1B}[31m"))
    let plain = try home.starling("practice", "sample", "--plain", input: "\n")
    #expect(plain.output.contains("mine [31mred"))
    #expect(!plain.output.containsControls)
  }

  @Test(arguments: [SIGTERM, SIGHUP]) func anEndAskedForMeanwhileIsHeededAtOnceAndWhatIsSavedStays(
    signal: Int32
  ) throws {
    let home = try TemporaryHome()
    // One that never ends by itself.
    let session = try session(
      home,
      editor: "echo we carried it > \"$1\"; echo the editor is here; while :; do read x; done")
    try session.type("e\u{18}", andWaitFor: "the editor is here")
    session.process.send(signal)
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(PrivateModes(after: session.output).isOrdinary)
    #expect(try session.terminal.modes() == PseudoTerminal().modes())
    #expect(session.output.contains("what you wrote is in \(home.path)/writing/"))
    // The next note on this card begins with it.
    let plain = try home.starling("practice", "sample", "--plain", input: "e\n\n\n")
    #expect(plain.output.contains("Your note so far:\nwe carried it\n"))
    #expect(plain.output.contains("The note is kept."))
    #expect(throws: (any Error).self) { try home.text(of: "writing") }
  }

  @Test(arguments: ["exit 1", "rm \"$1\"", "kill -9 $$"])
  func anEditorThatFailsChangesNothing(editor: String) throws {
    let home = try TemporaryHome()
    let session = try session(home, editor: editor)
    session.type("e\u{18}")
    try session.wait(for: "!")
    try session.type("\u{1B}", andWaitFor: Mark.question)
    try session.type("\r", andWaitFor: Mark.reveal)
    #expect(!session.answer.contains("Your note"))
    try session.leaveReveal()
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(PrivateModes(after: session.output).isOrdinary)
  }

  @Test func anEditorWithArgumentsGetsThemAsAShellWould() throws {
    let home = try TemporaryHome()
    try home.writeDeck("sample", sampleDeck)
    let editor = try home.writeScript("editor", "echo \"$1 $2\" > \"$3\"")
    let session = try home.session(
      "practice", "sample",
      environment: home.environment(adding: ["EDITOR": "\(editor) --wait 'two words'"]))
    try session.wait(for: "piano")
    session.type("e\u{18}")
    try session.wait(for: Mark.question)
    try session.type("\r", andWaitFor: "--wait two words")
    try session.leaveReveal()
    #expect(try session.exitStatus() == .exitCode(0))
  }
}
