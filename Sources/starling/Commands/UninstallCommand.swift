import Application
import ArgumentParser
import Files
import Store

/// Takes away what ``InstallCommand`` has put somewhere.
struct UninstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall",
    abstract: "Take the program, its manual page and completions away; what is yours stays.",
    discussion: "The index of the decks goes, too. Prints the paths of what it took away.")

  @OptionGroup var place: InstallationPlace

  func run() throws {
    let removed = try place.installation().remove()
    for path in removed { try Output.line(path) }
    if removed.isEmpty { Output.warn("there was nothing to take away") }
    guard let places = try? Places(environment: Workspace.environment()) else { return }
    let index = places.store.deckIndex
    for ending in ["", "-journal", ".part"] where Disk.removeIfPossible(index + ending) {
      try Output.line(index + ending)
    }
    // The folders were made for it; others that are not empty stay.
    Disk.removeFolderIfEmpty(
      String(index.prefix(upTo: index.lastIndex(of: "/") ?? index.startIndex)))
    Output.warn(
      "what you practised and wrote stays in \(places.store.folder), and your decks and settings where they are"
    )
  }
}
