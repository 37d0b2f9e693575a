import Application
import ArgumentParser
import Campaign
import Exchange
import Store

/// Puts employers side by side by the person's own criteria.
struct DecisionTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "Put the employers side by side.")

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let notebook = try Workspace.forCommand(.truth).store.notebook()
    let employers = notebook.employers.map(\.name)
    guard json else {
      let verdicts = employers.map { notebook.verdicts(on: $0).map(\.verdict) }
      return try Output.table(
        [["WEIGHT"] + employers + ["CRITERION"]]
          + notebook.criteria.enumerated().map { index, criterion in
            [criterion.weight.rawValue]
              + verdicts.map { $0[index].state == .open ? "–" : $0[index].state.rawValue }
              + [criterion.text]
          })
    }
    try Output.json(
      .array(
        employers.map { employer in
          .object([
            "employer": .string(employer),
            "criteria": .array(
              notebook.verdicts(on: employer).map { criterion, verdict in
                .object([
                  "criterion": .string(criterion.text),
                  "weight": .string(criterion.weight.rawValue),
                  "state": .string(verdict.state.rawValue),
                  "evidence": .string(verdict.evidence),
                ])
              }),
          ])
        }))
  }
}
