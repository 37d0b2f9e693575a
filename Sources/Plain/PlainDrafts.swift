package import Application
package import Decks
import Practice
import Store
import TUI

/// The drafts of a session without a screen: what the database does not take stays here and is tried
/// again with every line, and at the end goes into a file.
package final class PlainDrafts {
  private let workspace: Workspace
  private var unsaved: [UnsavedText] = []

  package init(_ workspace: Workspace) { self.workspace = workspace }

  /// Keeps what is written so far at a card, and says so where that could not be done.
  package func keep(_ texts: [String], of card: CardID) throws {
    let wasSaved = unsaved.isEmpty
    unsaved.removeAll { $0.card == card }
    unsaved.append(UnsavedText(card: card, texts: texts))
    do throws(StoreError) {
      try saveAll()
    } catch {
      if wasSaved {
        Output.warn(
          "Not saved yet: \(error.description). What you typed stays here and is tried again.")
      }
      return
    }
    if !wasSaved { try Output.line("What you typed is saved now.") }
  }

  /// The draft of a card is in an answer now that is on disk.
  func forget(_ card: CardID) { unsaved.removeAll { $0.card == card } }

  /// Saves what is left, in the database or in a file.
  func finish() {
    do throws(StoreError) {
      try saveAll()
    } catch {
      workspace.rescue(unsaved)
    }
  }

  private func saveAll() throws(StoreError) {
    while let draft = unsaved.first {
      try workspace.keepDraft(draft.texts, of: draft.card)
      unsaved.removeFirst()
    }
  }
}
