import Decks
import Files
import Practice
import Store

/// Gives ids to the cards of a deck file that have none.
package struct IDGiving {
  private let file: String

  package init(_ file: String) { self.file = file }

  /// Writes them into the file, and says which.
  ///
  /// - Throws: ``Failure`` when the file cannot be read, written or has faults; then nothing is
  ///   written.
  package func run(in surroundings: any Surroundings) throws {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.begin(of: file, limit: DeckReader.byteLimit + 1)
    } catch {
      throw Failure(
        error.isMissing ? .noInput : .inputOutput, "cannot read \(file): \(error.reason)")
    }
    let practised = try Workspace(in: surroundings).store.practisedCards().map(\.id)
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
