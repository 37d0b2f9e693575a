/// One field of a thing: what forms and the database call it, and what may stand in it.
///
/// Each sort of thing has one table of them, in which forms, JSON, lists, rows, the check of what
/// comes from outside and merging look, so that they cannot disagree.
public struct Field<Thing>: Sendable {
  /// What forms and JSON call it; nil for what no form has.
  public let key: String?
  /// The column that it stands in; nil for what is kept elsewhere.
  public let column: String?
  public let kind: FieldKind<Thing>
  /// What it is called on a screen.
  public let title: String
  /// How much is written in it, where it is text.
  public let length: Length
  /// What it takes, for whoever fills in a form.
  public let hint: String
  /// The same for a form on a screen; empty where what can be chosen says it.
  public let screenHint: String
  /// Whether a form without it is refused.
  public let isRequired: Bool
  /// Whether things that differ in it are different things.
  public let isIdentity: Bool

  /// How much is written in a text.
  public enum Length: Sendable {
    case line, lines
    /// Lines that are said aloud.
    case told
  }

  /// - Parameters:
  ///   - key: what forms call it.
  ///   - kind: what may stand in it, and where in the thing.
  ///   - title: what it is called on a screen, where that is not the key with blanks for `-`.
  ///   - length: how much is written in it, where it is text.
  ///   - column: what the database calls it, where that is not the key with `_` for `-`.
  ///   - isRequired: whether a form without it is refused.
  ///   - isIdentity: whether things that differ in it are different things.
  ///   - hint: what it takes, where the kind alone does not say it.
  ///   - screenHint: what it takes on a screen, where that is something else.
  init(
    _ key: String?, _ kind: FieldKind<Thing>, title: String? = nil, length: Length = .line,
    column: String? = nil, isRequired: Bool = false, isIdentity: Bool = false,
    hint: String? = nil, screenHint: String? = nil
  ) {
    self.key = key
    let words = (key ?? "").map { $0 == "-" ? " " : $0 }
    self.title =
      title ?? (words.prefix(1).map { $0.uppercased() }.joined() + String(words.dropFirst()))
    self.length = length
    let name = key.map { String($0.map { $0 == "-" ? "_" : $0 }) }
    self.column = kind.hasColumn ? column ?? name : nil
    self.kind = kind
    self.hint = kind.hint(hint)
    self.screenHint = screenHint ?? hint ?? ""
    self.isRequired = isRequired
    self.isIdentity = isIdentity
  }
}

/// What is made of fields.
public protocol Described: Sendable {
  /// The fields, in the order of the form.
  static var fields: [Field<Self>] { get }
}
