/// How colourful the screen is.
public enum Colours: String, CaseIterable, Sendable {
  /// The theme's colours, unless `NO_COLOR` is set to something or the terminal has none.
  case auto
  /// No colours; bold, dim, reverse and underline stay.
  case plain
  /// The theme's own text and background colours only, which the person chose to be readable:
  /// coloured text is bold instead, and nothing is dim.
  case highContrast
}
