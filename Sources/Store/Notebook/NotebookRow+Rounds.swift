import Campaign
import Decks
import GRDB

extension Interview: NotebookRow {
  static let table = "interviews"
  static let noun = "interview"
  static let columns = [
    "employer", "round", "starts_ms", "utc_offset", "place", "format", "notes", "bring",
    "is_logged", "not_asked",
  ]

  var number: Number<Interview>? {
    get { id }
    set { id = newValue }
  }

  func values(employers: (String) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [
      try employers(employer), round, startsAt, utcOffset, place, format, notes, bring.asLines,
      isLogged, notAsked.asLines,
    ]
  }

  /// Who is there is read apart, from a table of its own.
  init(_ row: Row, employers: [Int64: String]) {
    self.init(
      id: Number(row[0]), employer: employers[row[1]] ?? "",
      round: (row[2] as Int).bounded(by: Bounds.counts),
      startsAt: (row[3] as Int64).bounded(by: Bounds.times),
      utcOffset: (row[4] as Int?)?.bounded(by: Bounds.offsets), place: row[5], format: row[6],
      notes: row[7],
      bring: [String](lines: row[8]), isLogged: row[9], notAsked: [String](lines: row[10]))
  }
}

extension LogEntry: NotebookRow {
  static let table = "log_entries"
  static let noun = "question asked"
  static let columns = [
    "interview", "text", "card", "family", "asker", "story", "landed", "is_pressed", "pressed_on",
  ]

  var number: Number<LogEntry>? {
    get { id }
    set { id = newValue }
  }

  func values(employers: (String) throws -> Int64) -> [(any DatabaseValueConvertible)?] {
    [
      interview.value, text, card?.description, family, asker?.value, story?.value,
      landed?.rawValue, isPressed, pressedOn,
    ]
  }

  init(_ row: Row, employers: [Int64: String]) {
    self.init(
      id: Number(row[0]), interview: Number(row[1]), text: row[2],
      card: (row[3] as String?).flatMap { CardID($0) }, family: row[4], asker: Number(row[5]),
      story: Number(row[6]), landed: (row[7] as String?).flatMap { Landing(rawValue: $0) },
      isPressed: row[8], pressedOn: row[9])
  }
}

extension Promise: NotebookRow {
  static let table = "promises"
  static let noun = "promise"
  static let columns = ["interview", "text", "due_day", "is_kept"]

  var number: Number<Promise>? {
    get { id }
    set { id = newValue }
  }

  func values(employers: (String) throws -> Int64) -> [(any DatabaseValueConvertible)?] {
    [interview.value, text, due, isKept]
  }

  init(_ row: Row, employers: [Int64: String]) {
    self.init(
      id: Number(row[0]), interview: Number(row[1]), text: row[2],
      due: (row[3] as Int?)?.bounded(by: Bounds.days), isKept: row[4])
  }
}

extension ThankYou: NotebookRow {
  static let table = "thank_yous"
  static let noun = "note of thanks"
  static let columns = ["interview", "person", "text", "is_sent"]

  var number: Number<ThankYou>? {
    get { id }
    set { id = newValue }
  }

  func values(employers: (String) throws -> Int64) -> [(any DatabaseValueConvertible)?] {
    [interview.value, person?.value, text, isSent]
  }

  init(_ row: Row, employers: [Int64: String]) {
    self.init(
      id: Number(row[0]), interview: Number(row[1]), person: Number(row[2]), text: row[3],
      isSent: row[4])
  }
}

extension [String] {
  /// The texts as lines; what would break a line becomes a blank.
  var asLines: String {
    map { String($0.map { $0.isNewline ? " " : $0 }) }.joined(separator: "\n")
  }

  init(lines: String) { self = lines.split(separator: "\n").map(String.init) }
}
