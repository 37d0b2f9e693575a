import Campaign
import GRDB
import Practice

/// What rows are called when they are spoken of: `the story “The refund”`.
struct RowTitles {
  let db: Database

  /// What a row is called.
  ///
  /// - Parameters:
  ///   - row: its values by column, or its number alone.
  ///   - table: where it is.
  /// - Returns: a noun and a name.
  /// - Throws: what SQLite says.
  func title(of row: [String: PlainTable.Value], in table: String) throws -> String {
    guard let form = Self.forms[table] else { return "a row of “\(table)”" }
    let name = try name(of: row, in: table).joined(separator: ", ")
    let short = name.count > 60 ? name.prefix(59) + "…" : name[...]
    return form.isQuoted ? "\(form.noun) “\(short)”" : "\(form.noun) \(short)"
  }

  private func name(of row: [String: PlainTable.Value], in table: String) throws -> [String] {
    guard let form = Self.forms[table] else { return [] }
    var row = row
    if row.count == 1, case .integer(let id)? = row["id"] {
      // By the number alone, so the rest is read.
      let found = try Row.fetchOne(
        db, sql: "SELECT \(form.columns.joined(separator: ", ")) FROM main.\(table) WHERE id = ?",
        arguments: [id])
      for (index, column) in form.columns.enumerated() {
        row[column] = try found.map { try PlainTable.Value($0[index] as DatabaseValue) }
      }
    }
    return try form.columns.flatMap { column -> [String] in
      switch row[column] {
      case .text(let text): text.isEmpty ? [] : [text]
      case .integer(let id):
        if let target = Self.targets[column] {
          try Array(name(of: ["id": .integer(id)], in: target).prefix(1))
        } else {
          ["\(column) \(id)"]
        }
      case .real, .null, nil: []
      }
    }
  }

  private struct Form {
    var noun: String
    var columns: [String]
    var isQuoted = true
  }

  private static let forms: [String: Form] = {
    var forms = others
    for kind in Notebook.kinds {
      forms[kind.table] = Form(noun: "the \(kind.longNoun)", columns: kind.titleColumns)
    }
    return forms
  }()

  private static let others: [String: Form] = [
    "reviews": Form(noun: "a review of", columns: ["card"], isQuoted: false),
    "undos": Form(noun: "what was taken back of", columns: ["review"], isQuoted: false),
    "attempts": Form(noun: "an answer to", columns: ["card"], isQuoted: false),
    "attempt_undos": Form(noun: "what was taken back of", columns: ["attempt"], isQuoted: false),
    "fits": Form(noun: "the fit of", columns: ["model"], isQuoted: false),
    "card_states": Form(
      noun: "whether it is suspended or buried, of", columns: ["card"], isQuoted: false),
    "deck_states": Form(noun: "the choice of the deck", columns: ["deck"], isQuoted: false),
    "notes": Form(noun: "the note on", columns: ["card"], isQuoted: false),
    "drafts": Form(noun: "the draft at", columns: ["card"], isQuoted: false),
  ]

  /// The tables whose rows stand in a title.
  private static let targets = [
    "review": "reviews", "attempt": "attempts", "employer": "employers", "story": "stories",
    "criterion": "criteria",
  ]
}
