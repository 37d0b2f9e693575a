import Application
import ArgumentParser
import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

/// Keeps what happened in a round.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "What was asked in a round, and how it went.",
    subcommands: [LogShow.self, LogAdd.self, LogEdit.self, LogList.self, LogDelete.self],
    defaultSubcommand: LogList.self)
}

/// Which round a command means.
struct RoundArguments: ParsableArguments {
  @Argument(help: "The employer.")
  var employer: String

  @Option(parsing: .unconditional, help: "Which round (default: the latest that has begun).")
  var round: Int?

  func interview(_ names: FormNames) throws -> Kept<Interview> {
    try names.interview(with: employer, round: round, at: SystemClock.now.time)
  }
}

struct LogList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what was asked in all rounds, the latest first.")

  @Argument(help: "Only with this employer.")
  var employer: String?

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let names = try Workspace.forCommand(.truth).names()
    let name = try employer.map { try names.employer(named: $0).name }
    let rounds = names.notebook.interviews.reversed().filter { name == nil || $0.employer == name }
    let entries = rounds.flatMap { round in names.notebook.entries(of: round.id).map { (round, $0) }
    }
    guard json else {
      return try Output.table(
        [["ID", "EMPLOYER", "ROUND", "LANDED", "FAMILY", "STORY", "QUESTION"]]
          + entries.map { round, entry in
            [
              entry.id.description, round.employer, "\(round.round)",
              entry.landed?.rawValue ?? "–", entry.family ?? "–",
              names.notebook.story(entry.story)?.title ?? "–", entry.text,
            ]
          })
    }
    try Output.json(
      .array(
        entries.map { round, entry in
          guard case .object(let pairs) = FormValue.json(Form.pairs(of: entry.thing, names)) else {
            return .null
          }
          return .object(
            [
              ("id", .int(Int(entry.id.value))),
              ("employer", .string(round.employer)), ("round", .int(round.round)),
            ] + pairs)
        }))
  }
}

struct LogShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the whole log of a round.")

  @OptionGroup var round: RoundArguments

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let names = try Workspace.forCommand(.truth).names()
    let interview = try round.interview(names)
    let log = RoundLog(of: interview, in: names.notebook)
    guard json else {
      try Output.line("\(interview.employer), round \(interview.round)")
      try Output.line(Form.listing(of: log, names))
      let untouched = names.notebook.familiesNotAsked(
        in: interview, of: names.families.map(\.code))
      if !untouched.isEmpty {
        try Output.line("families not asked: \(untouched.joined(separator: " "))")
      }
      return
    }
    guard case .object(let pairs) = FormValue.json(Form.pairs(of: log, names)) else { return }
    try Output.json(
      .object(
        [("employer", .string(interview.employer)), ("round", .int(interview.round))] + pairs))
  }
}

struct LogAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a question that was asked.")

  @OptionGroup var round: RoundArguments

  @Argument(help: "The question, as it comes back to you.")
  var question: String

  @Option(help: "How the answer landed: strong, fine or thin.")
  var landed: LogEntry.Landing?

  @Option(help: "The story that you told: its title, or its number.")
  var story: String?

  @Option(help: "The family that it probes, such as TEAM.")
  var family: String?

  @Option(name: .customLong("asked-by"), help: "Who asked, by name or role.")
  var askedBy: String?

  @Option(name: .customLong("pressed-on"), help: "What they asked on about.")
  var pressedOn: String?

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let names = try workspace.names()
    let interview = try round.interview(names)
    let code = try family.map { try names.family($0) }
    let told = try story.map { try Story.one(named: $0, names).id }
    var entry = LogEntry(interview: interview.id, text: question)
    entry.asker = try askedBy.map { try workspace.listener($0, at: interview.employer, names) }
    (entry.family, entry.story, entry.landed) = (code, told, landed)
    (entry.isPressed, entry.pressedOn) = (pressedOn != nil, pressedOn ?? "")
    try workspace.store.keep([Item(entry)])
    Output.warn("kept for \(interview.employer), round \(interview.round)")
  }
}

struct LogEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit the whole log of a round in your editor, as YAML.")

  @OptionGroup var round: RoundArguments

  @Option(help: "Read the log from this file instead; - is standard input.", completion: .file())
  var from: String?

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let names = try workspace.names()
    let interview = try round.interview(names)
    let old = RoundLog(of: interview, in: names.notebook)
    let editing = old.editing(names, in: workspace)
    func keep(_ log: RoundLog) throws -> RoundLog? {
      try workspace.keep(log, insteadOf: old)
      return log
    }
    let log =
      try from.map { try keep(editing.read(from: $0)) }
      ?? editing.edited(
        old, remarks: [old.remark], with: workspace.formEditor("round-log"), keeping: keep)
    guard let log else { return Output.warn("nothing has changed") }
    Output.warn(
      "\(interview.employer), round \(interview.round): questions \(log.entries.count), doubts \(log.doubts.count)"
    )
  }
}

struct LogDelete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete a question from a log.")

  @Argument(help: "Its number, from “log list”.")
  var id: Int64

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let notebook = try workspace.store.notebook()
    guard let entry = notebook.entries.first(where: { $0.id == Number(id) }) else {
      throw Failure(.badData, "there is no entry \(id); “starling log list” has their numbers")
    }
    try workspace.store.delete([Item(entry)])
    Output.warn("deleted “\(entry.text)”")
  }
}
