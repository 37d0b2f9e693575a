import Application
import Decks
package import Practice
import Scheduler
import Screen

/// What the lines say: the question, what to do, and what came of it.
extension PlainLoop {
  /// Says what is asked now.
  package mutating func begin() throws {
    guard let current = practice.current else { return }
    let card = current.card
    let session = practice.session
    try Output.line(
      "\n\(session.finishedCount + 1) of \(session.totalCount): \(card.id.card), \(card.kind.title), \(DateText.minutes(practice.minutesLeft)) left"
    )
    try enter(after: nil)
    if workspace.saysQuestions, practice.phase == .question { sayAloud() }
  }

  /// Has the question said by the person's speaker; the next line ends it.
  func sayAloud() {
    guard let question = practice.question else { return }
    _ = saying { try voice.say(question) }
  }

  /// Says what follows from something that was done.
  package mutating func say(after action: PracticeRun.Action, from before: PracticeRun.Phase) throws
  {
    switch (action, before) {
    case (.surer, _), (.lessSure, _):
      try Output.line(
        practice.attempt?.confidence.map { "Sure: \($0) of 4." } ?? "How sure is not said.")
    case (.nextPart, .speaking), (.previousPart, .speaking), (.pause, .speaking):
      guard case .speaking(let clock) = practice.phase else { break }
      let paused = clock.isPaused ? "Paused; p goes on." : "Going on."
      try Output.line(action == .pause ? paused : clock.step.title)
    case (.judge, .probing) where practice.attempt?.purpose == .probe: try enter(after: action)
    case (.judge, .probing): try sayDepth()
    case (.tickAll, _): try sayWhatItComesTo()
    case (.stop, .probing), (.judge, _): break
    case (.name, .naming):
      try Output.line(practice.namedStory ?? "No story is named.")
      if let warning = practice.storyWarning { try Output.line(warning) }
      try sayObservations()
    case (.undo, _): try begin()
    case (.note, _), (.hear, _), (.saveStory, _), (.accept, _), (.stop, .naming): break
    case (.pick, _) where practice.phase == .question: break
    case (.guess, _) where practice.phase == .question:
      if let guess = practice.guessMade { try Output.line(guess) }
    default: try enter(after: action)
    }
  }

  /// Says what there is to say where something begins; the answer is written at once.
  private mutating func enter(after action: PracticeRun.Action?) throws {
    switch practice.phase {
    case .question: try describeQuestion()
    case .speaking:
      try Output.line(practice.hasParts ? "Speak: Situation." : "Speak.")
      try sayKeysOnce()
    case .writing: try action == .editor ? finishWriting() : write()
    case .drilling(let clock):
      try Output.line(
        clock.drill == .pick
          ? "Which story fits? \(clock.drill.seconds) seconds."
          : "Say it: one sentence, \(clock.drill.seconds) seconds.")
      if clock.drill == .pick { try listStories() }
      try sayKeysOnce()
    case .reading(let clock):
      try Output.line("What is it after? \(clock.drill.seconds) seconds.")
      for (index, family) in practice.start.families.enumerated() {
        try Output.line("\(index + 1) \(family.title)")
      }
      try sayKeysOnce()
    case .naming:
      try Output.line("Which story did you tell?")
      try listStories()
      try sayKeysOnce()
    case .probing(let probe, _): try Output.line("\(probe) \(Drill.probe.seconds) seconds.")
    case .reveal:
      if practice.attempt?.purpose == .regrade {
        try showWritten()
      } else {
        try reveal(isAnew: action != .reveal)
      }
    }
  }

  /// Says the question and all that stands with it; nothing of the answer side.
  private mutating func describeQuestion() throws {
    guard let current = practice.current, let attempt = practice.attempt else { return }
    try Output.line(practice.question ?? "")
    if practice.item?.task == .probe {
      try Output.line(practice.instruction ?? "")
      return try act(.speak)
    }
    if !current.reasons.isEmpty {
      try Output.line("Counts more: \(current.reasons.joined(separator: ", ")).")
    }
    let instruction =
      practice.item?.task == .rebuild
      ? "Rebuild: \(attempt.parts.map(\.title).joined(separator: ", ")). Only that."
      : practice.instruction.flatMap { told.insert($0).inserted ? $0 : nil }
    let draft =
      practice.isOpen ? "Your answer is open still: Enter goes back to it." : practice.draftKept
    for line in [
      practice.guessMade, practice.namedStory, practice.storyWarning, practice.toldBefore,
      instruction,
      practice.helpForRebuild, draft,
    ].compactMap(\.self) {
      try Output.line(line)
    }
  }

  /// Says the keys that are new to the person, where they meet something for the first time; otherwise
  /// what is waited for.
  mutating func sayKeysOnce() throws {
    // Where nothing is graded other keys work.
    let place = practice.phase.name + (practice.isGraded ? "" : ", ungraded")
    if told.insert("keys of \(place)").inserted {
      let new = practice.plainKeys.filter { row in
        guard let text = row.text, PracticeRun.isCardKey(text) else { return true }
        return told.insert(text).inserted
      }
      try Output.line("Keys: \(new.text).")
      if practice.acceptedGrade == nil { return }
    }
    guard practice.phase == .reveal else { return }
    defer { isAsked = false }
    if practice.isMarkedDone {
      try Output.line("Done? Enter, or n for not yet.")
    } else if practice.isGraded {
      let enter = practice.suggestion.flatMap { suggestion in
        practice.acceptedGrade.map { " Enter takes \($0.name): \(suggestion.reason)." }
      }
      // What was said last is not said again.
      if enter == offered { return try isAsked ? () : Output.line("Grade?") }
      offered = enter
      try Output.line("Grade?" + (enter ?? ""))
    }
  }

  /// Says the keys of what the person is at.
  func sayKeys() throws { try Output.line("Keys: \(practice.plainKeys.text).") }

  private func listStories() throws {
    for (index, title) in practice.storyTitles.enumerated() {
      try Output.line("\(index + 1) \(title)")
    }
  }

  /// Says of a key that it means nothing here; of Enter alone there is nothing to say.
  func sayUnknown(_ key: String) throws {
    guard !key.isEmpty else { return }
    if practice.phase == .reveal, practice.lines.contains(where: { String($0.key) == key }) {
      return try Output.line("+\(key) ticks that line.")
    }
    try Output.line(
      practice.phase == .question && ["1", "2", "3", "4"].contains(key)
        ? "1 to 4 grade, after the answer."
        : "“\(key.sanitised().truncated(to: 20))” does nothing here; ? says the keys.")
  }

  // MARK: - Follow-ups and ticks

  func sayTimeOfProbe() throws {
    let milliseconds = practice.attempt?.probes.last?.duration ?? 0
    try Output.line("\(milliseconds / 1000) of \(Drill.probe.seconds) seconds.")
  }

  /// Says all lines, those of a story under the names of its parts.
  func listTicks() throws {
    var part: RubricPart?
    for line in practice.lines {
      if let own = line.tick.part, own != part { try Output.line("\(own.title):") }
      part = line.tick.part
      let isTicked = practice.attempt?.ticks.contains(line.tick) ?? false
      try Output.line("\(line.key) \(line.text)\(isTicked ? ": yes" : "")")
    }
  }

  func sayWhatItComesTo() throws {
    if let outcome = practice.outcome(\.spokenText) {
      try Output.line(outcome.marks.hasSuffix(".") ? outcome.marks : "\(outcome.marks).")
      if let next = outcome.next { try Output.line("Next: \(next.text).") }
    }
  }

  /// Says how the answer has held under follow-ups.
  private func sayDepth() throws {
    guard let depth = practice.attempt?.profile?.depth else { return }
    try Output.line("Follow-ups \(depth) of 4.")
  }
}
