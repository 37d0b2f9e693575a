/// The list of all screens, in the order of the help: a new one has its line here.
enum Screens {
  static let all: [any ScreenModel.Type] = [
    HomeScreen.self, UndoScreen.self, PracticeScreen.self, SummaryScreen.self,
    WeakScreen.self,
    DecksScreen.self,
    CardsScreen.self, CardScreen.self, StoriesScreen.self, EmployersScreen.self,
    NewInterviewScreen.self, FormScreen.self, EmployerScreen.self, ThingsScreen.self,
    ThingChoiceScreen.self,
    TextScreen.self,
    HeldScreen.self, LogScreen.self, PanelScreen.self, MarksScreen.self, PlanScreen.self,
    PlanDayScreen.self, ProgressScreen.self, DeletedScreen.self,
    SyncPlaceScreen.self, SyncScreen.self, WordingsScreen.self, ImportScreen.self,
    SettingsScreen.self, PaletteScreen.self, SearchScreen.self, HelpScreen.self,
  ]

  /// The screen that an outcome opens; nil if it opens none.
  static func opened(by outcome: Outcome, on stage: Stage) -> (any ScreenModel)? {
    for screen in all { if let opened = screen.opened(by: outcome, on: stage) { return opened } }
    return nil
  }
}
