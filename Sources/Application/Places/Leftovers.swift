import Files
import Store

/// What a Starling that was killed has left and that holds no word of the person's.
package struct Leftovers {
  package let places: Places

  /// Takes it away; what cannot be is left for another time, since it is in nobody's way.
  ///
  /// - Parameter isWide: whether to look below `$TMPDIR` as well, where there may be much.
  func clear(isWide: Bool = true) {
    places.manuscripts.tidy(isWide: isWide)
    PackageFolder.removeLeftovers(in: places.store.folder)
    let settings = places.settings.lastIndex(of: "/").map { String(places.settings[..<$0]) }
    for folder in Set([places.store.folder, settings ?? ".", places.decks]) {
      // One that cannot be read has nothing that could be taken away.
      for name in (try? FolderContents.names(folder)) ?? [] {
        let path = "\(folder)/\(name)"
        if FileReplacement.isTemporary(name) {
          FileReplacement.clear(path)
        } else if DatabaseFile.isCutOff(name) {
          Disk.removeIfPossible(path)
        }
      }
    }
  }
}

extension Places {
  /// Takes the index of the decks away, and its folder if that is empty then, and says what stays.
  ///
  /// - Throws: ``Failure`` when the output takes no more.
  package func removeDeckIndex() throws {
    let index = store.deckIndex
    for ending in ["", "-journal", ".part"] where Disk.removeIfPossible(index + ending) {
      try Output.data(index + ending)
    }
    for path in Glance.clear(in: self) { try Output.data(path) }
    // The folders were made for it; others that are not empty stay.
    Disk.removeFolderIfEmpty(
      String(index.prefix(upTo: index.lastIndex(of: "/") ?? index.startIndex)))
    Output.warn(
      "what you practised and wrote stays in \(store.folder), and your decks and settings where they are"
    )
  }
}
