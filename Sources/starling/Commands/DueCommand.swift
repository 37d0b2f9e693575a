import Application
import ArgumentParser

/// Says what is waiting; made to be called from a shell prompt.
struct DueCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Say what is waiting.")

  @Flag(help: "Print JSON.")
  var json = false

  func run(in machine: Machine) throws {
    try DueListing.write(asJSON: json, in: machine)
  }
}
