import Campaign
import Decks
import Practice
import Scheduler
import Screen

/// The way from a card to the places that what it asks for is written down in.
extension Feed {
  /// The key that goes there.
  static func key<Action>(_ action: Action) -> Binding<Action> {
    Binding(
      "W", action: action, footer: "write it down",
      help: "Go to where it belongs: the log, the stories, the dossier, your questions")
  }

  /// Why it goes nowhere; nil if it goes somewhere.
  static func obstacle(_ feeds: [Feed]) -> String? {
    feeds.isEmpty ? "Nothing is written down from this card." : nil
  }

  static func goThere(from feeds: [Feed]) -> Effect { .notebook(.open(.feeds(feeds))) }
}

extension Stage {
  /// Opens the places that a card feeds: the first is shown, and leaving it leads to the next.
  mutating func open(_ feeds: [Feed]) {
    var places: [FeedPlace] = []
    for feed in feeds {
      let place = place(of: feed)
      if !places.contains(place) { places.append(place) }
    }
    for place in places.reversed() { go(.open(screen(at: place))) }
    let titles = feeds.map(\.title).joined(separator: ", then ")
    say("It goes into \(titles). Esc leads on and back.")
  }

  private enum FeedPlace: Equatable {
    case stories, employer
    case log(Kept<Interview>)
    case part(EmployerPart)
  }

  private func place(of feed: Feed) -> FeedPlace {
    switch feed {
    case .stories, .told, .headlines, .figures: .stories
    case .roundLog: latestRound(with: likelyEmployer).map { .log($0) } ?? .part(.rounds)
    // What was thin, and what they pressed on, stand with the questions asked.
    case .weakCards, .probes: .part(.log)
    case .priorities: .part(.advert)
    case .facts: .part(.facts)
    case .questions: .part(.questions)
    case .decision: .part(.decision)
    case .panel: .part(.people)
    case .brief: .employer
    }
  }

  private func screen(at place: FeedPlace) -> any ScreenModel {
    switch (place, likelyEmployer) {
    case (.stories, let employer): StoriesScreen(employer: employer)
    case (.log(let round), _): LogScreen(round, in: frame)
    case (.part(let part), let employer?): ThingsScreen(part: part, employer: employer)
    case (.employer, let employer?): EmployerScreen(employer: employer)
    case (.part, nil), (.employer, nil): EmployersScreen()
    }
  }
}

extension OpenNotebook {
  func likelyEmployer(at now: Moment) -> String? {
    notebook.nextInterview(after: now.time.milliseconds)?.employer ?? notebook.employers.last?.name
  }
}
