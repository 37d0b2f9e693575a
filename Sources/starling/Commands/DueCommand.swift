import Application
import ArgumentParser

/// Says what is waiting; made to be called from a shell prompt.
struct DueCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Say what is waiting.")

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws { try DueListing.write(asJSON: form.json, in: machine) }
}
