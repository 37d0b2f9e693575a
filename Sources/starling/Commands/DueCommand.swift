import ArgumentParser
import Exchange
import Practice
import Store

/// Says what is waiting; made to be called from a shell prompt.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Say what is waiting.")

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let workspace = try Workspace.forCommand()
    let waiting = try workspace.store.waiting(at: SystemClock.now)
    guard json else {
      try Output.line("\(waiting.due) due, \(waiting.unseen) unseen, \(waiting.weak) weak")
      return
    }
    try Output.json(
      .object([
        "due": .int(waiting.due), "unseen": .int(waiting.unseen), "weak": .int(waiting.weak),
        "minutes": .double(workspace.settings.minutes), "interview": .null,
      ]))
  }
}
