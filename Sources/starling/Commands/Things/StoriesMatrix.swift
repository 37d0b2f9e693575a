import Application
import ArgumentParser

/// Prints the stories against the families.
struct StoriesMatrix: Command {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Show which story fits which family, and what is missing.",
    discussion: "● strong, ○ workable, · stretch; “told” counts how often the employer heard it.")

  @Argument(
    help: "The employer to whom stories count as told (default: the next interview's).",
    completion: .employers)
  var employer: String?

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).writeStoryMatrix(for: employer, asJSON: form.json)
  }
}
