/// Everything that a person has practised and written, as it is taken from one home to another.
public struct Belongings: Equatable, Sendable {
  /// Facts, and the things that there are.
  public var tables: [PlainTable]
  /// All changes of things, each as JSON; nil where there are none, as older Starlings have written it.
  ///
  /// With them the tables call things by their names, which are the same in every home, else by numbers.
  public var records: [String]?
  /// The texts of the own decks' files, by the files' names.
  public var decks: [String: String]

  public init(
    tables: [PlainTable], records: [String]? = nil, decks: [String: String] = [:]
  ) {
    self.tables = tables
    self.records = records
    self.decks = decks
  }

  /// The decks' files stand in records as things of this table, each under its file's name.
  public static let deckTable = "decks"
}
