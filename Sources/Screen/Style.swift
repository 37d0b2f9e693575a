/// How a cell looks: what it is there for, plus attributes that survive without colour.
///
/// A role becomes a colour by the ``Theme``. Colour must never be the only carrier of a meaning: a word, a
/// sign or an attribute says it too; and it stands on letters, signs, bars and figures, never on words.
public struct Style: Hashable, Sendable {
  /// What something is there for.
  public enum Role: UInt8, CaseIterable, Sendable {
    /// Words, in the terminal's own colour.
    case text
    /// The letters of the parts, and their stretch of a bar.
    case situation, task, action, result, delivery
    case weak, due, good, warn
    /// The sign of a problem; its words are bold text.
    case error
    case barDone, barRest
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

  public var role: Role
  public var attributes: Attributes

  public init(_ role: Role = .text, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  public static let plain = Style()
  public static let bold = Style(.text, .bold)
  public static let dim = Style(.text, .dim)
  public static let reverse = Style(.text, .reverse)
}
