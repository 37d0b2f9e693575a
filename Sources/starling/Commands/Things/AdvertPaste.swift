import Application
import ArgumentParser

/// Takes in an advert and makes a requirement of each of its lines.
struct AdvertPaste: Command {
  static let configuration = CommandConfiguration(
    commandName: "paste", abstract: "Paste an advert; each line of it becomes a requirement.",
    discussion: """
      Your editor opens for the text, unless --from names a file. Delete the lines that are no \
      requirements afterwards, and mark the others with “advert edit”.
      """)

  @Argument(help: "The employer.", completion: .employers)
  var employer: String

  @Option(help: "Read the advert from this file; - is standard input.", completion: .file())
  var from: String?

  func run(in machine: Machine) throws {
    try NotebookDesk(in: machine).takeAdvert(of: employer, from: from)
  }
}
