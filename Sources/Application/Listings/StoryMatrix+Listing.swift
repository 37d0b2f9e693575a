import Campaign
import Decks
import Exchange
import Practice
import Scheduler

extension NotebookDesk {
  /// Shows which story fits which family, and what is missing.
  ///
  /// - Parameters:
  ///   - employer: to whom stories count as told; nil for that of the next interview.
  ///   - json: whether JSON is written.
  /// - Throws: ``Failure`` if there is no such employer.
  package func writeStoryMatrix(for employer: String?, asJSON json: Bool) throws {
    let now = workspace.clock.now.time.milliseconds
    let name = try employer.map { try names.employer(named: $0).name }
    let matrix = StoryMatrix(
      notebook, families: names.families,
      employer: name ?? notebook.nextInterview(after: now)?.employer)
    try json ? Output.json(matrix.json) : matrix.write()
  }
}

extension StoryMatrix {
  fileprivate func write() throws {
    // Numbered, as on the screen; below stands what each is.
    var table = [columns.indices.map { "\($0 + 1)" } + ["TOLD", "TITLE"]]
    table += rows.map { row in
      row.fits.map(\.sign) + ["\(row.timesTold)", row.story.title + (row.isOverused ? " !" : "")]
    }
    table.append(columns.map(\.cover.sign) + ["", "left to tell"])
    try Output.table(table)
    try Output.table(columns.enumerated().map { ["\($0 + 1)", $1.family.title] })
    if !holes.isEmpty {
      try Output.line("no story for \(holes.map(\.title).joined(separator: ", "))")
    }
    if rows.contains(where: \.isOverused) {
      try Output.line("! told twice, or the only one for four families")
    }
    if let advice { try Output.line(advice) }
  }

  fileprivate var json: JSONValue {
    .object([
      "stories": .array(
        rows.map { row in
          .object([
            "title": .string(row.story.title), "times_told": .int(row.timesTold),
            "is_overused": .bool(row.isOverused),
            "fits": .object(
              zip(columns, row.fits).compactMap { column, fit in
                fit.map { (key: column.family.code, value: .string($0.rawValue)) }
              }),
          ])
        }),
      "families": .array(
        columns.map { column in
          .object([
            "family": .string(column.family.code), "cover": .string("\(column.cover)"),
          ])
        }),
    ])
  }
}

extension StoryMatrix.Cover {
  fileprivate var sign: String {
    switch self {
    case .covered: "ok"
    case .spent: "told"
    case .stretched: "thin"
    case .gap: "gap"
    }
  }
}
