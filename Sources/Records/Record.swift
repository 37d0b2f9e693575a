/// The name of a record: the first 32 hexadecimal digits of the SHA-256 of its line.
public struct RecordID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let digits: String

  public init(_ digits: String) { self.digits = digits }

  /// The name of a line.
  init(of line: String) { digits = Digest.hex(of: line, digits: 32) }

  public static func < (left: Self, right: Self) -> Bool { left.digits < right.digits }

  /// Whether a text could be a name: 32 hexadecimal digits in small letters.
  public static func isName(_ text: String) -> Bool {
    text.utf8.count == 32
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  public var description: String { digits }
}

/// What a person writes or decides, as records name it: the same in every home.
public struct ThingKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let table: String
  /// 16 hexadecimal digits, or the card or deck that it is of.
  public let id: String

  public init(_ table: String, _ id: String) { (self.table, self.id) = (table, id) }

  /// Whether a text could be the name of what is not known by a text of its own: 16 hexadecimal digits.
  public static func isID(_ text: String) -> Bool {
    text.utf8.count == 16
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.table, left.id) < (right.table, right.id)
  }

  public var description: String { "\(table) \(id)" }
}

/// One change, written once and never altered: a line that says what it is, and what it replaces.
///
/// What replaces what gives the order; the time only parts changes that did not know of each other.
public struct Record: Equatable, Sendable {
  public let id: RecordID
  /// Canonical JSON.
  public let line: String
  public let change: Change

  public enum Change: Equatable, Sendable {
    /// A field of a thing becomes a value, in the place of all that it was. The value is nil where it
    /// was erased.
    case set(Setting)
    /// A thing is deleted by somebody who knew these of its settings.
    case gone(ThingKey, of: [RecordID])
    /// Deletions are taken back.
    case back(of: [RecordID])
    /// Two things are one.
    case same(ThingKey, ThingKey)
    /// What these settings hold is to be nowhere any more.
    case erased(of: [RecordID])
    /// A newer Starling has written it: it is kept and not applied.
    case unknown
  }

  public struct Setting: Equatable, Sendable {
    public var thing: ThingKey
    public var field: String
    public var value: RecordValue?
    /// The settings that it replaces.
    public var of: [RecordID]
  }

  /// When it was made, in milliseconds since 1970 UTC by the clock of its home.
  public let at: Int64
}

extension Record {
  public static func set(
    _ field: String, of thing: ThingKey, to value: RecordValue, at: Int64,
    replacing heads: [RecordID] = []
  ) -> Record {
    make(
      "set", at,
      [
        "table": .text(thing.table), "thing": .text(thing.id), "field": .text(field),
        "value": value, "of": list(heads),
      ])
  }

  public static func gone(_ thing: ThingKey, at: Int64, of heads: [RecordID]) -> Record {
    make(
      "gone", at, ["table": .text(thing.table), "thing": .text(thing.id), "of": list(heads)])
  }

  public static func back(at: Int64, of deletions: [RecordID]) -> Record {
    make("back", at, ["of": list(deletions)])
  }

  public static func same(_ one: ThingKey, _ other: String, at: Int64) -> Record {
    let ids = [one.id, other].sorted()
    return make(
      "same", at, ["table": .text(one.table), "a": .text(ids[0]), "b": .text(ids[1])])
  }

  public static func erased(at: Int64, of settings: [RecordID]) -> Record {
    make("erased", at, ["of": list(settings)])
  }

  private static func list(_ ids: [RecordID]) -> RecordValue {
    .list(ids.sorted().map { .text($0.digits) })
  }

  private static func make(_ kind: String, _ at: Int64, _ rest: [String: RecordValue]) -> Record {
    let members = rest.merging(["k": .text(kind), "at": .integer(at)]) { given, _ in given }
    return Record(RecordValue.object(members).line)
  }

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - line: as one was written.
  ///   - id: its name, where what it held was erased and its line is another since.
  public init(_ line: String, id: RecordID? = nil) {
    self.line = line
    self.id = id ?? RecordID(of: line)
    let members = RecordValue(line: line)?.object ?? [:]
    at = members["at"]?.integer ?? 0
    change = Change(members) ?? .unknown
  }

  /// Reads a record of elsewhere, however its JSON is spelt; nil if it is no object, has no time, or a name
  /// that is none.
  ///
  /// - Parameter json: an object; one whose content was erased has its name under `id`.
  public init?(json: String) {
    guard var members = RecordValue(line: json)?.object, members["at"]?.integer != nil
    else { return nil }
    var name: RecordID?
    if members["k"]?.text == "set", members["value"] == nil {
      guard let digits = members.removeValue(forKey: "id")?.text, RecordID.isName(digits) else {
        return nil
      }
      name = RecordID(digits)
    }
    self.init(RecordValue.object(members).line, id: name)
  }

  /// Its line; with its name where what it held was erased, since the line does not give it any more.
  public var portable: String {
    guard case .set(let setting) = change, setting.value == nil,
      var members = RecordValue(line: line)?.object
    else { return line }
    members["id"] = .text(id.digits)
    return RecordValue.object(members).line
  }

  /// The same without what it holds: its name, and what it replaces, stay.
  public var withoutContent: Record {
    guard case .set = change, var members = RecordValue(line: line)?.object else {
      return self
    }
    members["value"] = nil
    return Record(RecordValue.object(members).line, id: id)
  }
}

extension Record.Change {
  /// Nil for what is no change that this program knows.
  fileprivate init?(_ members: [String: RecordValue]) {
    func thing(_ name: String = "thing") -> ThingKey? {
      guard let table = members["table"]?.text, let id = members[name]?.text else { return nil }
      return ThingKey(table, id)
    }
    let of = members["of"]?.list?.compactMap { $0.text.map { RecordID($0) } } ?? []
    switch members["k"]?.text {
    case "set":
      guard let thing = thing(), let field = members["field"]?.text else { return nil }
      self = .set(Record.Setting(thing: thing, field: field, value: members["value"], of: of))
    case "gone":
      guard let thing = thing() else { return nil }
      self = .gone(thing, of: of)
    case "back": self = .back(of: of)
    case "same":
      guard let one = thing("a"), let other = thing("b") else { return nil }
      self = .same(one, other)
    case "erased": self = .erased(of: of)
    default: return nil
    }
  }
}
