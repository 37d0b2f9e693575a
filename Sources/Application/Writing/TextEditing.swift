import Decks
import Files
import Practice
import Store

/// Lets the person write a text in their editor and keeps it; what cannot be kept is not lost.
package struct TextEditing {
  package let manuscripts: Manuscripts
  /// What it is of, such as `note PE-03`; under this it is found again.
  package let key: TextKey
  /// What the editor's file is called.
  package let name: String
  /// How one keeps what is written in the editor and leaves it.
  let leaving: String

  /// - Parameters:
  ///   - text: what is there; in its place comes what was written last time and could not be kept.
  ///   - written: what is written of it already, elsewhere than in an editor: it comes before both.
  ///   - open: shows the file of that path to the person.
  ///   - keep: keeps what they made of it.
  /// - Returns: what `keep` gives.
  /// - Throws: ``Failure``, which names the file where the text is if it was not kept.
  package func edited<Kept>(
    _ text: String, from written: String? = nil, opening open: (_ path: String) throws -> Void,
    keeping keep: (String) throws -> Kept
  ) throws -> Kept {
    let unfinished = UnfinishedText(manuscripts, key: key, name: name)
    let begun = try written ?? unfinished.text() ?? text
    let manuscript = try manuscripts.begin(
      key, name: name, "\(Manuscript.mark)\(leaving)\n\(begun)")
    let written = Manuscript.unmarked(try manuscript.edited(opening: open))
    do {
      let kept = try keep(written)
      manuscript.remove()
      unfinished.forget()
      return kept
    } catch {
      guard let failure = Failure(error) else { throw error }
      throw failure.adding(
        unfinished.keep(written, of: manuscript).words(next: "the next time begins with it"))
    }
  }
}

extension Manuscript {
  /// Shows the text to the person, and reads what they made of it.
  ///
  /// - Parameter open: shows the file of that path.
  /// - Returns: the text as the editor left it.
  /// - Throws: what `open` throws, and ``Failure`` for what is no text; what was written stays in its
  ///   file then, which is named.
  package func edited(opening open: (_ path: String) throws -> Void) throws -> String {
    do {
      try open(path)
      return try read()
    } catch let failure as Failure {
      guard isWritten, isFile else {
        remove()
        throw failure
      }
      throw failure.adding("what you wrote is in \(path); the next time begins with it")
    }
  }
}

extension Places {
  /// What is being written.
  var manuscripts: Manuscripts { Manuscripts(home: store.folder) }
}

extension Workspace {
  /// Lets the person change their note on a card in their editor.
  ///
  /// - Parameters:
  ///   - card: the card.
  ///   - written: what is written of it already and not kept.
  ///   - open: shows the file of that path to the person.
  /// - Returns: what the note is now; empty if there is none.
  /// - Throws: ``Failure``, which names the file where the text is if it was not kept.
  func editNote(
    on card: CardID, from written: String? = nil, opening open: (_ path: String) throws -> Void
  ) throws -> String {
    // As it is now: another window may have changed it since it was shown.
    let note = try store.note(on: card) ?? ""
    // An editor that appends expects the last line to be ended.
    func ended(_ text: String) -> String {
      text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    }
    return try textEditing("note \(card)", asRead: note, name: "note.txt")
      .edited(ended(note), from: written.map(ended), opening: open) { edited in
        try store.setNote(edited.trimmedEnd, on: card, insteadOf: note, at: clock.now.time)
      }
  }

  package var manuscripts: Manuscripts { places.manuscripts }

  /// A text to be written in the person's editor.
  ///
  /// - Parameters:
  ///   - key: what it is of.
  ///   - read: what is there now.
  ///   - name: what the editor's file is called.
  /// - Returns: the text, not begun yet.
  package func textEditing(_ key: String, asRead read: String, name: String) -> TextEditing {
    TextEditing(
      manuscripts: manuscripts, key: TextKey(key, asRead: read), name: name,
      leaving: editor.leaving)
  }
}
