import Application
import ArgumentParser

struct InterviewsShow: Command {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an interview.")

  @Argument(
    help: "The employer, or the number that “interviews list” gives.", completion: .employers)
  var name: String

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws { try Interviews(in: machine).show(name, asJSON: form.json) }
}
