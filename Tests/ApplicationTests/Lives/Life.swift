import Campaign
import Decks
import Exchange
import Files
import Foundation
import GRDB
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
  private(set) var jumps = 0
  /// How often the disk failed, or the program was killed, by what was done to it.
  private(set) var harms: [FailingDisk.Harm: Int] = [:]
  private let disk = FailingDisk()
  /// What was done last.
  private(set) var told: [String] = []
  /// How often somebody meddled with the database under the open program.
  private(set) var meddlings = 0
  /// The index of decks that was looked at last.
  private var seenIndex: [Int64]?
  /// The latest time that its clock ever showed.
  private(set) var latest = Timestamp(milliseconds: 0)
  private var words = 0

  init(_ name: String, seed: UInt64) throws {
    self.name = name
    generator = CaseGenerator(seed: seed)
    laziness = [0, 0.2, 0.6].randomElement(using: &generator) ?? 0
    misfortune = [0.02, 0.1, 0.3].randomElement(using: &generator) ?? 0
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

  private func tell(_ line: String) { told = told.suffix(40) + ["\(days): \(line)"] }

  // MARK: - A day

  /// Starts the program, does what the day brings, and leaves it.
  ///
  /// - Returns: whether it was started at all.
  func live() throws -> Bool {
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
    if isLucky(laziness) { return false }
    try open()
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      switch Int.random(in: 0..<14, using: &generator) {
      case 0..<6: try practise()
      case 6: try note()
      case 7, 8: try tell()
      case 9: try suspend()
      case 10: try takeBack()
      case 11: try apply()
      case 12: try editWhatGoes()
      default: damage()
      }
    }
    return true
  }

  /// As at each start; the disk may fail, or the program be killed, in the midst of it.
  private func open() throws {
    let before = harms
    try doing { stage in
      workspace = try stage.workspace()
      _ = try workspace.updateDecks()
      _ = workspace.bringBackUnsaved()
    }
    guard harms != before else { return }
    // It may be one that only reads, since it could not write.
    workspace = try stage.readyWorkspace()
    #expect(workspace.bringBackUnsaved().isEmpty)
  }

  /// Does something to which the disk may happen, if luck has it so; then that is looked at, and the program
  /// started again.
  ///
  /// What was in the making when the program was killed, or when it said that it could not do it, is there or
  /// it is not.
  ///
  /// - Parameters:
  ///   - after: what it is to come to, where that is known before.
  ///   - isImport: whether drafts of another home come with it.
  ///   - body: does it; what it comes to is promised in it.
  /// - Returns: whether all went well.
  /// - Throws: what it fails with where the disk is not to blame, and what the store says.
  @discardableResult
  private func doing(
    _ after: Promises? = nil, isImport: Bool = false, _ body: (Stage) throws -> Void
  ) throws -> Bool {
    guard isLucky(misfortune), let harm = FailingDisk.Harm.allCases.randomElement(using: &generator)
    else {
      try body(stage)
      if let after { promises = after }
      return true
    }
    let before = promises
    var left: Stage?
    // Most of what is done takes few calls.
    let count = Int(exp2(Double.random(in: 0..<7, using: &generator)))
    var failure: (any Error)?
    let hasStruck = disk.harm(by: harm, at: count) {
      do { try body(stage) } catch { failure = error }
    } whenKilled: {
      left = try? self.copyOfHome()
    }
    guard hasStruck else {
      if let failure { throw failure }
      if let after { promises = after }
      return true
    }
    harms[harm, default: 0] += 1
    tell(
      "\(harm) at \(count): \(left == nil ? "\(failure.map { "\($0)" } ?? "done all the same")" : "")"
    )
    if failure == nil, left == nil {
      if let after { promises = after }
      return true
    }
    stage = try left ?? copyOfHome()
    workspace = try stage.readyWorkspace()
    #expect(workspace.bringBackUnsaved().isEmpty)
    try settle([before, after ?? promises], isImport: isImport)
    return false
  }

  /// Takes that of two to be promised which is there.
  private func settle(_ candidates: [Promises], isImport: Bool) throws {
    for var candidate in candidates.reversed() {
      let lost = isImport ? try candidate.settleDrafts(in: workspace.store) : []
      promises = candidate
      if lost.isEmpty, try candidate.broken(in: workspace.store, at: stage.clock.now.time).isEmpty {
        return
      }
    }
  }

  /// What is on disk at this moment, which is all that a killed program leaves.
  private func copyOfHome() throws -> Stage {
    let copy = try Stage()
    copy.setClock(stage.clock.now.time)
    copy.setOffset(stage.clock.now.utcOffset)
    for file in try FileManager.default.contentsOfDirectory(atPath: stage.home.path) {
      try FileManager.default.copyItem(atPath: stage.home.file(file), toPath: copy.home.file(file))
    }
    return copy
  }

  /// What can be computed is lost or wrong, or a file of it is.
  private func damage() {
    let cache = stage.home.file("cache/decks.sqlite")
    if isLucky(0.3) {
      _ = FileManager.default.createFile(atPath: cache, contents: Data("no database".utf8))
    } else if isLucky(0.5), var bytes = FileManager.default.contents(atPath: cache),
      bytes.count > 40_000
    {
      // As a power cut leaves it: it begins well.
      for index in 8192..<40_000 { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
      _ = FileManager.default.createFile(atPath: cache, contents: bytes)
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
    let before = try workspace.store.note(on: card) ?? ""
    var after = promises
    after.notes[card, default: Wordings()].become(text, at: now)
    let isDone = try doing(after) {
      try workspace.store.setNote(text, on: card, at: $0.clock.now.time)
    }
    guard isDone, before != text, try mayTakeBackAtOnce() else { return }
    promises.notes[card]?.become(before, at: now)
  }

  private var now: Int64 { stage.clock.now.time.milliseconds }

  private func suspend() throws {
    let card = anyCard()
    let isSuspended = isLucky(0.4)
    try doing { _ in try workspace.store.setSuspended(card, to: isSuspended) }
  }

  /// Writes a story down, tells it anew, or deletes it; some of that they take back.
  private func tell() throws {
    let known = try workspace.store.notebook().stories.filter { $0.title.hasPrefix(name) }
    guard let story = known.randomElement(using: &generator), isLucky(0.5) else {
      var story = Story(title: someWords())
      story.situation = someWords()
      var after = promises
      after.stories[story.title, default: Wordings()].write(story.situation, at: now)
      let isDone = try doing(after) { _ in _ = try workspace.store.add(story) }
      guard isDone, try mayTakeBackAtOnce() else { return }
      promises.stories[story.title]?.delete(at: now)
      return
    }
    var after = promises
    guard isLucky(0.7) else {
      after.stories[story.title]?.delete(at: now)
      let isDone = try doing(after) { _ in try workspace.store.delete([Item(story)]) }
      if isDone, try mayTakeBackAtOnce() { promises.stories[story.title]?.bringBack() }
      return
    }
    var changed = story
    changed.situation = someWords()
    after.stories[story.title]?.write(changed.situation, at: now)
    let inEditor = isLucky(0.5)
    let isDone = try doing(after) { stage in
      if inEditor {
        try edit(story, to: changed.situation, in: stage)
      } else {
        try workspace.store.keep([Item(changed)])
      }
    }
    guard isDone, try mayTakeBackAtOnce() else { return }
    promises.stories[story.title]?.write(story.situation, at: now)
  }

  /// Has an interview ahead, and a doubt, which may be there already.
  private func apply() throws {
    let employer = ["Acme", "Blow"].randomElement(using: &generator) ?? "Acme"
    let text = ["too junior", "too old"].randomElement(using: &generator) ?? "too junior"
    var items = [Item(Doubt(employer: employer, text: text))]
    let interviews = try workspace.store.notebook().interviews
    let own = name == "one" ? 1...49 : 50...99
    let free = own.first { round in
      !interviews.contains { $0.employer == employer && $0.round == round }
    }
    if interviews.allSatisfy({ $0.startsAt < now }), let free {
      items.append(
        Item(Interview(employer: employer, round: free, startsAt: now + 2_000_000_000)))
    }
    var after = promises
    after.doubts.insert("\(employer) \(text)")
    try doing(after) { _ in _ = try workspace.store.keep(items) }
  }

  /// Writes a story anew in the editor while another window deletes it: the words are there, or in a form that
  /// is left.
  private func editWhatGoes() throws {
    let known = try workspace.store.notebook().stories.filter { $0.title.hasPrefix(name) }
    guard let story = known.randomElement(using: &generator) else { return }
    let (words, store) = (someWords(), workspace.store)
    stage.willEdit { _ in
      try? store.delete([Item(story)])
      return "title: '\(story.title)'\nsituation: '\(words)'\n"
    }
    promises.stories[story.title]?.delete(at: now)
    let forms = NotebookForms(workspace: workspace, names: try workspace.names())
    _ = stage.refusal { _ = try forms.edit(story) }
    let isKept = try store.notebook().stories.contains { $0.situation == words }
    if isKept { promises.stories[story.title]?.write(words, at: now) }
    let left = try FileManager.default.contentsOfDirectory(atPath: stage.home.path)
      .filter { $0.hasPrefix("unfinished") }
    let isLeft = left.contains { file in
      FileManager.default.contents(atPath: stage.home.file(file))
        .map { String(decoding: $0, as: UTF8.self).contains(words) } ?? false
    }
    #expect(isKept || isLeft, "\(name), day \(days): “\(words)” is nowhere")
  }

  /// Writes a story anew in a form, in the editor.
  private func edit(_ story: Kept<Story>, to situation: String, in stage: Stage) throws {
    stage.willEdit { _ in "title: '\(story.title)'\nsituation: '\(situation)'\n" }
    let forms = NotebookForms(workspace: workspace, names: try workspace.names())
    _ = try Output.collecting { _ = try forms.edit(story) }
  }

  /// Takes back what was done just now, if they have thought better of it.
  private func mayTakeBackAtOnce() throws -> Bool {
    guard isLucky(0.25) else { return false }
    stage.wait(minutes: 1)
    let undone = try workspace.store.undoLastAction(at: stage.clock.now)
    #expect(undone?.things.count == 1 && undone?.reviews.isEmpty == true)
    return true
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
      do {
        guard let action = try nextAction(&run) else { continue }
        guard try perform(action, in: &run) else { return }
      } catch is Gone {
        return
      }
    }
  }

  /// The program is no longer there.
  private struct Gone: Error {}

  /// Does it with all that comes of it.
  ///
  /// - Returns: whether the program is still there.
  private func perform(_ action: PracticeRun.Action, in run: inout PracticeRun) throws -> Bool {
    stage.wait(minutes: 1)
    latest = max(latest, stage.clock.now.time)
    tell("\(action)")
    var effects = run.perform(action, at: stage.clock.now)
    while !effects.isEmpty {
      try mayMeddle()
      let effect = effects.removeFirst()
      if case .keepDraft(let texts, let card) = effect {
        guard try keepDraft(texts, of: card) else { return false }
        continue
      }
      var outcome = PracticeOutcome.done
      let isDone = try doing(try promised(by: effect)) { _ in
        let executor = PracticeExecutor(
          workspace: workspace, sound: workspace.sound, ear: workspace.ear, open: { _ in })
        outcome = try executor.outcome(of: effect)
        if case .undone(let undone, _) = outcome { note(undone: undone) }
      }
      guard isDone else { return false }
      effects += run.take(outcome, at: stage.clock.now)
    }
    return true
  }

  /// - Returns: whether the program is still there.
  private func keepDraft(_ texts: [String], of card: CardID) throws -> Bool {
    var after = promises
    after.drafts[card] = texts.lines
    return try doing(after) { _ in try workspace.keepDraft(texts, of: card) }
  }

  /// What an effect comes to, where that can be said before.
  private func promised(by effect: PracticeEffect) throws -> Promises? {
    var after = promises
    func end(_ attempt: Attempt) {
      if attempt.endsDraft { after.drafts[attempt.card]?.subtract(attempt.texts.lines) }
    }
    switch effect {
    case .record(let grading, let attempt, _):
      let answer = Promises.Answer(
        card: grading.card, time: grading.moment.time.milliseconds, grade: grading.grade.rawValue)
      after.grades.insert(answer)
      end(attempt)
      if attempt.isGiven, attempt.mode == .typed { after.written[answer] = attempt.texts }
    case .keep(let attempt, _): end(attempt)
    case .undo:
      return nil
    default: break
    }
    return after
  }

  /// Somebody deletes the database under the open program, or puts another file with the same in its place;
  /// the program finds it before anything else is done.
  private func mayMeddle() throws {
    guard isLucky(misfortune / 50) else { return }
    meddlings += 1
    let path = stage.home.file("starling.sqlite")
    let isReplaced = isLucky(0.5)
    tell("meddles: \(isReplaced ? "replaced" : "deleted")")
    if isReplaced {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction {
        try $0.execute(sql: "VACUUM INTO ?", arguments: [path + ".other"])
      }
      try queue.close()
      _ = rename(path + ".other", path)
    } else {
      try FileManager.default.removeItem(atPath: path)
    }
    _ = try Output.collecting { try workspace.store.checkPresence() }
  }

  /// What they do next; what is typed goes to the disk on the way.
  private func nextAction(_ run: inout PracticeRun) throws -> PracticeRun.Action? {
    let grade = [Grade.again, .hard, .good, .good, .easy].randomElement(using: &generator) ?? .good
    let actions: [PracticeRun.Action]
    switch run.phase {
    case .question:
      actions = [
        .speak, .speak, .write, .write, .reveal, .reveal, .headline, .otherWording, .surer,
        .bury, .suspend, .skip, .undo, .read,
      ]
    case .speaking: actions = [.done, .done, .nextPart, .pause, .stop]
    case .drilling: actions = [.done, .name(nil), .stop]
    case .naming: actions = [.name(nil)]
    case .reading:
      let family = run.start.families.randomElement(using: &generator)?.code ?? ""
      actions = [.guess(family), .guess(family), .stop]
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
    guard try keepDraft(run.current?.draft ?? [], of: attempt.card) else { throw Gone() }
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
    var after = promises
    after.take(other.promises)
    tell("takes in")
    let isDone = try doing(after, isImport: true) { stage in
      _ = try stage.messages { try ArchiveImport(archive, path: "other").run(in: stage) }
    }
    guard isDone else { return }
    try open()
    let lost = try promises.settleDrafts(in: workspace.store)
    #expect(lost.isEmpty, "\(name) has lost \(lost)")
  }

  // MARK: - Who looks

  /// Where rows are not what their records say.
  func recordFaults() throws -> [String] { try workspace.store.recordFaults() }

  /// Everything that is not as it should be; see the map.
  func faults() throws -> [String] {
    // The index is only ever replaced as a whole.
    let index = FileStatus(stage.home.file("cache/decks.sqlite"))?.stamp
    let stale = index == seenIndex ? [] : try workspace.store.staleDecks()
    seenIndex = index
    return try promises.broken(in: workspace.store, at: stage.clock.now.time)
      + workspace.store.staleShortcuts().map { "\($0) is not what it should be" }
      + stale.map { "the index of \($0) is not what it should be" }
  }
}

extension [String] {
  /// All lines of the texts.
  fileprivate var lines: Set<String> {
    Set(flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) })
  }
}

extension Wordings {
  /// Nothing written is nothing there.
  fileprivate mutating func become(_ text: String, at time: Int64) {
    guard !text.isEmpty else { return delete(at: time) }
    write(text, at: time)
  }
}
