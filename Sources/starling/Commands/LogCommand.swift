import Application
import ArgumentParser
import Campaign
import Files

/// Keeps what happened in a round.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "What was asked in a round, and how it went.",
    subcommands: [LogShow.self, LogAdd.self, LogEdit.self, LogList.self, LogDelete.self],
    defaultSubcommand: LogList.self)
}

/// Which round a command means.
struct RoundArguments: ParsableArguments {
  @Argument(help: "The employer.", completion: .employers)
  var employer: String

  @Option(
    parsing: .unconditional, help: "Which round (default: the latest that has begun).",
    completion: .rounds)
  var round: Int?
}

struct LogList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what was asked in all rounds, the latest first.")

  @Argument(help: "Only with this employer.", completion: .employers)
  var employer: String?

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).listLog(with: employer, asJSON: form.json)
  }
}

struct LogShow: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the whole log of a round.")

  @OptionGroup var round: RoundArguments

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).showLog(
      with: round.employer, round: round.round, asJSON: form.json)
  }
}

struct LogAdd: Command {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a question that was asked.",
    discussion: "Without the question you are asked for it, and how it went, on a terminal.")

  @OptionGroup var round: RoundArguments

  @Argument(help: "The question, as it comes back to you.")
  var question: String?

  @Option(help: "How the answer landed: strong, fine or thin.")
  var landed: LogEntry.Landing?

  @Option(help: "The story that you told: its title, or its number.", completion: .stories)
  var story: String?

  @Option(help: "The family that it probes, such as TEAM.", completion: .families)
  var family: String?

  @Option(name: .customLong("asked-by"), help: "Who asked, by name or role.")
  var askedBy: String?

  @Option(name: .customLong("pressed-on"), help: "What they asked on about.")
  var pressedOn: String?

  func validate() throws {
    let hasMore = [story, family, askedBy, pressedOn].contains { $0 != nil } || landed != nil
    if question == nil, hasMore || !StandardStreams.isInputTerminal {
      throw ValidationError("give the question.")
    }
  }

  func run(in machine: Machine) throws {
    guard let question else {
      return try NotebookDesk(in: machine).askForEntry(with: round.employer, round: round.round)
    }
    let asked = NotebookDesk.Asked(
      question, landed: landed, story: story, family: family, asker: askedBy, pressedOn: pressedOn)
    try NotebookDesk(in: machine).add(asked, with: round.employer, round: round.round)
  }
}

struct LogEdit: Command {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit the whole log of a round in your editor, as YAML.")

  @OptionGroup var round: RoundArguments

  @Option(help: "Read the log from this file instead; - is standard input.", completion: .file())
  var from: String?

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).editLog(with: round.employer, round: round.round, from: from)
  }
}

struct LogDelete: Command {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a question from a log.")

  @Argument(help: "Its number, from “log list”.")
  var id: Int64

  func run(in machine: Machine) throws { try NotebookDesk(in: machine).deleteEntry(id) }
}
