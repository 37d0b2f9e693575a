import Application
import ArgumentParser

/// Brings a copy back.
struct RestoreCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Bring a copy back; what is there now is kept.",
    discussion: "Without a path it lists the safety copies, the newest first, and changes nothing.")

  @Argument(
    help: "The copy: a file, or the name of a safety copy.",
    completion: .custom { _, _, _ in KnownNames(in: Machine()).copies })
  var path: String?

  @OptionGroup var form: ListForm

  func validate() throws {
    if form.json, path != nil { throw ValidationError("--json is for the list of copies.") }
  }

  func run(in machine: Machine) throws {
    try CopyRestoring(path).run(asJSON: form.json, in: machine)
  }
}
