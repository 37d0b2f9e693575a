import Campaign
import Decks
import GRDB

extension Person: NotebookRow {
  static let table = "people"
  static let noun = "person"
  static let columns = ["employer", "name", "role", "needs", "story", "notes"]

  var number: Number<Person>? {
    get { id }
    set { id = newValue }
  }

  func values(employers: (String) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [try employers(employer), name, role, needs, story?.value, notes]
  }

  init(_ row: Row, employers: [Int64: String]) {
    self.init(
      id: Number(row[0]), employer: employers[row[1]] ?? "", name: row[2], role: row[3],
      needs: row[4], story: Number(row[5]), notes: row[6])
  }
}

extension Doubt: NotebookRow {
  static let table = "doubts"
  static let noun = "doubt"
  static let columns = [
    "employer", "text", "raised_in", "raised_by", "family", "card", "evidence", "story",
    "times_said_well", "is_closed",
  ]

  var number: Number<Doubt>? {
    get { id }
    set { id = newValue }
  }

  func values(employers: (String) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [
      try employers(employer), text, raisedIn?.value, raisedBy?.value, family, card?.description,
      evidence, story?.value, timesSaidWell, isClosed,
    ]
  }

  init(_ row: Row, employers: [Int64: String]) {
    self.init(
      id: Number(row[0]), employer: employers[row[1]] ?? "", text: row[2],
      raisedIn: Number(row[3]), raisedBy: Number(row[4]), family: row[5],
      card: (row[6] as String?).flatMap { CardID($0) }, evidence: row[7], story: Number(row[8]),
      timesSaidWell: (row[9] as Int).bounded(by: Bounds.counts), isClosed: row[10])
  }
}

extension Fact: NotebookRow {
  static let table = "facts"
  static let noun = "fact"
  static let columns = ["employer", "topic", "text", "source", "day", "shelf_life", "card"]

  var number: Number<Fact>? {
    get { id }
    set { id = newValue }
  }

  func values(employers: (String) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [try employers(employer), topic.rawValue, text, source, day, shelfLife, card?.description]
  }

  init(_ row: Row, employers: [Int64: String]) {
    self.init(
      id: Number(row[0]), employer: employers[row[1]] ?? "",
      topic: Topic(rawValue: row[2]) ?? .other, text: row[3], source: row[4],
      day: (row[5] as Int).bounded(by: Bounds.days),
      shelfLife: (row[6] as Int).bounded(by: 1...36_500),
      card: (row[7] as String?).flatMap { CardID($0) })
  }
}

extension Question: NotebookRow {
  static let table = "questions"
  static let noun = "question"
  static let columns = ["employer", "text", "card", "listener", "person", "state", "answer"]

  var number: Number<Question>? {
    get { id }
    set { id = newValue }
  }

  func values(employers: (String) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [
      try employers(employer), text, card?.description, listener, person?.value, state.rawValue,
      answer,
    ]
  }

  init(_ row: Row, employers: [Int64: String]) {
    self.init(
      id: Number(row[0]), employer: employers[row[1]] ?? "", text: row[2],
      card: (row[3] as String?).flatMap { CardID($0) }, listener: row[4], person: Number(row[5]),
      state: State(rawValue: row[6]) ?? .unused, answer: row[7])
  }
}

extension Requirement: NotebookRow {
  static let table = "requirements"
  static let noun = "requirement"
  static let columns = ["employer", "text", "families", "cards"]

  var number: Number<Requirement>? {
    get { id }
    set { id = newValue }
  }

  func values(employers: (String) throws -> Int64) throws -> [(any DatabaseValueConvertible)?] {
    [
      try employers(employer), text, families.joined(separator: " "),
      cards.map(\.description).joined(separator: " "),
    ]
  }

  init(_ row: Row, employers: [Int64: String]) {
    self.init(
      id: Number(row[0]), employer: employers[row[1]] ?? "", text: row[2],
      families: (row[3] as String).split(separator: " ").map(String.init),
      cards: (row[4] as String).split(separator: " ").compactMap { CardID(String($0)) })
  }
}

extension Criterion: NotebookRow {
  static let table = "criteria"
  static let noun = "criterion"
  static let columns = ["text", "weight", "question"]

  var number: Number<Criterion>? {
    get { id }
    set { id = newValue }
  }

  func values(employers: (String) throws -> Int64) -> [(any DatabaseValueConvertible)?] {
    [text, weight.rawValue, question]
  }

  init(_ row: Row, employers: [Int64: String]) {
    self.init(
      id: Number(row[0]), text: row[1], weight: Weight(rawValue: row[2]) ?? .must,
      question: row[3])
  }
}
