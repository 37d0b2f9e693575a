/// What the name of a terminal says of it.
package enum TerminalKind {
  /// Whether it understands what xterm does, or passes over what it does not.
  package static func isKinOfXterm(_ name: String) -> Bool {
    kin.contains(String(name.prefix { $0 != "-" })) || endings.contains(where: name.hasSuffix)
  }

  private static let kin: Set = [
    "alacritty", "contour", "foot", "ghostty", "gnome", "iTerm2", "iterm2", "kitty", "konsole",
    "mintty", "rio", "rxvt", "st", "tmux", "vte", "wezterm", "xterm",
  ]
  private static let endings = ["-256color", "-direct", "-truecolor"]
}
