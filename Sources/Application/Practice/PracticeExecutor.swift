import Decks
package import Practice
import Store

/// Does what a session wants done, for the screen and for the lines.
package struct PracticeExecutor {
  /// Where it is kept.
  package let workspace: Workspace
  /// What records and plays.
  package let sound: Sound
  /// Who writes down what was said.
  package let ear: Ear
  /// Shows the file of that path in the person's editor.
  package let open: (_ path: String) throws -> Void

  package init(
    workspace: Workspace, sound: Sound, ear: Ear,
    open: @escaping (_ path: String) throws -> Void
  ) {
    self.workspace = workspace
    self.sound = sound
    self.ear = ear
    self.open = open
  }

  /// Carries one effect out.
  ///
  /// Drafts, notes, stories and what is said are for the front.
  ///
  /// - Returns: what came of it.
  /// - Throws: ``Failure`` and ``StoreError``.
  package func outcome(of effect: PracticeEffect) throws -> PracticeOutcome {
    let store = workspace.store
    switch effect {
    case .record(let grading, let attempt, let session):
      sound.stopPlaying()
      let (memory, kept) = try store.record(grading, for: attempt, in: session)
      releaseWords(of: kept)
      return .recorded(kept, memory)
    case .keep(let attempt, let session):
      sound.stopPlaying()
      let kept = try store.keep(attempt, in: session)
      releaseWords(of: kept)
      return .recorded(kept, nil)
    case .bury(let card, let day, let session):
      try store.setBuried(card, until: day, in: session, at: workspace.clock.now)
      return .buried(card, until: day)
    case .suspend(let card, let isSuspended, let session):
      try store.setSuspended(card, to: isSuspended, in: session, at: workspace.clock.now)
      return .suspended(card, isSuspended)
    case .leaveAside(let card, let session):
      sound.stopPlaying()
      try store.setSuspended(
        card, to: true, because: .doesNotApply, in: session, at: workspace.clock.now)
      return .leftAside(card)
    case .skip(let isSkipped, let session):
      sound.stopPlaying()
      try store.keep(
        session.after(isSkipped ? { .skipped($0) } : nil), at: workspace.clock.now)
      return .skipped(isSkipped)
    case .undo(let session):
      sound.stopPlaying()
      let (undone, card) = try workspace.undoLast(in: session)
      return .undone(undone, card)
    case .undoAttempt(let id, let card, let session):
      sound.stopPlaying()
      let attempt = try store.attempts(at: card).first { $0.id == id }
      try store.undoAttempt(id, at: workspace.clock.now, in: session)
      return .attemptUndone(attempt, try workspace.sessionCards([card]).first)
    case .startRecording(let card):
      return try sound.record(card, at: workspace.clock.now.time) ? .recordingStarted : .done
    case .holdRecording(let isHeld):
      sound.holdRecording(isHeld)
      return .done
    case .stopRecording(let card, let isKept, let marks, let duration):
      guard let name = try sound.stopRecording(isKept: isKept) else { return .done }
      return .recordingKept(
        card, name: name, canPlay: sound.canPlay,
        isHeard: try ear.listen(to: name, marks: marks, duration: duration))
    case .hearAgain(let card, let name, let marks, let duration):
      guard try !ear.listen(to: name, marks: marks, duration: duration) else { return .done }
      return .heard(
        HeardAnswer(
          recording: name, card: card, result: .failed("there is nothing that writes it down now"),
          seconds: 0))
    case .shelve(let card, let name, let texts):
      return .shelved(card, try workspace.shelve(texts, of: name, at: card, from: ear))
    case .release(let name):
      ear.release(name)
      return .done
    case .playRecording(let card):
      _ = try sound.play(card)
      return .done
    case .editAnswer(let card, let form, let question):
      return .answerEdited(card, try editAnswer(form, to: question, at: card))
    case .lookElsewhere(let items):
      let day = workspace.clock.now.day(startHour: store.schedule.startHour)
      return .doneElsewhere(try store.done(items, on: day))
    case .editNote, .keepDraft, .saveStory, .say: return .done
    }
  }

  /// What is with its answer is not owed any more.
  private func releaseWords(of attempt: Attempt) {
    if attempt.hasWords, let name = attempt.recording { ear.release(name) }
  }

  private func editAnswer(_ form: AnswerForm, to question: String, at card: CardID) throws
    -> [String]
  {
    try workspace.textEditing(
      "answer \(card)", asRead: form.text(question: ""), name: "answer.md"
    )
    .edited(form.text(question: question), opening: open) { edited in
      // The draft is on disk before the editor's file goes.
      let texts = form.texts(in: edited)
      try workspace.keepDraft(form.draft(texts), of: card)
      return texts
    }
  }
}
