import Application
import ArgumentParser

/// Takes the marks that a friend has made.
struct PanelsMarks: Command {
  static let configuration = CommandConfiguration(
    commandName: "marks",
    abstract: "Enter the marks of a friend who played a panel, question by question.",
    discussion: """
      “starling brief --friend” prints the sheet, with the number of its panel. A card whose answer was \
      thin counts more from then on.
      """)

  @Argument(help: "The number on the sheet (default: the latest without marks).")
  var name: String?

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).takeMarks(of: name) { readLine() }
  }
}
