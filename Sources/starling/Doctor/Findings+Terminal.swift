import Files
import Terminal

extension Findings {
  /// Whether the terminal can show screens.
  mutating func checkTerminal() {
    note("terminal", hasScreen ? TerminalType.current?.name ?? "" : "none here", terminalFaults)
  }

  private var hasScreen: Bool {
    ![nil, "dumb", "unknown"].contains(TerminalType.current?.name)
  }

  private var terminalFaults: [String] {
    guard let type = TerminalType.current, hasScreen else {
      // Where nobody looks at a screen there need not be one.
      guard StandardStreams.isOutputTerminal else { return [] }
      return ["TERM names no terminal with a screen; use “starling practice --plain”"]
    }
    guard !type.isDescribed else { return [] }
    return [
      "no description of “\(type.name)” is installed here; use TERM=xterm-256color, or install ncurses-term"
    ]
  }
}
