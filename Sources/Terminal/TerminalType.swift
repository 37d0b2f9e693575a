import CNcurses
import Files
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
  /// descriptions that few systems bring along, and nearly all understand what xterm does.
  static let substitutes = ["xterm-256color", "xterm"]

  /// The type that it is drawn as; nil where nothing is described.
  ///
  /// That is its own, or another that nearly all understand. Not to be asked while a screen is open.
  public var drawnAs: String? {
    if isDescribed || name == "unknown" { return name }
    return Self.substitutes.first { TerminalType($0).isDescribed }
  }

  /// Whether its name says that it understands what xterm does.
  public var isKinOfXterm: Bool { TerminalKind.isKinOfXterm(name) }
}
