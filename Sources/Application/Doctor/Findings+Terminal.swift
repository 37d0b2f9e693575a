import Files

/// A type of terminal, as far as a check looks at it.
package struct TerminalDescription {
  /// The name in `TERM`.
  package let name: String
  /// The name under which it is drawn: another where the terminal database does not know this one; nil where
  /// it knows neither.
  package let drawnAs: String?
  /// Whether its name says that it understands what that other one does.
  package let isKin: Bool

  package init(name: String, drawnAs: String?, isKin: Bool = true) {
    (self.name, self.drawnAs, self.isKin) = (name, drawnAs, isKin)
  }

  /// What is to be said of it before anything is drawn; nil if nothing is.
  package var warning: String? {
    guard let drawnAs, drawnAs != name, !isKin else { return nil }
    return "no description of “\(name)” is installed here; it is drawn as \(drawnAs)"
  }
}

extension Findings {
  /// Whether the terminal can show screens.
  mutating func checkTerminal() {
    let name = terminal?.name ?? ""
    let other = terminal?.drawnAs.flatMap { $0 == name ? nil : ", drawn as \($0)" } ?? ""
    note("terminal", hasScreen ? name + other : "none here", terminalFaults)
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
    guard type.drawnAs == nil else { return [] }
    return [
      "no description of “\(type.name)” is installed here, nor of xterm; install ncurses-base"
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
