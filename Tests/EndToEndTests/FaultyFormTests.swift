import TestSupport
import Testing

/// A form that comes back from the editor with faults in it.
@Suite(.timeLimit(.minutes(20))) struct FaultyFormTests {
  /// A home with an employer, and an editor that runs these lines of shell and counts its starts.
  private func home(editor: String) throws -> (TemporaryHome, [String: String]) {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Beta", "--at", "2040-01-03T14:00Z")
    let script = try home.writeScript(
      "editor.sh", "echo >> '\(home.file("starts"))'\ncp \"$1\" '\(home.file("seen"))'\n\(editor)\n"
    )
    return (home, home.environment(adding: ["EDITOR": script]))
  }

  private static let fault = """
    sed -i 's/topic: other/topic: newz/; s/^fact:.*/fact: a new site/' "$1"
    """

  @Test func itIsOpenedAgainWithItsFaultsWhenThePersonWantsIt() throws {
    let (home, environment) = try home(
      editor: """
        if grep -q '^#! line' "$1"; then sed -i 's/topic: newz/topic: news/' "$1"
        else \(Self.fault); fi
        """)
    let session = try home.session("facts", "add", "Beta", "--editor", environment: environment)
    try session.wait(for: "Enter opens the form again")
    #expect(session.output.contains("the fact is not kept yet: `topic` takes earns"))
    session.type("\r")
    #expect(try session.exitStatus() == .exitCode(0))
    #expect(session.output.contains("kept “a new site” under number 1"))
    let seen = try home.text(of: "seen")
    let lines = seen.split(separator: "\n")
    #expect(lines[0] == "#! save the file to keep this, and close the editor to go on")
    #expect(lines[1].hasPrefix("#! line 6: `topic` takes earns, aims"))
    #expect(lines[5] == "topic: newz", "the line that it names")
    #expect(try home.starling("facts", "list", "Beta").output.contains("news"))
  }

  @Test(arguments: ["q", "\u{3}"])
  func anyOtherKeyLeavesAndTheNextFormBeginsWithIt(_ key: String) throws {
    // This one writes a line of its own above all others, and never mends anything.
    let (home, environment) = try home(
      editor: "\(Self.fault)\nsed -i '1i # so many' \"$1\"")
    let session = try home.session("facts", "add", "Beta", "--editor", environment: environment)
    for _ in 1...3 {
      try session.wait(for: "Enter opens the form again")
      session.type("\r")
    }
    try session.wait(for: "Enter opens the form again")
    session.type(key)
    #expect(try session.exitStatus() == .exitCode(65))
    #expect(
      session.output.contains("what you wrote is in \(home.path)/unfinished-fact.yaml, line 8;"))
    #expect(try home.text(of: "starts").count == 4, "and no more")
    let kept = try home.text(of: "unfinished-fact.yaml")
    #expect(kept.contains("fact: a new site") && !kept.contains("#!"))

    let mending = try home.writeScript(
      "mending.sh", "cp \"$1\" '\(home.file("seen"))'; sed -i 's/topic: newz/topic: news/' \"$1\"")
    let next = try home.session(
      "facts", "add", "Beta", "--editor", environment: home.environment(adding: ["EDITOR": mending])
    )
    #expect(try next.exitStatus() == .exitCode(0))
    let seen = try home.text(of: "seen").split(separator: "\n")
    #expect(seen[1] == "#! you left this form unfinished; clear it to start again")
    #expect(
      seen[2].hasPrefix("#! line 11: `topic` takes") && seen[10] == "topic: newz", "\(seen)")
    #expect(try home.starling("facts", "list", "Beta").output.contains("a new site"))
    #expect(throws: (any Error).self) { try home.text(of: "unfinished-fact.yaml") }
  }

  @Test func aFormWhoseTitleIsTakenIsNotLost() throws {
    let (home, environment) = try home(
      editor: "sed -i 's/^title:.*/title: The depot/; s/^situation:.*/situation: Snow./' \"$1\"")
    #expect(try home.starling("stories", "add", "The depot").status == .exitCode(0))
    let session = try home.session("stories", "add", "--editor", environment: environment)
    #expect(try session.exitStatus() == .exitCode(65))
    #expect(session.output.contains("there is a story “The depot” already"))
    #expect(session.output.contains("what you wrote is in \(home.path)/unfinished-story.yaml;"))
    #expect(try home.text(of: "unfinished-story.yaml").contains("situation: Snow."))
  }

  @Test func aFormThatComesBackWithTheSameFaultsIsKeptAsAFileAndEmptyingItBeginsAnew() throws {
    let (home, environment) = try home(editor: "sed -i 's/^fact:.*/fact: [oops/' \"$1\"")
    let session = try home.session("facts", "add", "Beta", "--editor", environment: environment)
    try session.wait(for: "Enter opens the form again")
    session.type("\r")
    #expect(try session.exitStatus() == .exitCode(65))
    #expect(session.output.contains("the next form in your editor begins with it"))
    #expect(try home.text(of: "unfinished-fact.yaml").contains("fact: [oops"))
    let emptying = try home.writeScript("emptying.sh", ": > \"$1\"")
    let next = try home.session(
      "facts", "add", "Beta", "--editor",
      environment: home.environment(adding: ["EDITOR": emptying]))
    #expect(try next.exitStatus() == .exitCode(0))
    #expect(throws: (any Error).self) { try home.text(of: "unfinished-fact.yaml") }
  }
}
