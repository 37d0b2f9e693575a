import Decks
package import Files
import Practice

extension Recordings {
  /// The person's own, without opening anything else.
  package static func own() throws(Failure) -> Recordings {
    Recordings(folder: try Places(environment: Workspace.environment()).recordings)
  }

  /// The recordings with a name, or the start of it, or at a card; all of them where there is none.
  ///
  /// - Returns: the newest first, at least one.
  /// - Throws: ``Failure`` when there is none.
  package func named(_ name: String?) throws(Failure) -> [Recording] {
    let found = try all().filter { recording in
      guard let name else { return true }
      return recording.card.description == name || !name.isEmpty && recording.name.hasPrefix(name)
    }
    guard !found.isEmpty else {
      throw Failure(
        .noInput,
        name.map { "there is no recording “\($0)”; “starling recordings” lists them" }
          ?? "there are no recordings")
    }
    return found
  }
}
