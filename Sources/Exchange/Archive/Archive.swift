import Decks
public import Practice

/// Everything of a person's in one file: what they practised and wrote, their decks and settings.
///
/// The same content is the same bytes: there is no time of export in it and no path. Each row stands
/// on a line of its own, so that two archives can be compared line by line.
public struct Archive: Equatable, Sendable {
  /// A deck file of the person's own.
  public struct DeckFile: Equatable, Sendable {
    /// The file's name, without its folder.
    public var name: String
    public var text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// What is in the database; by names where there are records, else by numbers.
  public var tables: [PlainTable]
  /// All changes, each as JSON; nil in an archive of version 1, which has none.
  public var records: [String]?
  /// Their own decks, by name.
  public var decks: [DeckFile]
  /// The settings file; nil if there is none.
  public var settings: String?

  public init(
    tables: [PlainTable], records: [String]? = nil, decks: [DeckFile], settings: String?
  ) {
    self.tables = tables
    self.records = records
    self.decks = decks
    self.settings = settings
  }

  /// The first bytes of every archive.
  public static let opening = "{\n  \"starling_archive\": "

  /// How it is written: 1 without records, 2 with them.
  var format: Int { records == nil ? 1 : 2 }

  /// Whether a file can be nothing but JSON: by how it begins, or by its name.
  public static func isBegin(of bytes: [UInt8], path: String = "") -> Bool {
    if path.lowercased().hasSuffix(".json") { return true }
    let begin = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    switch begin.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
    case UInt8(ascii: "{"): return true
    // A list of links in a text begins like a list in JSON.
    case UInt8(ascii: "["): return DeckImport.Format(path: path) == nil
    default: return false
    }
  }

  /// All that a home takes in.
  public var belongings: Belongings {
    Belongings(
      tables: tables, records: records,
      decks: Dictionary(decks.map { ($0.name, $0.text) }) { first, _ in first })
  }

  /// Why a file is no archive that can be read.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    /// From 1.
    public var line: Int
    public var message: String
    /// Whether the file is something else altogether.
    public var isOfOther = false

    public var description: String { "\(line): \(message)" }
  }
}
