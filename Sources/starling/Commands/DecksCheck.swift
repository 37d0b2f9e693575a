import Application
import ArgumentParser

struct DecksCheck: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Name every fault in deck files, each with its line.",
    discussion: """
      Without a path it checks all your own decks. A warning is about something that works and \
      should be looked at all the same; only errors make the exit code 1.
      """)

  @Argument(help: "Deck files, or folders of them.", completion: .file())
  var paths: [String] = []

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try DeckFileCheck(paths, in: machine).run(asJSON: form.json)
  }
}
