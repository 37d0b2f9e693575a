import Campaign
import Decks
import Practice

@testable import TUI

extension AppFixture {
  static let commands = [
    ShellCommand(
      name: "export", abstract: "Write everything, or all stories as a booklet, into a file."),
    ShellCommand(name: "undo", abstract: "Take the last change back."),
    ShellCommand(name: "stats", abstract: "Show how practice has gone, and where it leads."),
    ShellCommand(name: "config", abstract: "Show the settings, or change one."),
    ShellCommand(name: "employers", abstract: "Employers, and what you know of each."),
    ShellCommand(name: "stories", abstract: "Your stories."),
    ShellCommand(name: "deleted", abstract: "Show what was deleted, or bring it back."),
    ShellCommand(name: "brief", abstract: "Write the one page for the day."),
    ShellCommand(name: "sync", abstract: "Bring your machines together, by a folder or by git."),
  ]

  /// What can be found, sort by sort.
  private static let everything: [(kind: SearchKind, hits: [SearchHit])] = {
    let story = Kept(Number(7), Story(title: "Handover cut"))
    let fact = Kept(
      Number(8), Fact(employer: "Acme", text: "two handovers a day at the depot", day: 20_000))
    return [
      (.cards, listings.map { SearchHit($0.ask, .card($0.id)) }),
      (
        .stories,
        [
          SearchHit(
            story.title, body: "In March our manager cut the handover between the shifts.",
            .item(Item(story)))
        ]
      ),
      (
        .answers,
        (1...3).map { day in
          SearchHit(
            "Thu \(day) Nov  Describe a decision by your manager that you thought was wrong.",
            body: "Three of us worked the freezers. They cut the handover between day and night.",
            day == 3
              ? .text(title: "An answer", "They cut the handover.") : .card(listings[0].id))
        } + [SearchHit("draft, Thu 1 Nov  Why us?", body: "the tide", .draft(listings[1].id))]
      ),
      (
        .facts,
        [SearchHit("Acme: \(fact.text)", body: "their careers page", .item(Item(fact)))]
      ),
    ]
  }()

  /// What a search through all of it finds.
  static func foundEverything(by words: String) -> SearchResults {
    let search = CardSearch(words)
    let parts = everything.compactMap { part -> SearchResults.Part? in
      let texts = SearchText(part.hits.map { "\($0.title)\n\($0.body)" })
      let hits = search.texts(in: texts).map { part.hits[$0] }
      return hits.isEmpty ? nil : SearchResults.Part(part.kind, count: hits.count + 60, hits: hits)
    }
    return SearchResults(query: words, parts: parts)
  }
}
