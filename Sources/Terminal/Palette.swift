import CNcurses
import Glibc
import Screen

/// Maps styles to what this terminal can show.
struct Palette {
  private let theme: Theme
  /// How many colours there are; 0 where none is to be used.
  private let colours: Int

  /// - Parameters:
  ///   - choice: how colourful the screen is to be.
  ///   - background: that of the terminal, if it is known.
  init(_ choice: Colours, on background: Background?) {
    let count = Self.canColour(choice) ? Int(curses_colours()) : 0
    colours = count
    theme =
      switch choice {
      case .auto: background.map { $0 == .dark ? .dark : .light } ?? .unknown
      case .dark: .dark
      case .light: .light
      case .plain: .plain
      case .highContrast: .highContrast
      }
    guard count > 0 else { return }
    start_color()
    // The terminal's own background; on terminals that can't name it, black.
    let ground: Int16 = use_default_colors() == OK ? -1 : 0
    for role in Style.Role.allCases {
      guard let colour = theme.look(of: Style(role), colours: count).colour else { continue }
      init_pair(Int16(role.rawValue), Int16(colour), ground)
    }
  }

  /// Whether any colour may be used.
  static func canColour(_ choice: Colours) -> Bool {
    // no-color.org: set and not empty.
    let isRefused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    return choice != .plain && choice != .highContrast && !isRefused && has_colors()
  }

  /// The ncurses attributes and colour pair for a style.
  subscript(style: Style) -> (attributes: attr_t, pair: Int32) {
    let look = theme.look(of: style, colours: colours)
    var attributes: attr_t = 0
    if look.attributes.contains(.bold) { attributes |= curses_bold }
    if look.attributes.contains(.dim) { attributes |= curses_dim }
    if look.attributes.contains(.reverse) { attributes |= curses_reverse }
    if look.attributes.contains(.underline) { attributes |= curses_underline }
    return (attributes, look.colour == nil ? 0 : Int32(style.role.rawValue))
  }
}
