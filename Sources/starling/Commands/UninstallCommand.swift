import Application
import ArgumentParser

/// Takes away what ``InstallCommand`` has put somewhere.
struct UninstallCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: "Take the program, its manual page and completions away; what is yours stays.",
    discussion: "The index of the decks goes, too. Prints the paths of what it took away.")

  @OptionGroup var place: InstallationPlace

  func run(in machine: Machine) throws {
    let removed = try place.installation(on: machine).remove()
    for path in removed { try Output.data(path) }
    if removed.isEmpty { Output.warn("there was nothing to take away") }
    try (try? machine.places())?.removeDeckIndex()
  }
}
