import Application
import ArgumentParser

struct RecordingsList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the recorded answers, the newest first.")

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try Recordings(in: machine).list(asJSON: form.json, by: machine.clock)
  }
}
