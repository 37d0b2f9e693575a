import Screen

/// A screen that one can go to from anywhere, by its name.
enum Place: CaseIterable, Sendable {
  case stories, interviews, brief, plan, weak, decks, panel, progress, settings, deleted

  /// The name of the screen, and what is there.
  var title: String {
    switch self {
    case .stories: "Stories: what you can tell"
    case .interviews: "Interviews: employers, rounds, people, doubts, questions"
    case .brief: "Brief: the one page for the day"
    case .plan: "Plan: day by day to the interviews"
    case .weak: "Weak cards: what would not come back"
    case .decks: "Decks: all cards"
    case .panel: "Panel: rehearse before people who ask"
    case .progress: "Progress: how practice has gone"
    case .settings: "Settings"
    case .deleted: "Deleted things, and their way back"
    }
  }

  /// Other words for it.
  var synonyms: String {
    switch self {
    case .stories: "matrix anecdotes examples experiences"
    case .interviews:
      "employers companies dossier rounds people facts doubts questions dates set add time log asked"
    case .brief: "sheet summary cheat print day"
    case .plan: "schedule calendar timetable agenda"
    case .weak: "forgotten difficult bad needs work"
    case .decks: "cards browse library packs fields roles"
    case .panel: "mock interview simulate rehearsal"
    case .progress: "statistics stats figures graphs plots report"
    case .settings: "preferences options config configuration colours keys theme"
    case .deleted: "trash bin restore undelete"
    }
  }

  /// What at home leads there; nil for what has no key of its own there.
  var action: HomeScreen.Action? {
    switch self {
    case .stories: .stories
    case .interviews: .interviews
    case .brief: .brief
    case .plan: .plan
    case .weak: .weak
    case .decks: .decks
    case .panel: .panel
    case .progress: .progress
    case .settings: .settings
    case .deleted: nil
    }
  }

  /// The key that leads there at home.
  var key: Key? {
    HomeScreen.keys.first { $0.action == action }?.keys.first
  }

  /// Other words for what can be done there: what is of an employer has rows of its own.
  var synonymsOfDeeds: String { self == .interviews ? "date set time" : synonyms }

  /// What it is called in a sentence.
  var name: String {
    switch self {
    case .stories: "stories"
    case .interviews: "interviews"
    case .brief: "brief"
    case .plan: "plan"
    case .weak: "weak cards"
    case .decks: "decks"
    case .panel: "panel"
    case .progress: "progress"
    case .settings: "settings"
    case .deleted: "deleted things"
    }
  }

  /// What can be done there at once, with the keys that do it.
  var deeds: [(title: String, key: Key)] {
    switch self {
    case .stories:
      [("Add a story", "a"), ("Practise a question that the first story answers", "p")]
    case .interviews:
      [("Add an interview", "a"), ("Compare the employers, side by side", "c")]
    case .weak:
      [("Practise all weak cards", "P"), ("Rebuild the parts that need work", "r")]
    case .decks: [("Search the cards alone", "/")]
    case .plan: [("Try five minutes more a day", "+"), ("Try five minutes fewer a day", "-")]
    case .brief, .panel, .progress, .settings, .deleted: []
    }
  }

  /// Whether a screen is this place.
  func isShown(by screen: (any ScreenModel)?) -> Bool {
    switch self {
    case .stories: screen is StoriesScreen
    case .interviews: screen is EmployersScreen
    case .plan: screen is PlanScreen
    case .weak: screen is WeakScreen
    case .decks: screen is DecksScreen
    case .panel: screen is PanelScreen
    case .progress: screen is ProgressScreen
    case .settings: screen is SettingsScreen
    case .deleted: screen is DeletedScreen
    // A brief is a text among others.
    case .brief: false
    }
  }

  /// Whether one can go there now.
  func isOpen(on stage: Stage) -> Bool { self != .brief || stage.home?.interview != nil }
}

/// On the way to a place.
struct Visit: Equatable {
  /// What is pressed when one is there.
  var key: Key?
}

extension Stage {
  /// Goes to a place from wherever one is; what was open stays open below it.
  ///
  /// - Parameters:
  ///   - place: the place.
  ///   - key: what is pressed there.
  /// - Returns: what has to be read for it; nothing where one cannot go there now.
  mutating func go(to place: Place, pressing key: Key? = nil) -> [Effect] {
    guard place.isOpen(on: self) else { return [] }
    var home = HomeScreen()
    let effects = place.action.map { home.reduce($0, on: &self) } ?? [.loadDeleted]
    visit = Visit(key: key)
    return effects
  }

  /// Goes to a list of what is known of an employer.
  ///
  /// - Parameters:
  ///   - part: the list.
  ///   - employer: of whom; nil for whom one is likely to think of.
  ///   - key: what is pressed there.
  /// - Returns: what has to be read for it.
  mutating func go(to part: EmployerPart, of employer: String?, pressing key: Key?) -> [Effect] {
    visit = Visit(key: key)
    return [.notebook(.open(.part(part.title, of: employer)))]
  }
}
