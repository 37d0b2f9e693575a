import CNcurses
import Glibc

/// What `TERM` says the terminal is, and whether its description is installed here.
public struct TerminalType: Sendable {
  public let name: String

  public init(_ name: String) { self.name = name }

  /// The type that the environment names; nil if it names none.
  public static var current: TerminalType? {
    getenv("TERM").map { TerminalType(String(cString: $0)) }.flatMap { $0.name.isEmpty ? nil : $0 }
  }

  /// Whether the terminal database has a description of it; not to be asked while a screen is open.
  public var isDescribed: Bool { curses_describes(name) }

  /// The types to draw as where this one has no description, the best first: newer terminals have
  /// descriptions that few systems bring along, and understand what xterm does.
  var substitutes: [String] {
    let family = name.prefix { $0 != "-" }
    guard Self.kinOfXterm.contains(String(family)) || Self.endings.contains(where: name.hasSuffix)
    else { return [] }
    return ["xterm-256color", "xterm"]
  }

  private static let kinOfXterm: Set = [
    "alacritty", "contour", "foot", "ghostty", "gnome", "iTerm2", "iterm2", "kitty", "konsole",
    "mintty", "rio", "rxvt", "st", "tmux", "vte", "wezterm", "xterm",
  ]
  private static let endings = ["-256color", "-direct", "-truecolor"]
}
