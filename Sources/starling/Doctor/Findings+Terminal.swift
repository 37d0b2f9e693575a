import Glibc
import Terminal

extension Findings {
  /// Whether the terminal can show screens.
  mutating func checkTerminal() {
    note("terminal", TerminalType.current?.name ?? "not set", terminalFaults)
  }

  private var terminalFaults: [String] {
    switch TerminalType.current?.name {
    case nil, "dumb", "unknown":
      // Where nobody looks at a screen there need not be one.
      guard isatty(STDOUT_FILENO) == 1 else { return [] }
      return ["TERM names no terminal with a screen; use “starling practice --plain”"]
    case let name?:
      guard !TerminalType(name).isDescribed else { return [] }
      return [
        "no description of “\(name)” is installed here; use TERM=xterm-256color, or install ncurses-term"
      ]
    }
  }
}
