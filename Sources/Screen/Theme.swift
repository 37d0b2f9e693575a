/// Which colour or attribute stands for each role: one table, whatever terminal it is.
///
/// With 16 colours they are the terminal's own, of which no set can be read on every background: so
/// there is one for dark and one for light. With 256 they are fixed ones that no palette changes.
public enum Theme: CaseIterable, Sendable {
  case dark, light
  /// The background is not known: no colour but red for the sign of a problem.
  case unknown
  case plain, highContrast

  /// What a terminal is sent for a style.
  public struct Look: Equatable, Sendable {
    /// The number of the colour; nil for the terminal's own.
    public var colour: Int?
    public var attributes: Style.Attributes

    public init(colour: Int? = nil, _ attributes: Style.Attributes = []) {
      (self.colour, self.attributes) = (colour, attributes)
    }
  }

  /// A line of the table; nil is the terminal's own colour.
  private struct Line {
    /// The six that all terminals have.
    enum Colour: Int { case red = 1, green, yellow, blue, magenta, cyan }

    var dark: Colour?
    var light: Colour?
    /// Of the 256.
    var wideDark: Int?
    var wideLight: Int?
    var highContrast: Style.Attributes = []
    /// Where there is no colour.
    var plain: Style.Attributes = []

    init(
      _ dark: Colour? = nil, _ light: Colour? = nil, wide: (dark: Int, light: Int)? = nil,
      highContrast: Style.Attributes = [], plain: Style.Attributes = []
    ) {
      (self.dark, self.light) = (dark, light)
      (wideDark, wideLight) = (wide?.dark, wide?.light)
      (self.highContrast, self.plain) = (highContrast, plain)
    }
  }

  private static func line(_ role: Style.Role) -> Line {
    switch role {
    case .text: Line()
    case .situation: Line(.cyan, .blue, wide: (80, 23), highContrast: .bold, plain: .bold)
    case .task: Line(.yellow, .magenta, wide: (75, 25), highContrast: .bold, plain: .bold)
    case .action: Line(.cyan, .blue, wide: (176, 90), highContrast: .bold, plain: .bold)
    case .result: Line(.yellow, .magenta, wide: (179, 94), highContrast: .bold, plain: .bold)
    case .delivery: Line(highContrast: .bold, plain: .bold)
    case .weak:
      Line(.yellow, .red, wide: (179, 124), highContrast: .underline, plain: .underline)
    case .due: Line(.cyan, .blue, wide: (80, 25), highContrast: .bold, plain: .bold)
    // Green is too light for a light background of 16 colours.
    case .good: Line(.green, nil, wide: (114, 22), highContrast: .bold, plain: .bold)
    case .warn: Line(.yellow, .magenta, wide: (179, 94), highContrast: .bold, plain: .bold)
    case .error: Line(.red, .red, wide: (210, 124), highContrast: .reverse, plain: .bold)
    case .barDone: Line(highContrast: .bold)
    case .barRest: Line()
    }
  }

  /// What a terminal is sent for a style.
  ///
  /// A coloured cell is never bold, of which many terminals make another colour, and what is reversed
  /// keeps the terminal's own.
  ///
  /// - Parameters:
  ///   - style: the style.
  ///   - colours: how many colours the terminal has; 0 where it has none.
  /// - Returns: the colour and the attributes.
  public func look(of style: Style, colours: Int) -> Look {
    var look = Look(style.attributes)
    let line = Self.line(style.role)
    if self == .highContrast {
      look.attributes.remove(.dim)
      if look.attributes.contains(.reverse) { look.attributes.insert(.bold) }
      look.attributes.formUnion(line.highContrast)
      return look
    }
    guard !look.attributes.contains(.reverse) else { return look }
    if let colour = colour(line, style.role, colours: colours) {
      look.attributes.subtract([.bold, .dim])
      look.colour = colour
    } else {
      look.attributes.formUnion(line.plain)
    }
    return look
  }

  private func colour(_ line: Line, _ role: Style.Role, colours: Int) -> Int? {
    guard colours >= 8 else { return nil }
    let isWide = colours >= 256
    return switch self {
    case .dark: isWide ? line.wideDark : line.dark?.rawValue
    case .light: isWide ? line.wideLight : line.light?.rawValue
    case .unknown: role == .error ? Line.Colour.red.rawValue : nil
    case .plain, .highContrast: nil
    }
  }
}
