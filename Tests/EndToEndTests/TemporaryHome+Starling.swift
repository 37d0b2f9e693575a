import TestSupport

/// Starling with this folder as its home.
extension TemporaryHome {
  /// Runs a command without a terminal.
  func starling(
    _ arguments: String..., input: String = "", environment: [String: String]? = nil
  ) throws -> CommandRun {
    try CommandRun(
      ProgramPath.built("starling"), arguments, input: input,
      environment: environment ?? self.environment())
  }

  /// Starts the trainer in a pseudo-terminal.
  func session(
    _ arguments: String..., environment: [String: String]? = nil
  ) throws -> ProgramSession {
    try ProgramSession(
      ProgramPath.built("starling"), arguments, environment: environment ?? self.environment(),
      home: self)
  }

  /// Starts the trainer in a window of tmux.
  func screen(
    _ arguments: String = "", environment: [String: String]? = nil, width: Int = 80,
    height: Int = 24
  ) throws -> TmuxScreen {
    let all = environment ?? self.environment()
    let clock = all.filter { MovedClock.names.contains($0.key) }
    return try TmuxScreen(
      (["exec", "env"] + clock.map { "\($0.key)='\($0.value)'" }
        + ["'\(ProgramPath.built("starling"))'", arguments]).joined(separator: " "),
      environment: all.filter { clock[$0.key] == nil }, width: width, height: height, home: self)
  }
}

extension TemporaryHome {
  /// Leaves only decks of the person's own on, so that the day's session is made of them.
  func turnBundledDecksOff() throws {
    struct Listing: Decodable {
      var id: String
      var origin: String
    }
    let decks = try starling("decks", "list", "--json").decoded(as: [Listing].self)
    let run = try CommandRun(
      ProgramPath.built("starling"),
      ["decks", "off"] + decks.filter { $0.origin != "own" }.map(\.id), environment: environment())
    guard run.errors.isEmpty else { throw TestFailure(run.errors) }
  }
}

/// Starling installed in a home of its own, where nothing but `HOME` says what is where.
extension TemporaryHome {
  func cleanEnvironment() -> [String: String] {
    [
      "HOME": file("home"), "PATH": file("home/.local/bin") + ":" + ProgramPath.search,
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC",
    ]
  }

  /// Installs the program under `~/.local`.
  func install() throws -> CommandRun {
    try CommandRun(ProgramPath.built("starling"), ["install"], environment: cleanEnvironment())
  }
}
