import Decks
import Files
import Practice
import Store

/// The words that were heard in recordings, wherever they are kept: with answers, or in drafts.
struct RecordedWords {
  private var workspace: Workspace?
  private var answers: [Attempt] = []
  /// Recordings whose words became a draft.
  private var shelved: [(recording: Recording, texts: [String])] = []

  /// Finds them.
  ///
  /// Where the database cannot be opened that is said, and only sound goes.
  init(of recordings: [Recording], in surroundings: any Surroundings) {
    do {
      // Without a database there are none, and none is made for this.
      guard Disk.has(try surroundings.places().store.database) else { return }
      let workspace = try Workspace.forCommand(
        .truth, in: surroundings, keepsCopy: false, mayOnlyRead: false)
      self.workspace = workspace
      for recording in recordings {
        let answer = try workspace.store.answer(
          recordedAs: recording.fileName, at: recording.card, begun: recording.time)
        if let answer, answer.attempt.hasWords {
          answers.append(answer.attempt)
        } else if answer == nil, let heard = workspace.recordings.words(of: recording) {
          shelved.append((recording, try workspace.texts(of: heard.speech, at: recording.card)))
        }
      }
    } catch {
      (workspace, answers, shelved) = (nil, [], [])
      Output.warn("words of it cannot be looked for: \(Failure.words(of: error))")
    }
  }

  /// Of how many answers there are words.
  var count: Int { answers.count }

  /// Asks whether they are to be erased.
  func isWanted() throws(Failure) -> Bool {
    let words = "the words of \(count.of("answer"))"
    guard StandardStreams.isInputTerminal else {
      throw Failure(
        .usage, "nobody can be asked here; --yes erases \(words), too; nothing was deleted")
    }
    let key = StandardStreams.key {
      Output.warn(
        "delete them, and erase \(words)? It cannot be taken back; “y” does it, any other key does not."
      )
    }
    return key == UInt8(ascii: "y")
  }

  /// Erases them.
  ///
  /// - Returns: the safety copies that could not be changed, each with why.
  /// - Throws: ``StoreError``.
  func erase() throws -> [String] {
    guard let workspace else { return [] }
    var left: [String] = []
    for answer in answers {
      let target = Store.Erasable.answer(
        at: answer.card, answer.moment.time, answer.purpose, answer.mode)
      left += try workspace.store.erase(target, at: workspace.clock.now).left
    }
    // They may have been a draft before they were an answer, or be one still.
    let words =
      answers.map { ($0.card, $0.texts + $0.heard) } + shelved.map { ($0.recording.card, $0.texts) }
    for (card, texts) in Dictionary(words, uniquingKeysWith: +) {
      let gone = Set(texts.flatMap { $0.split(whereSeparator: \.isNewline) })
      let rest = try workspace.store.draft(of: card).map { text in
        text.split(whereSeparator: \.isNewline).filter { !gone.contains($0) }
          .joined(separator: "\n")
      }
      let draft = Store.Erasable.thing(
        table: "drafts", id: card.description, title: "", deleted: nil)
      left += try workspace.store.erase(draft, at: workspace.clock.now).left
      try workspace.store.keepDraft(rest, of: card, at: workspace.clock.now.time)
    }
    return left
  }
}
