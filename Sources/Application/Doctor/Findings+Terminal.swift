import Files

/// A type of terminal, as far as a check looks at it.
package struct TerminalDescription {
  /// The name in `TERM`.
  package let name: String
  /// Whether the terminal database knows it.
  package let isDescribed: Bool

  package init(name: String, isDescribed: Bool) {
    self.name = name
    self.isDescribed = isDescribed
  }
}

extension Findings {
  /// Whether the terminal can show screens.
  mutating func checkTerminal() {
    note("terminal", hasScreen ? terminal?.name ?? "" : "none here", terminalFaults)
  }

  private var hasScreen: Bool {
    ![nil, "dumb", "unknown"].contains(terminal?.name)
  }

  private var terminalFaults: [String] {
    guard let type = terminal, hasScreen else {
      // Where nobody looks at a screen there need not be one.
      guard StandardStreams.isOutputTerminal else { return [] }
      return ["TERM names no terminal with a screen; use “starling practice --plain”"]
    }
    guard !type.isDescribed else { return [] }
    return [
      "no description of “\(type.name)” is installed here; use TERM=xterm-256color, or install ncurses-term"
    ]
  }

  /// Whether the locale has the characters that text is shown in.
  mutating func checkLocale() {
    let characters = Environment.characters
    note(
      "locale", characters,
      characters == "UTF-8"
        ? [] : ["the locale's characters are \(characters), not UTF-8; set LC_ALL=C.UTF-8"])
  }
}
