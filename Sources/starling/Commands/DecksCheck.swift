import ArgumentParser
import BundledDecks
import Decks
import Glibc

struct DecksCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Name every fault in deck files, each with its line.",
    discussion: "Without a path it checks all your own decks.")

  @Argument(help: "Deck files, or folders of them.")
  var paths: [String] = []

  func run() throws {
    var faults: [Fault] = []
    var count = 0
    for path in try files() {
      faults += DeckFolder.read(path: path).faults
      count += 1
    }
    for fault in faults { try Output.line(fault.description) }
    if faults.contains(where: { $0.severity == .error }) { throw Failure(.faults) }
    Output.warn(count == 1 ? "1 deck file is sound" : "\(count) deck files are sound")
  }

  private func files() throws -> [String] {
    guard !paths.isEmpty else {
      return try DeckFolder(path: Places(environment: Workspace.environment()).decks).files()
    }
    var files: [String] = []
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0 else {
        throw Failure(.noInput, "there is no file \(path)")
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        files += try DeckFolder(path: path).files()
      } else {
        files.append(path)
      }
    }
    return files
  }
}
