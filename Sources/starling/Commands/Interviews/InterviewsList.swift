import Application
import ArgumentParser

struct InterviewsList: Command {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the interviews, the earliest first.")

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws { try Interviews(in: machine).list(asJSON: form.json) }
}
