package import Application
import Files
package import Practice
import Scheduler
import Store

/// The same session line by line, without a screen: for screen readers, pipes and simple terminals.
///
/// The keys are for ever: `Enter` reveals, `1`–`4` grade, `u` undoes, `s` skips, `q` or the end of
/// input ends it. What else there is has been added to them.
package enum PlainPractice {
  /// - Parameters:
  ///   - surroundings: the machine.
  ///   - request: what is asked for; nil goes on with what was left.
  /// - Throws: what keeps it from being practised or kept.
  package static func run(
    in surroundings: any Surroundings, _ request: (Workspace) throws -> SessionRequest?
  ) throws {
    let workspace = try Workspace.forCommand(in: surroundings, mayOnlyRead: false)
    for problem in workspace.bringBackUnsaved() { Output.warn(problem) }
    if let warning = try workspace.clockProblem(at: workspace.clock.now) { Output.warn(warning) }
    var loop = PlainLoop(workspace, try workspace.session(for: try request(workspace)))
    try loop.run()
    workspace.fitByItself()
  }
}

/// A session in lines: says what is asked, reads a line, and does what it means.
package struct PlainLoop {
  package let workspace: Workspace
  let drafts: PlainDrafts
  package var practice: PracticeRun
  /// Whether the person or the end of input has ended the session.
  var isOver = false
  private let sound: Sound
  private let ear: Ear
  let voice: Voice
  /// What is said once in a session: the keys of each thing that the person is at, how to answer.
  var told: Set<String> = []
  /// The grade that Enter takes, and why, as it was said last.
  var offered: String?
  /// Whether the line before asked for a grade.
  var isAsked = false
  /// Why the last grade could not be recorded yet; nil if it was.
  private var unrecorded: Failure?

  package init(_ workspace: Workspace, _ start: SessionStart) {
    self.workspace = workspace
    sound = workspace.sound
    ear = workspace.ear
    voice = workspace.voice
    drafts = PlainDrafts(workspace)
    practice = PracticeRun(
      start, at: workspace.clock.now, schedule: workspace.store.schedule, isAskedAgain: true)
  }

  package mutating func run() throws {
    // However it ends.
    defer { drafts.finish() }
    if let left, !practice.session.steps.isEmpty {
      try Output.line("Going on with today's session, \(left) left.")
    }
    _ = saying { try ear.takeUp() }
    _ = saying { try workspace.deleteOldSound() }
    if practice.session.current == nil {
      try Output.line(
        practice.session.isDaily
          ? "Today's session is done. “starling practice --new” gives more."
          : "There is nothing to practise here.")
    }
    var turn = 0
    while practice.current != nil, !isOver {
      if practice.turn != turn {
        turn = practice.turn
        try begin()
      } else {
        try readKey()
      }
    }
    voice.stop()
    try summarise()
    if ear.isAtWork {
      Output.warn(
        "what you said is not all written down yet; your next session or “starling recordings transcribe” does that"
      )
    }
    // It was said when it happened.
    if let unrecorded { throw Failure(unrecorded.code) }
  }

  /// What came of what was said, if anything has come.
  private mutating func takeWords() throws {
    guard ear.isAtWork, let heard = ear.poll(mayStart: sound.isSettled) else { return }
    guard let answer = saying({ try workspace.keep(heard, of: ear) }) else { return }
    try carryOut(practice.take(.heard(answer), at: workspace.clock.now))
    if practice.phase == .reveal, practice.attempt?.recording == answer.recording {
      try sayWords()
    }
  }

  /// Waits until what was said last is written down, however that ends.
  private mutating func waitForWords() throws {
    while practice.hearing == .underWay, ear.isAtWork {
      try takeWords()
      RunningProgram.wait(milliseconds: 20)
    }
  }

  private mutating func readKey() throws {
    try takeWords()
    let rows = practice.plainKeys
    switch practice.phase {
    case .question, .reveal, .probing: try sayKeysOnce()
    case .speaking, .writing, .drilling, .reading, .naming: break
    }
    guard let line = readLine() else {
      isOver = true
      return
    }
    voice.stop()
    try takeWords()
    let key = line.sanitisedKey
    let canTick = practice.isOffered(.tickAll)
    // A capital counts where it has a meaning of its own.
    if let action = rows.action(for: line.trimmed) ?? rows.action(for: key) {
      try act(action)
    } else if practice.phase == .question, let action = rows.action(for: key.uppercased()) {
      // No small letter means another thing there.
      try act(action)
    } else if key == "?" {
      try sayKeys()
    } else if key == "q" {
      if practice.isRecorded { try carryOut(practice.perform(.stop, at: workspace.clock.now)) }
      isOver = true
    } else if canTick, key == "l" {
      try listTicks()
    } else if practice.phase == .reveal, key == "y", practice.hearing == .underWay {
      try waitForWords()
    } else if key == "'", practice.phase == .question, voice.canSpeak {
      sayAloud()
    } else if canTick, key.hasPrefix("+") {
      try tick(key.dropFirst())
    } else {
      try sayUnknown(key)
    }
  }

  /// Does something, and says what follows.
  mutating func act(_ action: PracticeRun.Action) throws {
    let before = practice
    let effects = practice.perform(action, at: workspace.clock.now)
    if case .probing = before.phase, case .judge = action { try sayTimeOfProbe() }
    do {
      try carryOut(effects)
    } catch let error as StoreError where error.isOfOtherFile {
      guard case .record? = effects.first, let failure = Failure(error) else { throw error }
      Output.warn("\(failure.message ?? "")\nThe grade is not recorded yet: give it again, or q.")
      unrecorded = failure
      practice.askAgain()
      return try begin()
    }
    // What is asked next says itself.
    if practice.turn == before.turn, !isOver { try say(after: action, from: before.phase) }
  }

  private mutating func tick(_ keys: Substring) throws {
    let now = workspace.clock.now
    if keys.isEmpty { _ = practice.perform(.tickAll, at: now) }
    for key in keys where !key.isWhitespace {
      if let line = practice.lines.first(where: { $0.key == key }) {
        _ = practice.perform(.tick(line.tick), at: now)
      } else {
        try Output.line("“\(key)” is no letter of the list; l lists them.")
      }
    }
    try sayWhatItComesTo()
  }

  // MARK: - What is done outside

  private mutating func carryOut(_ effects: [PracticeEffect]) throws {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .say(let notice):
        let sentence = PracticeVoice.lines.sentence(
          for: notice, date: { $0.words(by: workspace.clock) })
        if let sentence { try Output.line(sentence) }
      case .keepDraft(let texts, let card): try drafts.keep(texts, of: card)
      case .editNote(let card): try writeNote(on: card)
      case .saveStory(let texts): try keepStory(texts)
      default:
        guard let outcome = try outcome(of: effect) else { continue }
        if outcome == .recordingStarted { try Output.line("You are recorded.") }
        if case .recorded(let attempt, _) = outcome {
          unrecorded = nil
          if attempt.endsDraft { drafts.forget(attempt.card) }
        }
        waiting += practice.take(outcome, at: workspace.clock.now)
      }
    }
  }

  /// What came of an effect; nil where practice goes on without, and what went wrong was said.
  private func outcome(of effect: PracticeEffect) throws -> PracticeOutcome? {
    let editor = workspace.editor
    let executor = PracticeExecutor(workspace: workspace, sound: sound, ear: ear) {
      try editor.open($0)
    }
    switch effect {
    case .editAnswer:
      return try sayingUnlessAskedToEnd { try executor.outcome(of: effect) }
    case .startRecording, .stopRecording, .holdRecording, .playRecording, .hearAgain, .shelve,
      .release:
      return saying { try executor.outcome(of: effect) }
    default: return try executor.outcome(of: effect)
    }
  }

  /// Does something that practice can go on without, unless a signal asked for the end meanwhile; what
  /// went wrong is said.
  func sayingUnlessAskedToEnd<Value>(_ action: () throws -> Value) throws -> Value? {
    do {
      return try action()
    } catch let failure as Failure where failure.signal == nil {
      if let message = failure.message { Output.warn(message) }
      return nil
    }
  }

  /// Does something that practice can go on without; what goes wrong there is said.
  func saying<Value>(_ action: () throws -> Value) -> Value? {
    do {
      return try action()
    } catch {
      Output.warn(Failure.words(of: error))
      return nil
    }
  }
}

extension StoreError {
  /// Whether what is wrong can be mended while this goes on: another file is in the database's place.
  fileprivate var isOfOtherFile: Bool {
    switch self {
    case .displaced, .overwritten: true
    default: false
    }
  }
}

extension String {
  /// What the person meant by it, in lower case.
  var sanitisedKey: String { trimmed.lowercased() }
}
