import Application
import ArgumentParser

/// Makes a copy of everything practised and written.
struct BackupCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Make a copy of everything practised and written.",
    discussion: """
      Without a path the copy is kept among the safety copies and stays there for ever. Safety \
      copies are also made by themselves, on each day and before every change of much at once.
      """)

  @Argument(help: "The file to make, or the folder to make it in.", completion: .file())
  var path: String?

  func run(in machine: Machine) throws { try CopyMaking(path).run(in: machine) }
}
