import Application
import ArgumentParser

struct InterviewsEdit: Command {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit an interview in your editor, as YAML.")

  @Argument(help: "The employer, or the number that “interviews list” gives.")
  var name: String

  @Option(help: "Read the form from this file instead; - is standard input.", completion: .file())
  var from: String?

  func run(in machine: Machine) throws { try Interviews(in: machine).edit(name, from: from) }
}
