import Application
import ArgumentParser

struct InterviewsList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the interviews, the earliest first.")

  @Flag(help: "Print JSON.")
  var json = false

  func run(in machine: Machine) throws {
    try Interviews(in: machine).list(asJSON: json)
  }
}
