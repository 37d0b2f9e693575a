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
    case UInt8(ascii: "["): return isList(begin)
    default: return false
    }
  }

  /// Whether a list in JSON begins so, and not a text with a link, a box or a word in brackets.
  private static func isList(_ begin: ArraySlice<UInt8>) -> Bool {
    let line = String(decoding: begin.prefix(200), as: UTF8.self).drop(while: \.isWhitespace)
    let inner = line.dropFirst().drop(while: \.isWhitespace)
    guard let first = inner.first else { return true }
    if "{\"[".contains(first) { return true }
    if first.isLetter { return ["true", "false", "null"].contains(where: inner.hasPrefix) }
    let behind = line.prefix { !$0.isNewline }.drop { $0 != "]" }.dropFirst()
    return !behind.contains(where: \.isLetter)
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
