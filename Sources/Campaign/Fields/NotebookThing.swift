/// A sort of thing that the person writes down: what it is called and where it is kept.
///
/// What one must have is what has no default here. Beside it a sort of thing needs its table, in a
/// migration, and its name in ``Notebook/listed``, ``Notebook/numbered`` or ``Notebook/kinds``.
public protocol NotebookThing: Described, Equatable {
  static var table: String { get }
  /// Whether its rows have a number of their own.
  static var isNumbered: Bool { get }
  /// What one is called: `fact`.
  static var noun: String { get }
  /// What one is called where it stands among other things.
  static var longNoun: String { get }
  /// What one is called at its form.
  static var formNoun: String { get }
  /// What the file of its form is called, without its ending.
  static var formName: String { get }
  /// The columns that it is known by.
  static var titleColumns: [String] { get }

  /// One in which nothing is written.
  init()
  /// One in which nothing is written on a day, in days since 1 January 1970.
  init(today: Int)

  /// What it is called among its like.
  var title: String { get }
  /// What stands above it where it is read.
  var heading: String { get }
  /// What it is called in a sentence: `the fact “They sell tea”`.
  var phrase: String { get }
  /// What is left of it when its form is left empty.
  func blank(today: Int) -> Self
}

extension NotebookThing {
  public static var isNumbered: Bool { true }
  public static var longNoun: String { noun }
  public static var formNoun: String { noun }
  public static var formName: String { formNoun }
  public static var titleColumns: [String] { mainField.flatMap(\.column).map { [$0] } ?? [] }

  public init(today: Int) { self.init() }

  /// The same with something changed.
  public func with(_ change: (inout Self) throws -> Void) rethrows -> Self {
    var thing = self
    try change(&thing)
    return thing
  }

  public var title: String { Self.mainText.map { self[keyPath: $0] } ?? "" }
  public var heading: String { Self.formName.prefix(1).uppercased() + Self.formName.dropFirst() }
  public var phrase: String { "the \(Self.formNoun) “\(title)”" }

  public func blank(today: Int) -> Self {
    var blank = Self(today: today)
    if let path = Self.employerPath { blank[keyPath: path] = self[keyPath: path] }
    return blank
  }

  private static var mainField: Field<Self>? {
    fields.first { if case .text = $0.kind { true } else { false } }
  }

  /// Where its main text stands, which is its first; nil if it has none.
  public static var mainText: Path<Self, String>? {
    if case .text(let path)? = mainField?.kind { path } else { nil }
  }

  /// Where the employer stands that it is of; nil if it is of none.
  public static var employerPath: Path<Self, String>? {
    for field in fields { if case .employer(let path) = field.kind { return path } }
    return nil
  }
}

/// A sort of thing of which each is kept under a number; others are known by what they say.
public protocol NumberedThing: NotebookThing {
  /// Where the notebook has them.
  static var list: WritableKeyPath<Notebook, [Kept<Self>]> { get }
}

extension Notebook {
  /// The employer that a thing is of, or with whom the round is that it is of; empty if there is none.
  public func employer<Thing: NotebookThing>(of thing: Thing) -> String {
    Thing.employerPath.map { thing[keyPath: $0] } ?? round(of: thing)?.employer ?? ""
  }

  /// The round that a thing is a part of; nil if it is of none.
  public func round<Thing: NotebookThing>(of thing: Thing) -> Kept<Interview>? {
    for field in Thing.fields where field.key == nil {
      if case .round(let path) = field.kind { return interview(thing[keyPath: path]) }
    }
    return nil
  }
}
