package import Campaign
import Decks
package import Practice
import Scheduler
import Store

extension Workspace {
  /// How much cards count for each of the interviews ahead, the next one first; none if all count the
  /// same.
  package func priorities(at now: Moment) throws -> [Priorities] {
    guard try store.hasPriorities() else { return [] }
    let notebook = try store.notebook()
    return try store.interviews(ahead: now).map { interview in
      Priorities(notebook, for: interview.employer, before: interview.startsAt)
    }
  }

  /// The cards that can be practised, with how much each counts and the minutes it takes the person.
  ///
  /// Doubts that nobody can have yet are not among them: before a round is logged or a doubt written down
  /// they would ask about a talk that never was.
  ///
  /// - Parameters:
  ///   - now: the moment.
  ///   - coreOnly: only cards of the core set.
  ///   - request: what is asked for; a deck or kind that it names is wanted, early or not.
  /// - Returns: the cards in the order of their decks.
  /// - Throws: ``StoreError``.
  package func prospects(
    at now: Moment, coreOnly: Bool = false, for request: SessionRequest = SessionRequest()
  ) throws -> [Prospect] {
    let minutes = try store.practiceMinutes()
    let isNamed = !request.decks.isEmpty || !request.kinds.isEmpty
    let asksDoubts = try isNamed || store.mayBeDoubted()
    let prospects = try store.prospects(
      at: now, competencies: competencies, coreOnly: coreOnly
    ).filter { asksDoubts || $0.kind != .concern || $0.memory != nil }.map { prospect in
      var prospect = prospect
      prospect.minutes = minutes.minutes(of: prospect.kind)
      prospect.isOwnNote = prospect.id.deck == Notebook.deckID
      return prospect
    }
    let priorities = try priorities(at: now)
    guard !priorities.isEmpty else { return prospects }
    return prospects.map { prospect in
      var prospect = prospect
      prospect.priorities = priorities.map {
        $0.priority(of: prospect.id, family: prospect.family)
      }
      return prospect
    }
  }

  /// The weak cards: before an interview what would be missed most comes first.
  package func weakCards(at now: Moment) throws -> [WeakCard] {
    let cards = try store.weakCards(at: now)
    guard let next = try priorities(at: now).first else { return cards }
    return cards.map { card in
      var card = card
      card.priority = next.priority(
        of: card.id, family: competencies.family(of: card.competency)?.code)
      return card
    }
    .sorted { $0.priority * (1 - $0.recall) > $1.priority * (1 - $1.recall) }
  }

  /// Says of each card why it counts more than others for the next interview.
  func withReasons(_ cards: [SessionCard], at now: Moment) throws -> [SessionCard] {
    guard let next = try priorities(at: now).first else { return cards }
    return cards.map { card in
      var card = card
      let family = competencies.family(of: card.card.competency)?.code
      card.reasons = next.reasons(for: card.card.id, family: family).map(\.words)
      return card
    }
  }
}
