import Campaign
import GRDB

extension Story: NotebookRow {
  static let table = "stories"
  static let noun = "story"
  static let columns = [
    "title", "headline", "situation", "task", "action", "result", "learning", "strength", "notes",
  ]

  var number: Number<Story>? {
    get { id }
    set { id = newValue }
  }

  func values(employers: (String) throws -> Int64) -> [(any DatabaseValueConvertible)?] {
    [title, headline, situation, task, action, result, learning, strength, notes]
  }

  /// Fits and figures are read apart, from tables of their own.
  init(_ row: Row, employers: [Int64: String]) {
    self.init(
      id: Number(row[0]), title: row[1], headline: row[2], situation: row[3], task: row[4],
      action: row[5], result: row[6], learning: row[7], strength: row[8], notes: row[9])
  }

  /// Keeps the story with its fits and figures.
  func keptWhole(in db: Database) throws -> Story {
    let kept = try kept(in: db)
    let number = kept.id?.value
    try db.execute(literal: "DELETE FROM story_fits WHERE story = \(number)")
    for (family, fit) in fits {
      try db.execute(
        literal: "INSERT INTO story_fits VALUES (\(number), \(family), \(fit.rawValue))")
    }
    try db.execute(literal: "DELETE FROM story_figures WHERE story = \(number)")
    for (position, figure) in figures.enumerated() {
      try db.execute(
        literal: """
          INSERT INTO story_figures VALUES
            (\(number), \(position), \(figure.text), \(figure.known), \(figure.isNotToClaim))
          """)
    }
    return kept
  }
}

extension Telling {
  init(_ row: Row) {
    self.init(
      story: Number(row[0]), interview: Number(row[1]), listener: Number(row[2]), isWhole: row[3])
  }

  /// Keeps the mark in the place of an equal one.
  func keep(in db: Database) throws {
    try delete(in: db)
    try db.execute(
      literal: """
        INSERT INTO tellings (story, interview, listener, is_whole)
        VALUES (\(story.value), \(interview.value), \(listener?.value), \(isWhole))
        """)
  }

  /// Deletes the mark of this story, round and listener.
  func delete(in db: Database) throws {
    try db.execute(
      literal: """
        DELETE FROM tellings WHERE story = \(story.value) AND interview = \(interview.value)
          AND listener IS \(listener?.value)
        """)
  }
}
