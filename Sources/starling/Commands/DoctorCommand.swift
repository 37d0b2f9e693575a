import Application
import ArgumentParser
import Terminal

/// Checks what Starling lives on, and says what to do about each fault.
struct DoctorCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check database, decks, settings and terminal.")

  @Flag(
    help: "Compute every card's memory anew from its reviews, and mend what is odd in the database."
  )
  var rebuild = false

  func run(in machine: Machine) throws {
    try Doctor.run(rebuilds: rebuild, terminal: TerminalType.current?.description, in: machine)
  }
}
