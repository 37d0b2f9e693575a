import Campaign
import Decks
import Exchange
import Foundation
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// A person who lives with Starling, day by day, as a seed has it: what they do goes through the program
/// as their keys would, and what they are told is kept is written down.
final class Life {
  private(set) var stage: Stage
  private(set) var promises = Promises()
  private(set) var workspace: Workspace
  private var generator: CaseGenerator
  private let name: String
  /// How often a day goes by without practice, and the program is killed between two things that it does.
  private let laziness: Double
  private let misfortune: Double
  private(set) var days = 0
  private(set) var crashes = 0
  private(set) var jumps = 0
  /// The latest time that its clock ever showed.
  private(set) var latest = Timestamp(milliseconds: 0)
  private var words = 0

  init(_ name: String, seed: UInt64) throws {
    self.name = name
    generator = CaseGenerator(seed: seed)
    laziness = [0, 0.2, 0.6].randomElement(using: &generator) ?? 0
    misfortune = [0, 0.01, 0.05].randomElement(using: &generator) ?? 0
    stage = try Stage()
    // No two people answer in the same millisecond.
    stage.setClock(Stage.evening.adding(milliseconds: Int64(seed % 59_999)))
    workspace = try stage.readyWorkspace()
  }

  private func isLucky(_ chance: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < chance
  }

  private func someWords() -> String {
    words += 1
    return
      "\(name) says \(words) \(["at night", "→ 12 %", "für Ann", "👩‍🚒"].randomElement(using: &generator) ?? "")"
  }

  // MARK: - A day

  /// Starts the program, does what the day brings, and leaves it.
  func live() throws {
    days += 1
    stage.wait(minutes: 1440 + Int.random(in: -90...90, using: &generator))
    // Summer ends, a flight, a battery that was empty: the clock is set forth or back.
    if isLucky(0.05) {
      stage.setOffset([0, 3600, 7200, -18_000, 20_700].randomElement(using: &generator) ?? 0)
    }
    if isLucky(0.03) {
      stage.wait(minutes: [-60, 60, -1440, -4000, 3].randomElement(using: &generator) ?? 0)
      jumps += 1
    }
    latest = max(latest, stage.clock.now.time)
    if isLucky(laziness) { return }
    try open()
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0..<6: try practise()
      case 6: try note()
      case 7, 8: try tell()
      case 9: try suspend()
      case 10: try takeBack()
      default: damage()
      }
    }
  }

  /// As at each start.
  private func open() throws {
    workspace = try stage.readyWorkspace()
    #expect(workspace.bringBackUnsaved().isEmpty)
  }

  /// The program is killed now, if luck has it so: what is on disk at this moment is all that is left.
  private func mayCrash() throws -> Bool {
    guard isLucky(misfortune) else { return false }
    crashes += 1
    let next = try Stage()
    next.setClock(stage.clock.now.time)
    for file in try FileManager.default.contentsOfDirectory(atPath: stage.home.path) {
      try FileManager.default.copyItem(atPath: stage.home.file(file), toPath: next.home.file(file))
    }
    stage = next
    try open()
    return true
  }

  /// What can be computed is lost or wrong, or a file of it is.
  private func damage() {
    let cache = stage.home.file("cache/decks.sqlite")
    if isLucky(0.5) {
      _ = FileManager.default.createFile(atPath: cache, contents: Data("no database".utf8))
    } else {
      try? FileManager.default.removeItem(atPath: cache)
    }
  }

  // MARK: - Beside sessions

  private func anyCard() -> CardID {
    CardID(deck: "star-people", card: String("PE-0\(Int.random(in: 1...6, using: &generator))"))
  }

  private func note() throws {
    let (card, text) = (anyCard(), isLucky(0.2) ? "" : someWords())
    try workspace.store.setNote(text, on: card, at: stage.clock.now.time)
    if text.isEmpty {
      promises.notes[card]?.delete()
    } else {
      promises.notes[card, default: Wordings()].write(
        text, at: stage.clock.now.time.milliseconds)
    }
  }

  private func suspend() throws {
    let card = anyCard()
    let isSuspended = isLucky(0.4)
    try workspace.store.setSuspended(card, to: isSuspended)
  }

  /// Writes a story down, tells it anew, or deletes it.
  private func tell() throws {
    let store = workspace.store
    let known = try store.notebook().stories.filter { $0.title.hasPrefix(name) }
    if let story = known.randomElement(using: &generator), isLucky(0.5) {
      guard isLucky(0.7) else {
        try store.delete([Item(story)])
        promises.stories[story.title]?.delete()
        return
      }
      var changed = story
      changed.situation = someWords()
      if isLucky(0.5) {
        try edit(story, to: changed.situation)
      } else {
        try store.keep([Item(changed)])
      }
      promises.stories[story.title]?.write(
        changed.situation, at: stage.clock.now.time.milliseconds)
    } else {
      var story = Story(title: someWords())
      story.situation = someWords()
      _ = try store.add(story)
      promises.stories[story.title, default: Wordings()].write(
        story.situation, at: stage.clock.now.time.milliseconds)
    }
  }

  /// Writes a story anew in a form, in the editor.
  private func edit(_ story: Kept<Story>, to situation: String) throws {
    stage.willEdit { _ in "title: '\(story.title)'\nsituation: '\(situation)'\n" }
    let forms = NotebookForms(workspace: workspace, names: try workspace.names())
    _ = try Output.collecting { _ = try forms.edit(story) }
  }

  /// Takes the last grade back, as the home screen does.
  private func takeBack() throws { note(undone: try workspace.undoLast(in: nil).0) }

  private func note(undone: UndoneReview?) {
    guard let undone else { return }
    promises.takenBack.insert(
      Promises.Answer(
        card: undone.card, time: undone.time.milliseconds, grade: undone.grade.rawValue))
  }

  // MARK: - A session

  private func practise() throws {
    var run = PracticeRun(
      try workspace.session(for: nil), at: stage.clock.now, schedule: workspace.store.schedule)
    for _ in 0..<Int.random(in: 1...30, using: &generator) where run.current != nil {
      guard let action = try nextAction(&run) else { continue }
      guard try perform(action, in: &run) else { return }
    }
  }

  /// Does it with all that comes of it.
  ///
  /// - Returns: whether the program is still there.
  private func perform(_ action: PracticeRun.Action, in run: inout PracticeRun) throws -> Bool {
    stage.wait(minutes: 1)
    latest = max(latest, stage.clock.now.time)
    var effects = run.perform(action, at: stage.clock.now)
    while !effects.isEmpty {
      if try mayCrash() { return false }
      let effect = effects.removeFirst()
      if case .keepDraft(let texts, let card) = effect {
        try keepDraft(texts, of: card)
        continue
      }
      let executor = PracticeExecutor(
        workspace: workspace, sound: workspace.sound, open: { _ in })
      let outcome = try executor.outcome(of: effect)
      note(outcome, of: effect)
      effects += run.take(outcome, at: stage.clock.now)
    }
    return true
  }

  private func keepDraft(_ texts: [String], of card: CardID) throws {
    try workspace.keepDraft(texts, of: card)
    promises.drafts[card] = texts.lines
  }

  private func note(_ outcome: PracticeOutcome, of effect: PracticeEffect) {
    switch (outcome, effect) {
    case (.recorded(let attempt, _), .record(let grading, _, _)):
      let answer = Promises.Answer(
        card: grading.card, time: grading.moment.time.milliseconds, grade: grading.grade.rawValue)
      promises.grades.insert(answer)
      if attempt.endsDraft { promises.drafts[attempt.card]?.subtract(attempt.texts.lines) }
      if attempt.isGiven, attempt.mode == .typed { promises.written[answer] = attempt.texts }
    case (.recorded(let attempt, _), _):
      if attempt.endsDraft { promises.drafts[attempt.card]?.subtract(attempt.texts.lines) }
    case (.undone(let undone, _), _): note(undone: undone)
    default: break
    }
  }

  /// What they do next; what is typed goes to the disk on the way.
  private func nextAction(_ run: inout PracticeRun) throws -> PracticeRun.Action? {
    let grade = [Grade.again, .hard, .good, .good, .easy].randomElement(using: &generator) ?? .good
    let actions: [PracticeRun.Action]
    switch run.phase {
    case .question:
      actions = [
        .speak, .speak, .write, .write, .reveal, .reveal, .headline, .otherWording, .confidence(3),
        .bury, .suspend, .skip, .undo,
      ]
    case .speaking: actions = [.done, .done, .nextPart, .pause, .stop]
    case .drilling: actions = [.done, .name(nil), .stop]
    case .naming: actions = [.name(nil)]
    case .probing: actions = [.judge(.answered), .judge(.stuck)]
    case .reveal:
      let tick = run.lines.randomElement(using: &generator).map { PracticeRun.Action.tick($0.tick) }
      actions = [.grade(grade), .grade(grade), .accept, .probe, .stop, .undo, tick ?? .tickAll]
    case .writing: return try write(in: &run)
    }
    return actions.filter(run.isOffered).randomElement(using: &generator)
  }

  private func write(in run: inout PracticeRun) throws -> PracticeRun.Action? {
    guard let attempt = run.attempt, let current = run.current else { return nil }
    var texts = [String](repeating: "", count: (attempt.boxPlaces.max() ?? -1) + 1)
    for place in attempt.boxPlaces {
      if current.draft.indices.contains(place) { texts[place] = current.draft[place] }
      if isLucky(0.4) { texts[place] = someWords() }
    }
    // The screen saves what was typed before it leaves the boxes.
    run.setDraft(current.draft(with: texts, in: attempt), of: attempt.card)
    try keepDraft(run.current?.draft ?? [], of: attempt.card)
    return isLucky(0.3) ? .stop : .wrote(texts, words: texts.joined(separator: " ").count / 5)
  }

  // MARK: - Two homes

  /// All that is here, as `starling export` writes it.
  func archive(hasSettings: Bool = true) throws -> [UInt8] {
    try workspace.archive(hasSettings: hasSettings).json
  }

  /// Takes in what another home has.
  func take(_ other: Life) throws {
    try open()
    let archive = try other.archive()
    // Their clocks agree to the day; nothing of the other's lies in the future for long.
    while stage.clock.now.time < other.latest { stage.wait(minutes: 60) }
    _ = try stage.messages { try ArchiveImport(archive, path: "other").run(in: stage) }
    try open()
    promises.take(other.promises)
    let lost = try promises.settleDrafts(in: workspace.store)
    #expect(lost.isEmpty, "\(name) has lost \(lost)")
  }

  // MARK: - Who looks

  /// Everything that is not as it should be; see the map.
  func faults() throws -> [String] {
    try promises.broken(in: workspace.store)
      + workspace.store.staleShortcuts().map { "\($0) is not what it should be" }
      + workspace.store.staleDecks().map { "the index of \($0) is not what it should be" }
  }
}

extension [String] {
  /// All lines of the texts.
  fileprivate var lines: Set<String> {
    Set(flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) })
  }
}
