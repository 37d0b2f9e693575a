/// How colourful the screen is.
public enum Colours: String, CaseIterable, Sendable {
  /// By the terminal's background, if it says what that is; without any if `NO_COLOR` is set to something
  /// or the terminal has none.
  case auto
  /// For a dark background, and for a light one.
  case dark, light
  /// No colours; bold, reverse and underline stay.
  case plain
  /// The terminal's own text and background colours only, which the person chose to be readable: what
  /// has a colour elsewhere is bold, reversed or underlined, and nothing is dim.
  case highContrast
}
