import Campaign
import Decks
import Practice
import Scheduler
import Store
import TUI

/// Everything that a search looks through, folded once, so that each key only looks.
struct SearchIndex {
  /// All of one sort.
  private struct Part {
    let kind: SearchKind
    let hits: [SearchHit]
    /// What names each: one that has the words there is better than one that has them elsewhere.
    let titles: SearchText
    /// The same with what stands behind it.
    let texts: SearchText

    init(_ kind: SearchKind, _ hits: [SearchHit], isTitleSearched: Bool = true) {
      self.kind = kind
      self.hits = hits
      titles = SearchText(isTitleSearched ? hits.map(\.title) : [])
      texts = SearchText(
        isTitleSearched ? hits.map { "\($0.title)\n\($0.body)" } : hits.map(\.body))
    }
  }

  private let cards: [Store.SearchedCard]
  private let asks: SearchText
  private let parts: [Part]

  /// So many of a sort are named; more letters narrow what is found.
  private static let most = 50

  init(_ workspace: Workspace) throws {
    let cards = try workspace.store.searchedCards()
    self.cards = cards
    asks = SearchText(cards.map(\.ask))
    let notebook = try workspace.store.notebook()
    let known = Dictionary(cards.map { ($0.id, $0.ask) }) { first, _ in first }
    // What stands in a form is kept among the drafts under an id that no card has.
    let drafts = try workspace.store.searchedDrafts(utcOffset: workspace.clock.now.utcOffset)
    let answers =
      drafts.filter { known[$0.card] != nil } + (try workspace.store.searchedAnswers())
    let startHour = workspace.store.schedule.startHour
    let today = workspace.clock.now.day(startHour: startHour)
    parts = [
      Part(.stories, notebook.stories.map(Self.hit)),
      Part(
        .answers,
        answers.map { Self.hit($0, ask: known[$0.card], startHour: startHour, today: today) },
        isTitleSearched: false),
      Part(
        .facts,
        notebook.facts.map {
          SearchHit("\($0.employer): \($0.text)", body: $0.source, .item(Item($0)))
        }),
      Part(
        .doubts,
        notebook.doubts.map {
          SearchHit("\($0.employer): \($0.text)", body: $0.evidence, .item(Item($0)))
        }),
      Part(
        .questions,
        notebook.questions.map { SearchHit("\($0.employer): \($0.text)", .item(Item($0))) }),
      Part(.people, notebook.people.map(Self.hit)),
      Part(.log, notebook.entries.map { Self.hit($0, in: notebook) }),
    ]
  }

  /// What has each word of a query somewhere, be it within a longer word.
  ///
  /// - Parameters:
  ///   - query: the words.
  ///   - numbers: the numbers of all cards that have them, in order.
  /// - Returns: what was found, sort by sort.
  func found(_ query: String, cards numbers: [Int]) -> SearchResults {
    let search = CardSearch(query)
    var found: [SearchResults.Part] = []
    if !numbers.isEmpty {
      let inAsk = search.texts(in: asks).map { cards[$0] }
      let first = Set(inAsk.prefix(Self.most).map(\.number))
      var hits = inAsk.prefix(Self.most).map(Self.hit)
      if hits.count < Self.most {
        // Both are in the order of their numbers.
        var index = 0
        for number in numbers where hits.count < Self.most && !first.contains(number) {
          while index < cards.count, cards[index].number < number { index += 1 }
          if index < cards.count, cards[index].number == number {
            hits.append(Self.hit(cards[index]))
          }
        }
      }
      found.append(SearchResults.Part(.cards, count: numbers.count, hits: hits))
    }
    for part in parts {
      let all = search.texts(in: part.texts)
      guard !all.isEmpty else { continue }
      let inTitle = search.texts(in: part.titles)
      let first = Set(inTitle)
      let order = inTitle + all.filter { !first.contains($0) }
      found.append(
        SearchResults.Part(
          part.kind, count: all.count, hits: order.prefix(Self.most).map { part.hits[$0] }))
    }
    return SearchResults(query: query, parts: found)
  }

  // MARK: - What each is called

  private static func hit(_ card: Store.SearchedCard) -> SearchHit {
    SearchHit(card.ask, .card(card.id))
  }

  private static func hit(_ story: Kept<Story>) -> SearchHit {
    let texts =
      [story.headline, story.situation, story.task, story.action, story.result, story.learning]
      + story.figures.map { "\($0.text) \($0.known)" } + [story.notes]
    return SearchHit(
      story.title, body: texts.filter { !$0.isEmpty }.joined(separator: "\n"), .item(Item(story)))
  }

  private static func hit(
    _ answer: Store.SearchedAnswer, ask: String?, startHour: Int, today: Day
  ) -> SearchHit {
    let day = DateText.day(answer.moment.day(startHour: startHour), near: today)
    let name = answer.isDraft ? "draft, \(day)" : day
    let title = "\(name)  \(ask ?? answer.card.description)"
    let text = answer.texts.joined(separator: "\n\n")
    let target: SearchHit.Target =
      ask == nil
      ? .text(title: title, text) : answer.isDraft ? .draft(answer.card) : .card(answer.card)
    return SearchHit(title, body: text, target)
  }

  private static func hit(_ person: Kept<Person>) -> SearchHit {
    let role = person.name.isEmpty || person.role.isEmpty ? "" : ", \(person.role)"
    return SearchHit(
      "\(person.title)\(role), \(person.employer)", body: "\(person.needs)\n\(person.notes)",
      .item(Item(person)))
  }

  private static func hit(_ entry: Kept<LogEntry>, in notebook: Notebook) -> SearchHit {
    let round = notebook.interview(entry.interview).map { "\($0.title): " } ?? ""
    let landed = entry.landed.map { " landed \($0.rawValue)" } ?? ""
    return SearchHit(
      "\(round)“\(entry.text)”\(landed)", body: entry.pressedOn, .item(Item(entry)))
  }
}
