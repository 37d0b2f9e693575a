import BundledDecks
import Campaign
package import Decks
import Exchange
import Files
package import Practice
import Scheduler
import Store
import TUI

extension Workspace {
  /// A new session, chosen and read.
  func sessionStart(for request: SessionRequest) throws -> SessionStart {
    let now = clock.now
    let prospects = try self.prospects(at: now, for: request)
    let items = SessionPlan.items(
      from: prospects, standings: try store.standings(), for: request, at: now,
      schedule: store.schedule, interviews: try store.interviews().map(\.start))
    return try start(Session(items: items), seed: request.seed, at: now)
  }

  /// The session that was left today, to go on with; nil if there is none, or one of its cards is in
  /// no deck any more that is on.
  private func sessionLeft() throws -> SessionStart? {
    let now = clock.now
    let today = now.day(startHour: store.schedule.startHour)
    guard let session = try store.session(leftOn: today) else { return nil }
    let start = try start(session, seed: UInt64(bitPattern: now.time.milliseconds), at: now)
    return try session.isAll(in: start.cardsByID, off: store.decksOff()) ? start : nil
  }

  /// How much is left of that session; nil if there is none to go on with.
  ///
  /// Reads no more than it takes to say so: the first screen waits for it.
  func amountLeft(at now: Moment) throws -> SessionLeft? {
    let today = now.day(startHour: store.schedule.startHour)
    guard let session = try store.session(leftOn: today) else { return nil }
    let ids = Set(session.queue.map(\.card))
    let cards = try Dictionary(
      withMinutes(store.sessionCards(Array(ids))).map { ($0.card.id, $0) }
    ) { $1 }
    return try session.isAll(in: cards, off: store.decksOff()) ? session.left(cards) : nil
  }

  /// The session that is asked for; nil goes on with the one that was left, if there is one.
  package func session(for request: SessionRequest?) throws -> SessionStart {
    if let request { return try sessionStart(for: request) }
    return try sessionLeft() ?? sessionStart(for: dailyRequest)
  }

  private func start(_ session: Session, seed: UInt64, at now: Moment) throws -> SessionStart {
    var known: Set<CardID> = []
    let ids = (session.steps.map(\.item) + session.queue).map(\.card)
      .filter { known.insert($0).inserted }
    try bringBackAnswers(at: ids)
    let notebook = try store.notebook()
    let employer = notebook.nextInterview(after: now.time.milliseconds)?.employer
    return SessionStart(
      session: session, cards: try sessionCards(ids, at: now), seed: seed,
      generalProbes: BundledDecks.generalProbes,
      stories: notebook.sessionStories(for: employer), observing: settings.observing)
  }

  /// The cards of those ids with all that practising them needs, in the order asked for.
  package func sessionCards(_ ids: [CardID], at now: Moment? = nil) throws -> [SessionCard] {
    let now = now ?? clock.now
    let cards = try withFreshStories(
      withReasons(withMinutes(store.sessionCards(ids)), at: now), at: now)
    for card in cards { knownDrafts[card.card.id] = card.draft }
    guard sound.canPlay else { return cards }
    let recorded = Set(try recordings.all().map(\.card))
    return cards.map { card in
      var card = card
      card.hasRecording = recorded.contains(card.card.id)
      return card
    }
  }

  /// The cards with the minutes that each takes the person.
  private func withMinutes(_ cards: [SessionCard]) throws -> [SessionCard] {
    let minutes = try store.practiceMinutes()
    return cards.map { card in
      var card = card
      card.ownMinutes = minutes.minutes(of: card.card.kind)
      return card
    }
  }

  /// The cards with the story for each that the employer ahead has not heard.
  private func withFreshStories(_ cards: [SessionCard], at now: Moment) throws -> [SessionCard] {
    let notebook = try store.notebook()
    guard let employer = notebook.nextInterview(after: now.time.milliseconds)?.employer else {
      return cards
    }
    let untold = notebook.storiesUntold(to: employer)
    return cards.map { card in
      var card = card
      let family = competencies.family(of: card.card.competency)
      card.freshStory = family.flatMap { untold.fitting($0.code).first?.title }
      return card
    }
  }

  /// Takes the last grade back, and its step in a session with it.
  ///
  /// - Returns: what was taken back, and its card as it is now; nil if no deck has it.
  package func undoLast(in session: Session?) throws -> (UndoneReview?, SessionCard?) {
    let last = try store.lastCard()
    let known = try last.flatMap { try store.card($0) }?.id
    let undone = try store.undoLast(at: clock.now, in: session, bringing: known)
    return (undone, try undone.flatMap { try sessionCards([$0.card]).first })
  }

  /// What comes after a session.
  package func sessionOutlook() throws -> SessionOutlook {
    var tomorrow = clock.now
    tomorrow.time = tomorrow.time.adding(days: 1)
    return SessionOutlook(
      tomorrow: try store.waiting(at: tomorrow),
      work: WorkList(try store.standings(), on: tomorrow.day(startHour: store.schedule.startHour)),
      calibration: try store.calibration())
  }
}

extension SessionStart {
  package var cardsByID: [CardID: SessionCard] {
    Dictionary(cards.map { ($0.card.id, $0) }) { first, _ in first }
  }
}

extension Session {
  /// Whether all cards that are still to come are among those, and none is in a deck that is off.
  fileprivate func isAll(in cards: [CardID: SessionCard], off: Set<String>) -> Bool {
    queue.allSatisfy { cards[$0.card] != nil && !off.contains($0.card.deck) }
  }
}

extension Notebook {
  /// The stories as a session needs them, with who has heard them at the employer ahead.
  fileprivate func sessionStories(for employer: String?) -> [SessionStory] {
    stories.map { story in
      let last = employer.flatMap { tellings(of: story.id, to: $0).last.map(words) }
      return SessionStory(
        number: story.id.value, title: story.title,
        texts: [
          story.situation, story.task, story.action,
          [story.result, story.learning].filter { !$0.isEmpty }.joined(separator: "\n"),
        ],
        listener: last.flatMap { last in employer.map { "\($0), \(last)" } })
    }
  }
}

extension Workspace {
  /// - Throws: ``Failure`` when one of the decks does not exist, or is off.
  package func requireDecks(_ decks: [String]) throws {
    guard !decks.isEmpty else { return }
    let known = try store.decks(at: clock.now)
    for id in decks {
      guard let deck = known.first(where: { $0.id == id }) else {
        throw Failure(.badData, "there is no deck “\(id)”; “starling decks list” names them")
      }
      guard deck.isOn else {
        throw Failure(.badData, "the deck “\(id)” is off; “starling decks on \(id)” turns it on")
      }
    }
  }

  /// What a session of today asks for.
  package var dailyRequest: SessionRequest {
    SessionRequest(
      minutes: settings.minutes, isDaily: true,
      seed: UInt64(bitPattern: clock.now.time.milliseconds))
  }
}
