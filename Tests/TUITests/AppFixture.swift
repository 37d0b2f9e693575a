import Campaign
import Decks
import Practice
import Scheduler
import Screen

@testable import TUI

/// An app in a known situation, with what it asked to be done.
struct AppFixture {
  /// Whether the session asks how sure one is.
  var asksSureness = false
  /// The interview that practice is for.
  var aim: SessionAim?
  var app: App
  /// The effects of the last event that were not carried out here.
  private(set) var effects: [Effect] = []
  /// What was asked for of the session that was started last.
  private(set) var started: SessionRequest?
  private(set) var recorded: [Grading] = []
  /// Whether there is a recorder and a player.
  var recordsAnswers = false
  /// Whether what is recorded is written down.
  var isHeard = false
  /// The words that have become drafts.
  var shelved: [[String]] = []
  /// For each recording that ended, whether it was kept.
  private(set) var recordings: [Bool] = []
  /// The attempts that are kept, graded or not, in order.
  private(set) var attempts: [Attempt] = []
  /// The drafts, in the order in which they were kept.
  private(set) var drafts: [[String]] = []
  /// Why nothing can be kept now; nil if it can.
  var refusal: String?
  /// What was typed into the log of a round and not kept.
  var leftDraft: [String] = []
  /// The session as it was kept last.
  private(set) var kept: Session?
  private var memories: [CardID: [Memory]] = [:]
  private let cards: [SessionCard]
  /// What is to be done at each card; an answer where nothing else is said.
  private let tasks: [SessionItem.Task]
  var notebook = Notebook()
  /// The stories that a session can name.
  var stories = [
    SessionStory(
      number: 1, title: "Freezer audit",
      texts: [
        "In March the freezers failed.", "", "I counted every one.", "None failed since.",
      ],
      listener: "Acme, round 1 to Ana"),
    SessionStory(number: 2, title: "Night list"),
  ]
  /// The cards as lists show them.
  private var listings = Self.listings

  /// 23 November 2026, 19:00 UTC.
  static let evening = Moment(
    time: Timestamp(milliseconds: 1_795_460_400_000), utcOffset: 0)

  init(
    size: Size = Size(width: 80, height: 24), cards: [SessionCard] = AppFixture.cards,
    tasks: [SessionItem.Task] = [], isBegun: Bool = false,
    waiting: Waiting = Waiting(cards: 164, due: 12, unseen: 29, weak: 3),
    interview: InterviewOutlook? = nil, today: Today? = nil,
    competencies: Competencies = AppFixture.competencies
  ) {
    self.cards = cards
    self.tasks = tasks
    app = App(
      size: size, now: Self.evening,
      settings: SettingsInForce(
        schedule: Schedule(model: FSRS6()), daily: SessionRequest(minutes: 20, seed: 7)),
      competencies: competencies)
    carryOut(app.start())
    _ = app.update(
      .home(
        HomeSummary(
          today: today ?? Self.today(for: interview, waiting: waiting, isBegun: isBegun),
          due: interview == nil && !isBegun ? waiting.due : nil, interview: interview,
          companion: Self.companion(practisedDays: waiting.unseen == waiting.cards ? 0 : 5))))
  }

  private static func companion(practisedDays: Int) -> HomeCompanion {
    var companion = HomeCompanion()
    companion.practisedDays = practisedDays
    return companion
  }

  /// Presses keys one after the other, `seconds` apart.
  mutating func press(_ keys: Key..., after seconds: Int = 0) {
    for key in keys {
      var now = app.stage.now
      now.time.milliseconds += Int64(seconds) * 1000
      carryOut(app.update(.key(key), now: now))
    }
  }

  mutating func send(_ event: InputEvent, after seconds: Int = 0) {
    var now = app.stage.now
    now.time.milliseconds += Int64(seconds) * 1000
    send(event, at: now)
  }

  mutating func send(_ event: InputEvent, at moment: Moment) {
    carryOut(app.update(event, now: moment))
  }

  /// Takes in what came of an effect.
  mutating func take(_ outcome: Outcome) { carryOut(app.update(outcome)) }

  /// Does what the program would do, with a store of plain values.
  mutating func carryOut(_ wanted: [Effect]) {
    effects = []
    var waiting = wanted[...]
    while let effect = waiting.popFirst() {
      switch effect {
      case .practice(.record) where refusal != nil, .practice(.keep) where refusal != nil:
        waiting += app.update(.failed(refusal ?? ""))
      case .keepAnswer(let attempt) where refusal != nil:
        waiting += app.update(.answerUnkept(attempt, refusal ?? ""))
      case .notebook(.keep(let items, _)) where refusal != nil:
        waiting += app.update(.notebook(.unkept(items, refusal ?? "")))
      case .startSession(let request):
        started = request
        waiting += app.update(.session(start(tasks: tasks, seed: request.seed)))
      case .resumeSession where app.stage.home?.left == nil:
        waiting += app.update(
          .session(start(tasks: tasks, seed: app.stage.daily.seed, isDaily: true)))
      case .practice(let effect):
        if let outcome = outcome(of: effect) {
          waiting += app.update(.practice(outcome))
        } else {
          effects.append(.practice(effect))
        }
      case .keepAnswer(let attempt): attempts.append(attempt)
      case .keepDraft(let texts, let card):
        if let refusal {
          waiting += app.update(.draftUnkept(texts, of: card, refusal))
        } else {
          drafts.append(texts)
          waiting += app.update(.draftKept(texts, of: card))
        }
      case .openSearch: waiting += app.update(.searchOpened)
      case .searchEverything(let words):
        waiting += app.update(.foundEverything(Self.foundEverything(by: words)))
      case .loadCommands: waiting += app.update(.commands(Self.commands))
      case .loadDraft(let id): waiting += app.update(.draft(leftDraft, of: id))
      case .notebook(let effect):
        if let outcome = carryOut(effect) {
          waiting += app.update(.notebook(outcome))
        } else {
          effects.append(.notebook(effect))
        }
      case .loadCards(let filter):
        waiting += app.update(.cards(Self.cardList(filter, in: listings)))
      case .search(let words, _): waiting += app.update(.found(words, Self.found(by: words)))
      case .loadListings(let numbers):
        let found = numbers.filter { listings.indices.contains($0 - 10) }
          .map { ($0, listings[$0 - 10]) }
        waiting += app.update(.listings(Dictionary(found) { $1 }, of: numbers))
      default: effects.append(effect)
      }
    }
  }

  /// What comes of what a session wants done; nil where it was not carried out here.
  mutating func outcome(of effect: PracticeEffect) -> PracticeOutcome? {
    switch effect {
    case .record(let grading, let attempt, let session):
      kept = session.after { .graded($0, grading.grade) }
      recorded.append(grading)
      attempts.append(attempt)
      let memory = app.stage.schedule.memory(
        after: grading.grade, at: grading.moment, from: memories[grading.card]?.last)
      memories[grading.card, default: []].append(memory)
      return .recorded(kept(attempt), memory)
    case .keep(let attempt, let session):
      attempts.append(attempt)
      let number = Int64(attempts.count)
      kept = session.after { .kept($0, attempt: number) }
      return .recorded(kept(attempt), nil)
    case .undoAttempt(_, let card, let session):
      kept = session.after(nil)
      return .attemptUndone(attempts.popLast(), cards.first { $0.card.id == card })
    case .lookElsewhere: return .doneElsewhere([])
    case .startRecording: return recordsAnswers ? .recordingStarted : .done
    case .stopRecording(let card, let isKept, _, _):
      recordings.append(isKept)
      return isKept
        ? .recordingKept(card, name: "take-\(recordings.count)", isHeard: isHeard) : .done
    case .undo(let session):
      let undone = recorded.popLast().map { grading -> UndoneReview in
        memories[grading.card]?.removeLast()
        return UndoneReview(
          card: grading.card, grade: grading.grade, time: grading.moment.time,
          memory: memories[grading.card]?.last, attempt: attempts.popLast())
      }
      let card = undone.flatMap { undone in cards.first { $0.card.id == undone.card } }
      kept = undone.flatMap { session?.without($0, isKnown: card != nil) } ?? kept
      return .undone(undone, card)
    case .bury(let card, let day, let session):
      kept = session.after(day == nil ? nil : { .buried($0) })
      return .buried(card, until: day)
    case .suspend(let card, let state, let session):
      kept = session?.after(state ? { .suspended($0) } : nil) ?? kept
      for index in listings.indices where listings[index].id == card {
        listings[index].isSuspended = state
      }
      return .suspended(card, state)
    case .leaveAside(let card, let session):
      kept = session.after { .suspended($0) }
      for index in listings.indices where listings[index].id == card {
        listings[index].isSuspended = true
        listings[index].reason = .doesNotApply
      }
      return .leftAside(card)
    case .skip(let isSkipped, let session):
      kept = session.after(isSkipped ? { .skipped($0) } : nil)
      return .skipped(isSkipped)
    case .shelve(let card, _, let texts):
      shelved.append(texts)
      return .shelved(card, texts)
    case .playRecording, .editAnswer, .editNote, .keepDraft, .saveStory, .say, .holdRecording,
      .hearAgain, .release:
      return nil
    }
  }

  /// A session of the cards.
  func start(
    tasks: [SessionItem.Task] = [], seed: UInt64 = 7, isDaily: Bool = false
  ) -> SessionStart {
    let items = cards.enumerated().map { index, card in
      SessionItem(card.card.id, tasks.indices.contains(index) ? tasks[index] : .answer)
    }
    var start = SessionStart(
      session: Session(items: items, isDaily: isDaily), cards: cards, seed: seed,
      generalProbes: ["What did it cost?"],
      stories: stories)
    start.asksSureness = asksSureness
    start.aim = aim
    start.families = Self.readFamilies
    return start
  }

  private func kept(_ attempt: Attempt) -> Attempt {
    var kept = attempt
    kept.id = Int64(attempts.count)
    return kept
  }

  /// An interview at two in the afternoon so many days off, and another a week later.
  static func interview(
    inDays days: Int, employer: String = "Acme",
    recalls: [Double] = [0.84, 0.41, 0.63, 0.75, 0.33],
    chores: [Chore] = []
  ) -> InterviewOutlook {
    let start = Moment(time: evening.time.adding(days: Double(days) - 5.0 / 24), utcOffset: 0)
    let next = Kept(
      Number(1), Interview(employer: employer, round: 2, startsAt: start.time.milliseconds))
    let later = Moment(time: start.time.adding(days: 7), utcOffset: 0)
    let families = ["TEAM", "DISA", "INFL", "LEAD", "CUST"]
    return InterviewOutlook(
      next: InterviewOutlook.Appointment(next, start: start),
      following: InterviewOutlook.Appointment(
        Kept(Number(2), Interview(employer: "Beta", round: 3, startsAt: later.time.milliseconds)),
        start: later),
      readiness: Readiness(
        whole: recalls.reduce(0, +) / Double(max(1, recalls.count)),
        families: zip(families, recalls).map { Readiness.Share(family: $0, recall: $1) }),
      chores: chores)
  }

  static let competencies = Competencies(families: [
    Family(code: "DISA", title: "disagreement", tags: ["disagree-up"]),
    Family(code: "INTG", title: "integrity and values", tags: ["integrity"]),
    Family(code: "WHYU", title: "why you", tags: ["motivation"]),
  ])

  /// All twelve, as those that come with Starling are called.
  static let readFamilies = [
    ("TEAM", "Working together", ["teamwork"]), ("DISA", "Disagreement", ["disagree-up"]),
    ("INFL", "Influence and message", []), ("LEAD", "Leading and growing others", []),
    ("CUST", "Customers and users", []), ("OWNR", "Ownership and initiative", []),
    ("SOLV", "Solving and deciding", []), ("DELV", "Delivering", []),
    ("ADPT", "Adapting and recovering", []), ("LERN", "Learning and self-knowledge", []),
    ("INTG", "Integrity and values", ["integrity"]),
    ("WHYU", "Why you, why here, what next", ["motivation"]),
  ].map { Family(code: $0, title: $1, tags: $2) }

  static let cards: [SessionCard] = [star, redFlag, fit].map { SessionCard(card: $0) }

  private static var star: Card {
    var card = Card(
      id: CardID(deck: "star-people", card: "PE-03"), kind: .star, competency: "disagree-up",
      ask: "Describe a decision by your manager that you thought was wrong. What did you do?")
    card.alternatives = ["When have you pushed back on someone senior to you?"]
    card.probing = "courage with respect; committing once decided"
    card.probes = [
      "How did you choose the moment?", "What evidence did you bring?",
      "You lost the argument: then what?",
    ]
    card.strong = ["private and factual", "accepted the outcome", "helped make it work"]
    card.flags = ["went round the manager", "silent resentment", "never disagrees"]
    return card
  }

  private static var redFlag: Card {
    var card = Card(
      id: CardID(deck: "red-flags", card: "RF-05"), kind: .redflag, competency: "integrity",
      ask: "They ask what you make of their announcement last Tuesday. You have not seen it.")
    card.tempting = "bluff"
    card.better = "say so, ask for the gist, reason aloud"
    card.say = "I missed that one, and I should have seen it. What was the main point?"
    return card
  }

  private static var fit: Card {
    var card = Card(
      id: CardID(deck: "fit", card: "FT-01"), kind: .fit, competency: "motivation",
      ask: "You have met us once now. 你好，👨‍👩‍👧 e\u{301}ncore? What makes you still want this job?")
    card.probing = "sincerity; whether you listened last time"
    return card
  }
}
