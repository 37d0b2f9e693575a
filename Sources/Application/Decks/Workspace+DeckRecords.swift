import Decks
import Exchange
import Files
package import Store

extension Workspace {
  /// The own decks' files as they are, by name, and the names of those that cannot be read.
  private func deckTexts() throws(Failure) -> (texts: [String: String], unread: Set<String>) {
    var texts: [String: String] = [:]
    var unread: Set<String> = []
    for path in try folder.files() {
      let name = String(path.dropFirst(folder.path.count + 1))
      guard Archive.isFileName(name),
        let bytes = try? FileBytes.read(path, limit: DeckReader.byteLimit),
        let text = String(validating: bytes, as: UTF8.self)
      else {
        unread.insert(name)
        continue
      }
      texts[name] = text
    }
    return (texts, unread)
  }

  /// Records what the person has made of their decks' files since they were looked at last.
  ///
  /// - Parameter isStep: whether this program has just changed one, which can be taken back.
  /// - Throws: ``Failure`` and ``StoreError``.
  package func noteDecks(asStep isStep: Bool = false) throws {
    // A folder that is not there may be elsewhere for a while; that deletes no deck.
    guard Disk.has(folder.path) else { return }
    let (texts, unread) = try deckTexts()
    try store.noteDecks(texts, unread: unread, asStep: isStep)
  }

  /// Writes a deck of the person's own, which can be taken back, and says where it is.
  ///
  /// - Throws: ``Failure`` and ``StoreError``.
  package func keep(_ deck: OwnDeck, _ text: String) throws {
    noteDecksIfPossible()
    try deck.write(text)
    noteStep()
  }

  /// Writes another text into the file of a deck of the person's own, which can be taken back, and says
  /// where it is.
  ///
  /// - Throws: ``Failure`` and ``StoreError``.
  package func keep(_ text: String, at path: String, insteadOf bytes: [UInt8]) throws {
    noteDecksIfPossible()
    try FileReplacement(path).write(Array(text.utf8), expecting: bytes)
    try Output.path(path)
    noteStep()
  }

  private func noteStep() {
    do {
      try noteDecks(asStep: true)
    } catch {
      // The deck is there, and is used.
      let reason = (error as? Failure ?? Failure(error))?.message ?? "\(error)"
      Output.warn("“starling undo” will not take it back: \(reason)")
    }
  }

  /// The same where what follows is done all the same: an export has the files themselves in it, too, and an
  /// undo leaves the decks.
  func noteDecksIfPossible() {
    // A folder that cannot be read is named by whatever reads the decks.
    guard store.refusal == nil, (try? folder.files()) != nil else { return }
    do {
      try noteDecks()
    } catch {
      let reason = (error as? Failure ?? Failure(error))?.message ?? "\(error)"
      Output.warn("what has become of your decks cannot be recorded: \(reason)")
    }
  }

  /// Does something that may make decks' files others: these and the database change together, or neither.
  ///
  /// - Parameter body: gets what is to be called with the changes, within its transaction.
  /// - Returns: what `body` gives, and the changes that were made.
  /// - Throws: what `body` throws, and ``Failure`` when a file cannot be changed.
  package func placingDecks<Value>(
    _ body: (([DeckChange]) throws -> Void) throws(StoreError) -> Value
  ) throws -> (value: Value, files: DeckFileChanges?) {
    var files: DeckFileChanges?
    // The store makes an error of its own of what goes wrong within its transaction.
    var failure: Failure?
    do throws(StoreError) {
      let value = try body { changes in
        files?.takeBack()
        do throws(Failure) {
          files = try DeckFileChanges(changes, in: places.decks)
          try files?.place()
        } catch {
          failure = error
          throw error
        }
      }
      files?.finish()
      return (value, files)
    } catch {
      files?.takeBack()
      if let failure { throw failure }
      throw error
    }
  }
}
