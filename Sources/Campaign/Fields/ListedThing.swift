public import Decks

/// A sort of thing that commands list, add, edit, show and delete in the same way.
public protocol ListedThing: NumberedThing {
  /// The command: `facts`.
  static var command: String { get }
  static var abstract: String { get }
  /// The columns of its list, beside that of the number.
  static var columns: [Column<Self>] { get }
}

extension ListedThing {
  /// Whether each belongs to an employer.
  public static var isOfEmployer: Bool { employerPath != nil }

  /// - Parameters:
  ///   - employer: whose it is, if it is anybody's.
  ///   - text: its main text.
  ///   - today: the day, in days since 1 January 1970.
  public init(_ employer: String, _ text: String, today: Int) {
    self.init(today: today)
    if let path = Self.employerPath { self[keyPath: path] = employer }
    if let path = Self.mainText { self[keyPath: path] = text }
  }
}

/// A column of a list: a field, by its key, or something that is found out.
public struct Column<Thing: NumberedThing>: Sendable, ExpressibleByStringLiteral {
  public let title: String
  public let content: Content

  public enum Content: Sendable {
    case field(String)
    case computed(@Sendable (Kept<Thing>, ColumnContext) -> String)
  }

  public init(stringLiteral key: String) {
    title = key.uppercased()
    content = .field(key)
  }

  init(_ title: String, _ cell: @escaping @Sendable (Kept<Thing>, ColumnContext) -> String) {
    self.title = title
    content = .computed(cell)
  }
}

/// What may be looked at, beside a thing, to say something of it.
public struct ColumnContext {
  public let notebook: Notebook
  public let families: [Family]
  /// The local day, in days since 1 January 1970.
  public let today: Int

  public init(_ notebook: Notebook, families: [Family], today: Int) {
    self.notebook = notebook
    self.families = families
    self.today = today
  }
}
