import Application
import ArgumentParser

struct InterviewsDelete: Command {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete an interview.")

  @Argument(
    help: "The employer, or the number that “interviews list” gives.", completion: .employers)
  var name: String

  func run(in machine: Machine) throws { try Interviews(in: machine).delete(name) }
}
