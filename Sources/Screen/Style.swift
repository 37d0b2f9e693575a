/// How a cell looks: a colour of the person's own theme, plus attributes that survive without it.
///
/// Colour must never be the only carrier of a meaning; a word, a sign or an attribute says it too.
public struct Style: Hashable, Sendable {
  public enum Colour: UInt8, CaseIterable, Sendable {
    case standard, red, green, yellow, blue, magenta, cyan
  }

  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let bold = Attributes(rawValue: 1)
    /// Only for what may be missed: some terminals make it hard to read.
    public static let dim = Attributes(rawValue: 2)
    public static let reverse = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
  }

  public var colour: Colour
  public var attributes: Attributes

  public init(_ colour: Colour = .standard, _ attributes: Attributes = []) {
    self.colour = colour
    self.attributes = attributes
  }

  public static let plain = Style()
  public static let bold = Style(.standard, .bold)
  public static let dim = Style(.standard, .dim)
  public static let reverse = Style(.standard, .reverse)
}
