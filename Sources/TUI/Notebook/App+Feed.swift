import Campaign
import Decks
import Practice
import Scheduler
import Screen

/// The way from a card to the places that what it asks for is written down in.
extension App {
  enum FeedAction: Sendable { case write }

  static let feedKeys: [Binding<FeedAction>] = [
    Binding(
      .character("W"), action: .write, footer: "write it down",
      help: "Go to where it belongs: the log, the stories, the dossier, your questions")
  ]

  /// The places that the card shown feeds; none before its answer side shows.
  var feeds: [Feed] {
    let card: Card?
    switch path.last {
    case .practice(let practice):
      guard case .reveal = practice.phase else { return [] }
      card = practice.current?.card
    case .card(let screen): card = screen.card.card
    default: return []
    }
    return card.map { Feed.places(for: $0) } ?? []
  }

  /// Opens the places that a card feeds: the first is shown, and leaving it leads to the next.
  mutating func open(_ feeds: [Feed]) {
    let next = notebook.nextInterview(after: now.time.milliseconds)?.employer
    let employer = next ?? notebook.employers.last?.name
    var places: [NotebookPlace] = []
    for feed in feeds {
      let place = place(of: feed, with: employer)
      if !places.contains(place) { places.append(place) }
    }
    path += places.reversed().map { .notebook($0) }
    let titles = feeds.map(\.title).joined(separator: ", then ")
    notice = Notice(text: "It goes into \(titles). Esc leads on and back.")
  }

  private func place(of feed: Feed, with employer: String?) -> NotebookPlace {
    func part(_ part: EmployerPart) -> NotebookPlace {
      employer.map { .things(ThingsScreen(part: part, employer: $0)) }
        ?? .employers(EmployersScreen())
    }
    switch feed {
    case .stories, .told, .headlines, .figures: return .stories(StoriesScreen(employer: employer))
    case .roundLog:
      let begun = employer.flatMap {
        notebook.latestRound(with: $0, at: now.time.milliseconds)
      }
      return begun.map { .log(LogScreen($0, width: frame.textWidth - 2)) } ?? part(.rounds)
    // What was thin, and what they pressed on, stand with the questions asked.
    case .weakCards, .probes: return part(.log)
    case .priorities: return part(.advert)
    case .facts: return part(.facts)
    case .questions: return part(.questions)
    case .decision: return part(.decision)
    case .panel: return part(.people)
    case .brief:
      return employer.map { .employer(EmployerScreen(employer: $0)) }
        ?? .employers(EmployersScreen())
    }
  }
}
