import Application
import ArgumentParser

struct RecordingsList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the recorded answers, the newest first.")

  @Flag(help: "Print JSON.")
  var json = false

  func run(in machine: Machine) throws {
    try Recordings(in: machine).list(asJSON: json, by: machine.clock)
  }
}
