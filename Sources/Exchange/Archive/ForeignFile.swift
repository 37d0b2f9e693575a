/// Files that are brought along in good faith and cannot be read here, known by how they begin.
public enum ForeignFile: Equatable, Sendable {
  case gzip
  case zstandard
  case zip
  case ankiPackage
  case database
  /// JSON, but in two bytes a character.
  case wideJSON

  /// What a file is; nil if it is none of these.
  public init?(_ bytes: [UInt8]) {
    func begins(_ mark: [UInt8]) -> Bool { bytes.starts(with: mark) }
    if begins([0x1F, 0x8B]) {
      self = .gzip
    } else if begins([0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstandard
    } else if begins(Array("PK\u{3}\u{4}".utf8)) || begins(Array("PK\u{5}\u{6}".utf8)) {
      // The names of what is in it stand in its beginning and again at its end.
      self = Self.holdsCollection(bytes) ? .ankiPackage : .zip
    } else if begins(Array("SQLite format 3\u{0}".utf8)) {
      self = .database
    } else if Self.isWideJSON(bytes) {
      self = .wideJSON
    } else {
      return nil
    }
  }

  /// What it is and what to do, to follow the file's name.
  public var advice: String {
    switch self {
    case .gzip: "is packed with gzip; unpack it with “gunzip” and import what comes out"
    case .zstandard: "is packed with zstd; unpack it with “unzstd” and import what comes out"
    case .zip: "is a zip archive; unpack it and import the files in it"
    case .ankiPackage: "is an Anki package; “starling import” takes it"
    case .database: "is a database; “starling import” takes in that of another Starling"
    case .wideJSON: "is UTF-16; save it as UTF-8 and import that"
    }
  }

  private static func holdsCollection(_ bytes: [UInt8]) -> Bool {
    let name = Array("collection.anki2".utf8)
    for part in [bytes.prefix(4096), bytes.suffix(4096)] {
      var rest = part[...]
      while let place = rest.firstIndex(of: UInt8(ascii: "c")) {
        if rest[place...].starts(with: name) { return true }
        rest = rest[(place + 1)...]
      }
    }
    return false
  }

  private static func isWideJSON(_ bytes: [UInt8]) -> Bool {
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let begin = bytes.dropFirst(isMarked ? 2 : 0).prefix(64)
    guard begin.contains(0) else { return false }
    let first = begin.first { ![0, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
