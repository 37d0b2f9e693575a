/// A sort of thing that the person writes down: what it is called and where it is kept.
///
/// What one must have is what has no default here. Beside it a sort of thing needs its table, in a
/// migration, and its line in ``Notebook/kinds``.
public protocol NotebookThing: Described, Equatable {
  static var table: String { get }
  /// Whether its rows have a number of their own.
  static var isNumbered: Bool { get }
  /// What one is called: `fact`.
  static var noun: String { get }
  /// What one is called where it stands among other things.
  static var longNoun: String { get }
  /// The columns that it is known by.
  static var titleColumns: [String] { get }

  /// One in which nothing is written.
  init()
}

extension NotebookThing {
  public static var isNumbered: Bool { true }
  public static var longNoun: String { noun }
  public static var titleColumns: [String] {
    let title = fields.first { field in
      switch field.kind {
      case .name, .text: field.isRequired
      default: false
      }
    }
    return title?.column.map { [$0] } ?? []
  }
}
