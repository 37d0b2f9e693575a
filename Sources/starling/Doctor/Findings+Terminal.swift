import Glibc

extension Findings {
  /// Whether the terminal, if there is one, can show screens.
  mutating func checkTerminal() {
    note("terminal", Self.variable("TERM") ?? "not set", terminalFaults)
  }

  private var terminalFaults: [String] {
    guard isatty(STDOUT_FILENO) == 1 else { return [] }
    switch Self.variable("TERM") {
    case nil, "", "dumb", "unknown":
      return ["TERM names no terminal with a screen; use “starling practice --plain”"]
    default: return []
    }
  }
}
