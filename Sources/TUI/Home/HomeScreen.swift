import Campaign
import Practice
import Scheduler
import Screen

/// Home as a companion: what today has, one key to start, and after an interview how it went.
struct HomeScreen: ScreenModel {
  /// The share of new deck files that is read; nil when there are none.
  private(set) var reading: Double?
  /// Whether the decks are being listed for the role packs among them.
  private var isAskedForField = false
  /// Whether something of home is on its way to the disk, after which home is another one.
  private var isChanging = false
  /// The first line that shows, in a window that has not room for all.
  private(set) var scroll = 0

  enum Action: Equatable, Sendable {
    case start, more, brief, waveOff, field, decks, weak, stories, interviews, plan, panel, progress
    case search, settings, sync
    case scroll(ListMove)
  }

  static let keys: [Binding<Action>] = [
    Binding(
      .enter, action: .start, footer: "start",
      help: "Start today's session, go on with it, or log the last round"),
    Binding("n", action: .more, footer: "more", help: "Practise more than today's session"),
    Binding("x", action: .waveOff, footer: "no log", help: "No log for the round that has been"),
    Binding(
      "b", action: .brief, footer: "brief", help: "The one page for the day of the next interview"),
    Binding(
      "f", action: .field, footer: "field", help: "Choose the role packs that are your work"),
    Binding("d", action: .decks, footer: "decks", help: "Browse and search the decks"),
    Binding("w", action: .weak, footer: "weak", help: "See the weak cards"),
    Binding(
      "s", action: .stories, footer: "stories", help: "Your stories, and what is missing"),
    Binding(
      "i", action: .interviews, footer: "interviews",
      help: "Employers, rounds, people, doubts, questions; the first date"),
    Binding(
      "p", action: .plan, footer: "plan", help: "Day by day to the interviews, and what that brings"
    ),
    Binding("m", action: .panel, footer: "panel", help: "Rehearse with a panel (mock)"),
    Binding(
      "g", action: .progress, footer: "progress", help: "How practice has gone and where it leads"),
    Binding(
      "/", action: .search, footer: "search",
      help: "Search everything: cards, stories, answers, all that you wrote"),
    Binding(",", action: .settings, footer: "settings", help: "Change the settings"),
    Binding("y", action: .sync, footer: "sync", help: "Bring your machines together"),
  ]
  private static let scrollKeys = ListMove.scrollKeys(inFooter: 0).mapped(Action.scroll)

  static let help = [HelpSection("Home", (keys + scrollKeys).hints())]

  func keys(on stage: Stage) -> [Binding<Action>] {
    let home = HomeState(stage)
    let hasMore = page(on: stage).page.lastTop(height: stage.frame.height()) > 0
    let scroll = Self.scrollKeys.obstructed { _ in hasMore ? nil : "There is no more than this." }
    return (Self.keys + scroll).map { binding in
      var binding = binding
      switch binding.action {
      case .start:
        guard let word = home.enter else {
          // Enter does nothing but say so.
          binding.footer = nil
          return binding
        }
        binding.footer = word
      case .more where home.more == nil:
        binding.obstacle = "Today's session comes first; Enter starts it."
      case .more: binding.footer = home.more
      case .waveOff where home.kind != .held: binding.obstacle = "No round waits for its log."
      case .brief where stage.home?.interview == nil:
        binding.obstacle = "There is no interview to be brief about; i sets a date."
      case .sync where stage.home?.companion.sync == nil:
        binding.obstacle = "Your machines have no place to meet yet; : and “sync” sets one up."
      case .field where !(stage.home?.companion.isWithoutField ?? false):
        binding.obstacle = "Your field is chosen; role packs are turned on and off under d."
      case .interviews where home.kind == .open && stage.frame.isNarrow: binding.footer = "date"
      case .interviews where stage.home?.companion.isWithoutInterviews ?? false:
        binding.footer = stage.frame.isNarrow ? "date" : "interview date"
      default: break
      }
      return binding
    }
  }

  func hints(on stage: Stage) -> [KeyHint] {
    var bindings = keys(on: stage)
    let first = HomeState(stage).firstKeys(isNarrow: stage.frame.isNarrow)
    // The likeliest first.
    for action in first.reversed() {
      guard let index = bindings.firstIndex(where: { $0.keys.first == action }) else { continue }
      bindings.insert(bindings.remove(at: index), at: 0)
    }
    return bindings.hints()
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .start: return start(on: &stage)
    case .more: return [more(on: stage)]
    case .brief: return stage.home?.interview.map { [.notebook(.brief($0.next.interview))] } ?? []
    case .waveOff:
      guard let round = stage.home?.companion.toLog?.interview else { return [] }
      isChanging = true
      return [.notebook(.waveOff(round))]
    case .weak: return [.loadWeak]
    case .field:
      isAskedForField = true
      return [.loadDecks]
    case .decks: return [.loadDecks]
    case .stories: return [.notebook(.open(.stories))]
    case .interviews:
      return stage.home?.companion.isWithoutInterviews ?? false
        ? [.notebook(.open(.newInterview)), .loadDraft(of: NewInterviewScreen.draftID)]
        : [.notebook(.open(.employers))]
    case .panel: return [.notebook(.panel(stage.home?.interview?.next.interview))]
    case .plan: return [.loadPlan(minutes: nil)]
    case .progress: return [.loadProgress]
    case .settings: return [.loadSettings]
    case .search:
      stage.go(.open(SearchScreen()))
      return []
    case .sync: return stage.loadSync
    case .scroll(let move):
      scroll = page(on: stage).page.top(scroll, after: move, height: stage.frame.height())
      return []
    }
  }

  private func start(on stage: inout Stage) -> [Effect] {
    let home = HomeState(stage)
    switch home.kind {
    case .held:
      return stage.home?.companion.toLog.map { [.notebook(.open(.log($0.interview.id)))] } ?? []
    default:
      guard home.enter == nil else { return [.resumeSession] }
      stage.say("Today is done. n practises more.")
      return []
    }
  }

  /// Before the log of a round today's session, and beside that one of its own; after it some minutes of
  /// what gains most.
  private func more(on stage: Stage) -> Effect {
    let isDone = stage.home?.today.isDone ?? true
    if HomeState(stage).kind == .held, !isDone { return .resumeSession }
    return .startSession(isDone ? Self.moreRequest(on: stage) : stage.daily)
  }

  /// Some minutes more, when today's session is done.
  static func moreRequest(on stage: Stage) -> SessionRequest {
    var request = stage.daily
    request.minutes = 10
    return request
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .home: (reading, scroll) = (nil, 0)
    case .readingDecks(let share): reading = share
    case .decks(let decks) where isAskedForField:
      isAskedForField = false
      stage.go(.open(DecksScreen(atPacksOf: decks)))
      // In a low window it would cover the packs.
      if !stage.frame.isLow {
        stage.say("r turns a pack of your field on; the cards of the others stay out.")
      }
    case .notebook(.changed) where isChanging:
      isChanging = false
      return [.loadHome]
    default: return nil
    }
    return []
  }
}

/// What home is about now.
struct HomeState {
  enum Kind: Equatable {
    /// Nothing was ever practised, and no interview is ahead.
    case first
    /// Nothing was ever practised, and an interview is ahead.
    case firstDated
    /// A round has been, and nobody has said how it went.
    case held
    case before, eve, theDay, open
  }

  let kind: Kind
  private let today: Today?

  init(_ stage: Stage) {
    let home = stage.home
    today = home?.today
    kind =
      if home?.companion.toLog != nil {
        .held
      } else if home?.isFirstTime ?? false, home?.companion.isWithoutInterviews ?? false {
        .first
      } else if home?.isFirstTime ?? false, today?.place == .before {
        .firstDated
      } else {
        switch today?.place {
        case .before: .before
        case .eve: .eve
        case .theDay: .theDay
        // The log of today's round is done, and another interview may be ahead.
        case .held: today?.next == nil ? .open : .before
        case .open, nil: .open
        }
      }
  }

  /// What Enter does, in a word or two for the footer; nil if there is nothing to start.
  var enter: String? {
    switch kind {
    case .held: "log it"
    case .first: "first question"
    default:
      today?.isDone ?? false ? nil : today?.sessionLeft != nil ? "go on" : "start"
    }
  }

  /// What `n` does; nil where it is not offered.
  var more: String? {
    switch kind {
    case .held: "practise"
    case .first, .firstDated: nil
    default: today?.isDone ?? true ? "more" : today?.sessionLeft != nil ? "new session" : nil
    }
  }

  /// The keys that come first in the footer.
  func firstKeys(isNarrow: Bool) -> [Key] {
    switch kind {
    case .held: [.enter, "x", "n"]
    case .first: [.enter, "i", "f", "s"]
    case .firstDated: [.enter, "f", "s"]
    case .eve where today?.isDone ?? false: ["b"]
    case .theDay: ["b", .enter]
    case .open where isNarrow: [.enter, "n", "i", "w"]
    default: isNarrow ? [.enter, "n", "w", "p"] : [.enter, "n", "b"]
    }
  }
}
