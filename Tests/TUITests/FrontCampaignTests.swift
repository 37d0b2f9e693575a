import Decks
import Practice
import Scheduler
import Screen
import TestSupport
import Testing

@testable import TUI

/// Whatever is done with keys on the screen and without them, as the lines do it, leaves the same.
@Suite struct FrontCampaignTests {
  @Test func theKeysOfTheScreenDoWhatTheSessionDoes() throws {
    let campaign = Campaign("two fronts", whole: 3000, slice: 150)
    for seed in campaign.seeds {
      var fronts = TwoFronts(seed: seed)
      for _ in 0..<60 where fronts.run.current != nil {
        guard let action = fronts.nextAction() else {
          Issue.record("seed \(seed): nothing can be done at \(fronts.run.phase)")
          break
        }
        try fronts.perform(action)
        let screen = fronts.practice.run
        #expect(screen.session == fronts.run.session, "seed \(seed): \(action)")
        #expect(screen.cards == fronts.run.cards, "seed \(seed): \(action)")
        #expect(screen.attempt == fronts.run.attempt, "seed \(seed): \(action)")
        #expect(screen.phase == fronts.run.phase, "seed \(seed): \(action)")
      }
      #expect(fronts.screen.recorded == fronts.lines.recorded, "seed \(seed)")
      #expect(fronts.screen.attempts == fronts.lines.attempts, "seed \(seed)")
      #expect(fronts.screen.kept == fronts.lines.kept, "seed \(seed)")
      #expect(fronts.practice.run.summary == fronts.run.summary, "seed \(seed)")
    }
  }
}

/// A session with keys on the screen, and the same session as the lines carry it on.
private struct TwoFronts {
  var screen: AppFixture
  /// What stands for the disk of the lines.
  var lines: AppFixture
  var run: PracticeRun
  private var generator: CaseGenerator

  init(seed: UInt64) {
    var generator = CaseGenerator(seed: seed)
    var cards = AppFixture.cards
    let tasks = cards.indices.map { index -> SessionItem.Task in
      guard index == 0 else { return .answer }
      return SessionItem.Task.allCases.randomElement(using: &generator) ?? .answer
    }
    cards[0].history = CardHistory([Self.earlierAnswer])
    if tasks[0] == .answer, Bool.random(using: &generator) { cards[0].card.kind = .probe }
    self.generator = generator
    screen = AppFixture(cards: cards, tasks: tasks)
    lines = AppFixture(cards: cards, tasks: tasks)
    run = PracticeRun(
      lines.start(tasks: tasks, isDaily: true), at: lines.app.stage.now,
      schedule: lines.app.stage.schedule,
      isAskedAgain: true)
    screen.press(.enter)
  }

  /// A story written the day before: its Result was thin, and one follow-up stuck.
  private static var earlierAnswer: Attempt {
    var moment = AppFixture.evening
    moment.time = moment.time.adding(days: -1)
    var attempt = Attempt(card: AppFixture.cards[0].card.id, kind: .star, moment: moment)
    attempt.id = 1
    attempt.mode = .typed
    attempt.texts = ["In March.", "I ran the shift.", "I counted.", "It went well."]
    attempt.setTicks([.s1, .s2, .t1, .a1, .a2, .r2, .d1, .d2, .d3])
    attempt.probes = [ProbeAnswer(question: "What evidence did you bring?", result: .stuck)]
    return attempt
  }

  /// The session on the screen, or the one that its summary is of.
  var practice: PracticeScreen {
    let top = screen.app.path.last
    return top as? PracticeScreen ?? (top as? SummaryScreen)?.practice
      ?? PracticeScreen(
        screen.start(isDaily: true), at: screen.app.stage.now, schedule: screen.app.stage.schedule)
  }

  /// Something that can be done on the screen now.
  mutating func nextAction() -> PracticeRun.Action? {
    actions.filter { run.isOffered($0) && keys(for: $0) != nil }.randomElement(using: &generator)
  }

  private var actions: [PracticeRun.Action] {
    var actions: [PracticeRun.Action] = [
      .speak, .write, .headline, .pick, .reveal, .otherWording, .nextPart, .previousPart, .pause,
      .done, .name(nil), .name(1), .name(2), .stop, .tickAll, .nameStory, .probe,
      .judge(.answered), .judge(.thin), .judge(.stuck), .accept, .askGrade, .bury, .suspend,
    ]
    actions += Grade.allCases.map { .grade($0) } + [.surer, .lessSure]
    actions += run.lines.map { .tick($0.tick) }
    if run.phase == .writing { actions.append(written) }
    // Where nothing can be taken back the lines go to the question again, and the screen stays.
    if run.session.lastStep != nil { actions.append(.undo) }
    return actions
  }

  /// The boxes with a sentence more where the first is empty.
  private var written: PracticeRun.Action {
    var texts = run.boxTexts
    if let first = run.attempt?.boxPlaces.first, texts[first].isEmpty {
      texts[first] = Self.sentence
    }
    return .wrote(texts, words: texts.reduce(0) { $0 + $1.wordCount })
  }

  private static let sentence = "We moved it in March."

  /// The keys that do it on the screen; nil if none do.
  private func keys(for action: PracticeRun.Action) -> [Key]? {
    switch action {
    case .name(let story):
      let place = [1, 2].firstIndex(of: story) ?? 2
      if story == nil, run.phase != .naming { return nil }
      return [.pageUp] + [Key](repeating: .down, count: place) + [.enter]
    case .done:
      if case .drilling(let clock) = run.phase, clock.drill == .pick { return nil }
      return [.enter]
    case .wrote: return [.control("d")]
    default:
      return practice.keys.first { $0.action == .run(action) }.map { Array($0.keys.prefix(1)) }
    }
  }

  mutating func perform(_ action: PracticeRun.Action) throws {
    screen.send(.tick, after: Int.random(in: 0...90, using: &generator))
    let now = screen.app.stage.now
    let keys = try #require(self.keys(for: action))
    if case .wrote(let texts, _) = action, texts != run.boxTexts {
      screen.send(.paste(Self.sentence))
    }
    for key in keys { screen.press(key) }
    doInLines(action, at: now)
    // The lines ask again what was taken back, while the screen shows its answer side at once.
    if action == .undo, run.phase == .question, practice.run.phase == .reveal {
      doInLines(.reveal, at: now)
    }
  }

  private mutating func doInLines(_ action: PracticeRun.Action, at now: Moment) {
    var waiting = run.perform(action, at: now)[...]
    while let effect = waiting.popFirst() {
      guard let outcome = lines.outcome(of: effect) else { continue }
      waiting += run.take(outcome, at: now)
    }
  }
}
