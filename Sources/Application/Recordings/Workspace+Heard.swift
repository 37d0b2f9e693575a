package import Decks
import Exchange
package import Files
package import Practice
import Scheduler
import Store

/// Where the words of recordings go: to the answers that they are of.
extension Workspace {
  /// Puts what came of a recording where it belongs.
  ///
  /// Words whose answer is kept are kept with it, once; those of one that is not are for whoever has it
  /// open, or else a draft. What is kept is not owed any more.
  ///
  /// - Parameters:
  ///   - heard: what came of it.
  ///   - ear: who has heard it.
  /// - Returns: the same for a session.
  /// - Throws: ``StoreError``; then it is owed still.
  package func keep(_ heard: Ear.Heard, of ear: Ear) throws -> HeardAnswer {
    let recording = heard.recording
    var answer = HeardAnswer(
      recording: recording.fileName, card: recording.card, result: .failed(""),
      seconds: heard.seconds)
    let file: HeardFile
    switch heard.words {
    case .failure(let failure):
      answer.result = .failed(failure.message ?? "nothing was written down")
      return answer
    case .success(let words): file = words
    }
    let known = try store.answer(
      recordedAs: recording.fileName, at: recording.card, begun: recording.time)
    guard let known, let number = known.attempt.id else {
      answer.result = .words(try texts(of: file.speech, at: recording.card), file)
      return answer
    }
    let texts = known.attempt.boxTexts(of: file.speech)
    answer.result = .words(texts, file)
    _ = try store.keepHeard(texts, of: number, at: clock.now)
    answer.kept = try sessionCards([recording.card]).first
    ear.release(recording.fileName)
    return answer
  }

  /// Lets go of the sound of answers whose words are kept, as long ago as the person wants that.
  ///
  /// - Returns: how many there were.
  /// - Throws: ``Failure`` where something cannot be deleted.
  package func deleteOldSound() throws(Failure) -> Int {
    try recordings.deleteOld(after: settings.recordingDays, at: clock.now.time)
  }

  /// What was said at a card of which no answer is kept, box by box.
  func texts(of speech: Speech, at card: CardID) throws -> [String] {
    speech.texts(inParts: try store.card(card)?.kind == .star)
  }

  /// Makes words a draft whose answer is not kept.
  ///
  /// - Parameters:
  ///   - texts: the words, box by box.
  ///   - name: that of the recording.
  ///   - card: where it was answered.
  ///   - ear: who has heard them.
  /// - Returns: the draft of the card as it is now.
  /// - Throws: ``StoreError``; then they are owed still.
  package func shelve(_ texts: [String], of name: String, at card: CardID, from ear: Ear) throws
    -> [String]
  {
    try store.addToDraft(texts, of: card, at: clock.now.time)
    ear.release(name)
    // What is open in boxes now does not know of it, and is not to take its place.
    return try store.draft(of: card)
  }
}

extension Attempt {
  /// What was said, in the boxes of this answer.
  fileprivate func boxTexts(of speech: Speech) -> [String] {
    guard purpose != .rebuild else {
      let place = boxPlaces.first ?? 0
      return [String](repeating: "", count: place) + speech.texts(inParts: false)
    }
    return speech.texts(inParts: isStory)
  }
}
