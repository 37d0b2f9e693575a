import Glibc
import TestSupport
import Testing

/// Completion as a person has it, in each shell that is installed.
@Suite(.timeLimit(.minutes(20))) struct CompletionTests {
  enum Shell: String {
    case bash, zsh, fish

    var isInstalled: Bool { (try? ProgramPath.installed(rawValue)) != nil }

    /// Starts it with nothing of the person's, and with the completions under `~/.local`.
    func start(_ share: String) -> (command: String, setUp: String) {
      switch self {
      case .bash:
        ("bash --noprofile --norc", ". '\(share)/bash-completion/completions/starling'")
      case .zsh:
        (
          "zsh -f",
          "fpath=('\(share)/zsh/site-functions' $fpath); autoload -U compinit; compinit -D -u"
        )
      case .fish: ("fish", "function fish_prompt; echo -n '$ '; end")
      }
    }
  }

  @Test(.enabled(if: Shell.bash.isInstalled, "bash is not installed"))
  func bashCompletesCommandsDecksAndCards() throws { try complete(in: .bash) }

  @Test(.enabled(if: Shell.zsh.isInstalled, "zsh is not installed"))
  func zshCompletesCommandsDecksAndCards() throws { try complete(in: .zsh) }

  @Test(.enabled(if: Shell.fish.isInstalled, "fish is not installed"))
  func fishCompletesCommandsDecksAndCards() throws { try complete(in: .fish) }

  private func complete(in shell: Shell) throws {
    let home = try TemporaryHome()
    #expect(try home.install().status == .exitCode(0))
    try home.write(sampleDeck, to: "home/.config/starling/decks/sample.yaml")
    let (command, setUp) = shell.start(home.file("home/.local/share"))
    // The index of the decks, by which their ids are known, is made by any command.
    let screen = try TmuxScreen(
      "cd && starling due --json && exec \(command)", environment: home.cleanEnvironment(),
      home: home)
    try screen.wait(for: "unseen")
    try screen.type(setUp)
    try screen.press("Enter")
    try screen.type("clear; echo rea''dy")
    try screen.press("Enter")
    try screen.wait(for: "ready")

    /// What becomes of a line by the key that completes; the sign behind it tells what was put in
    /// from what is only suggested.
    func complete(_ line: String, to wanted: String, isWhole: Bool = true) throws {
      try screen.type(line)
      try screen.press("Tab")
      try screen.type("@")
      try screen.wait(for: wanted + (isWhole ? " @" : "@"))
      try screen.press("C-u")
    }
    try complete("starling und", to: "starling undo")
    try complete("starling decks se", to: "starling decks search")
    // A card may follow, or nothing.
    try complete("starling practice samp", to: "starling practice sample", isWhole: false)
    try complete("starling grade sample/B", to: "starling grade sample/B2")
    try complete("starling grade sample/B2 har", to: "starling grade sample/B2 hard")
    try screen.type("starling memory star-people/PE-0")
    try screen.press("Tab")
    try screen.press("Tab")
    try screen.wait(for: "PE-02")
  }

  /// Names out of the notebook, and what a setting takes.
  @Test(arguments: [
    ("brief", ["brief", "A"], "Acme"), ("log show", ["log", "show", "Acme", "--round", ""], "2"),
    ("stories show", ["stories", "show", "N"], "Night list"),
    ("practice", ["practice", "--story", "N"], "Night list"),
    ("config", ["config", "memory.fuzz", ""], "off"),
    ("practice", ["practice", "--family", ""], "TEAM"),
  ])
  func namesOfThePersonsOwnAreCompleted(path: String, words: [String], expected: String) throws {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Acme", "--at", "2040-01-02T14:00Z", "--round", "2")
    _ = try home.starling("stories", "add", "Night list")
    let option = words.first { $0.hasPrefix("--") }
    let count = path.split(separator: " ").count
    let place = option ?? "positional@\(words.count - count - 1)"
    var environment = home.environment()
    environment["SAP_SHELL"] = "bash"
    let run = try CommandRun(
      ProgramPath.built("starling"),
      ["---completion"] + path.split(separator: " ").map(String.init)
        + ["--", place, "\(words.count)", "0", "starling"] + words, environment: environment)
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(run.output.split(separator: "\n").contains(Substring(expected)), "\(run.output)")
  }

  @Test func completingMakesNothingAndWaitsForNobody() throws {
    let home = try TemporaryHome()
    try home.write("", to: "home/x")
    var environment = home.cleanEnvironment()
    environment["SAP_SHELL"] = "bash"
    let run = try CommandRun(
      ProgramPath.built("starling"),
      [
        "---completion", "decks", "show", "--", "positional@0", "3", "6", "starling", "decks",
        "show", "star-p",
      ],
      environment: environment)
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(run.output.contains("star-people\n"))
    let left = try CommandRun(
      ProgramPath.installed("find"), [home.file("home"), "-mindepth", "1"],
      environment: environment)
    #expect(left.output == home.file("home/x") + "\n")
  }
}
