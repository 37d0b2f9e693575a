import CNcurses
import Glibc
import Screen

/// Maps styles to what this terminal can show.
struct Palette {
  private let hasColour: Bool
  private let isHighContrast: Bool

  init(_ colours: Colours) {
    isHighContrast = colours == .highContrast
    // no-color.org: set and not empty.
    let isRefused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    hasColour = colours == .auto && !isRefused && has_colors()
    guard hasColour else { return }
    start_color()
    // The theme's own background; on terminals that can't name it, black.
    let background: Int16 = use_default_colors() == OK ? -1 : 0
    let numbers: [(Style.Colour, Int32)] = [
      (.red, COLOR_RED), (.green, COLOR_GREEN), (.yellow, COLOR_YELLOW),
      (.blue, COLOR_BLUE), (.magenta, COLOR_MAGENTA), (.cyan, COLOR_CYAN),
    ]
    for (colour, number) in numbers {
      init_pair(Int16(colour.rawValue), Int16(number), background)
    }
  }

  /// The ncurses attributes and colour pair for a style.
  subscript(style: Style) -> (attributes: attr_t, pair: Int32) {
    var wanted = style.attributes
    if isHighContrast {
      wanted.remove(.dim)
      if style.colour != .standard { wanted.insert(.bold) }
    }
    var attributes: attr_t = 0
    if wanted.contains(.bold) { attributes |= curses_bold }
    if wanted.contains(.dim) { attributes |= curses_dim }
    if wanted.contains(.reverse) { attributes |= curses_reverse }
    if wanted.contains(.underline) { attributes |= curses_underline }
    return (attributes, hasColour ? Int32(style.colour.rawValue) : 0)
  }
}
