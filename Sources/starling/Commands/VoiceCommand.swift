import Application
import ArgumentParser
import Files

/// Sets up the programs that record, play, write down and speak.
struct VoiceCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "voice", abstract: "Set up what records, plays, writes down and says.",
    discussion: """
      Starling hears and speaks by programs of your own: a recorder, a player, a transcriber and a \
      speaker. It lists those that it finds, takes your choice, tries each and writes the settings. \
      “starling help voice” says what is kept of what you say.
      """)

  @Flag(help: "Try what is set without asking: 0 if it works, 1 if not.")
  var check = false

  @Flag(help: "Print JSON, with --check.")
  var json = false

  func validate() throws {
    if json, !check { throw ValidationError("--json is for --check.") }
  }

  func run(in machine: Machine) throws {
    let setup = try VoiceSetup(in: machine)
    if check { return try setup.check(asJSON: json) }
    guard StandardStreams.isInputTerminal else {
      throw Failure(
        .unavailable, "there is nobody to ask here; “starling voice --check” tries what is set")
    }
    try setup.run { readLine() }
  }
}
