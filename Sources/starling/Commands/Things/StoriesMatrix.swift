import Application
import ArgumentParser
import Campaign
import Decks
import Exchange
import Practice
import Scheduler

/// Prints the stories against the families.
struct StoriesMatrix: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Show which story fits which family, and what is missing.",
    discussion: "● strong, ○ workable, · stretch; “told” counts how often the employer heard it.")

  @Argument(help: "The employer to whom stories count as told (default: the next interview's).")
  var employer: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let names = try Workspace.forCommand(.truth).names()
    let next = names.notebook.nextInterview(after: SystemClock.now.time.milliseconds)?.employer
    let name = try employer.map { try names.employer(named: $0).name } ?? next
    let matrix = StoryMatrix(names.notebook, families: names.families, employer: name)
    json ? try Output.json(matrix.json) : try write(matrix)
  }

  private func write(_ matrix: StoryMatrix) throws {
    var rows = [matrix.columns.map(\.family.code) + ["TOLD", "TITLE"]]
    rows += matrix.rows.map { row in
      row.fits.map(\.sign) + ["\(row.timesTold)", row.story.title + (row.isOverused ? " !" : "")]
    }
    rows.append(matrix.columns.map(\.cover.sign) + ["", ""])
    try Output.table(rows)
    if !matrix.holes.isEmpty {
      try Output.line("no story for \(matrix.holes.map(\.title).joined(separator: ", "))")
    }
    if matrix.rows.contains(where: \.isOverused) {
      try Output.line("! told twice, or the only one for four families")
    }
    if let advice = matrix.advice { try Output.line(advice) }
  }
}

extension StoryMatrix {
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
