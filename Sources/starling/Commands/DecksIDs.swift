import Application
import ArgumentParser
import Decks
import Files
import Store

/// Gives ids to the cards of a file that have none.
struct DecksIDs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ids", abstract: "Write ids into a deck file, for the cards that have none.",
    discussion: """
      Nothing else in the file changes. Prints the new ids. A card's history hangs on its id, so no \
      id is given that a card once had.
      """)

  @Argument(help: "The deck file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  func run() throws {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.begin(of: file, limit: DeckReader.byteLimit + 1)
    } catch {
      throw Failure(
        error.isMissing ? .noInput : .inputOutput, "cannot read \(file): \(error.reason)")
    }
    let practised = try Workspace().store.practisedCards().map(\.id)
    do {
      let (written, added) = try DeckIDs.adding(to: bytes, path: file, history: practised)
      guard !added.isEmpty else { return Output.warn("every card of \(file) has an id") }
      try FileReplacement(file).write(written, expecting: bytes)
      for id in added { try Output.line(id.description) }
    } catch let faulty as FaultyDeck {
      for fault in faulty.faults { try Output.line(fault.description) }
      throw Failure(.faults)
    }
  }
}
