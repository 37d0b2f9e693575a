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
  /// A session that was asked for, chosen and read.
  func sessionStart(for request: SessionRequest) throws -> SessionStart {
    let now = clock.now
    // What is answered in it counts for today, whose own session is drawn before.
    _ = try today(at: now)
    let items: [SessionItem]
    if let drill = request.drill {
      items = SessionPlan.drill(
        drill, from: try self.prospects(at: now, for: request),
        drilled: try store.wordingsDrilled(), for: request)
    } else {
      items =
        request.only.isEmpty
        ? SessionPlan.items(
          from: try self.prospects(at: now, for: request), standings: try store.standings(),
          for: request, at: now, schedule: store.schedule, appointments: try store.appointments())
        : request.only.map { SessionItem($0) }
    }
    return try start(Session(items: items), seed: request.seed, at: now)
  }

  /// Today's session, from where it was left.
  private func todaysSession() throws -> SessionStart {
    let now = clock.now
    let today = try today(at: now)
    let left = today.left.map(\.item)
    var session = Session(items: left, isDaily: true)
    if let known = try store.session(leftOn: today.day), known.isDaily {
      session = known
      session.follow(left)
    }
    var start = try start(session, seed: UInt64(bitPattern: now.time.milliseconds), at: now)
    start.session.keep(cards: Set(start.cards.map(\.card.id)))
    start.minutes = Dictionary(today.drawn.map { ($0.item, $0.minutes) }) { first, _ in first }
    return start
  }

  /// The session that is asked for; nil is today's.
  package func session(for request: SessionRequest?) throws -> SessionStart {
    try request.map(sessionStart) ?? todaysSession()
  }

  private func start(_ session: Session, seed: UInt64, at now: Moment) throws -> SessionStart {
    var known: Set<CardID> = []
    let ids = (session.steps.map(\.item) + session.queue).map(\.card)
      .filter { known.insert($0).inserted }
    try bringBackAnswers(at: ids)
    let notebook = try store.notebook()
    let employer = notebook.nextInterview(after: now.time.milliseconds)?.employer
    var start = SessionStart(
      session: session, cards: try sessionCards(ids, at: now), seed: seed,
      generalProbes: BundledDecks.generalProbes,
      stories: notebook.sessionStories(for: employer), observing: settings.observing)
    start.aim = try aim(at: now)
    start.families = competencies.families
    start.measuring = settings.measuring
    start.asksSureness = settings.sureness == .on
    start.pace = recordings.pace()
    return start
  }

  /// The interview that practice is for; nil if none is ahead.
  package func aim(at now: Moment) throws -> SessionAim? {
    let startHour = store.schedule.startHour
    return try store.appointments().filter { $0.isAhead(of: now, startHour: startHour) }
      .min { $0.time.judged(from: now.time) < $1.time.judged(from: now.time) }
      .map {
        SessionAim(
          time: $0.time.judged(from: now.time), day: $0.day(at: now, startHour: startHour))
      }
  }

  /// The cards of those ids with all that practising them needs, in the order asked for.
  package func sessionCards(_ ids: [CardID], at now: Moment? = nil) throws -> [SessionCard] {
    let now = now ?? clock.now
    let cards = try withFreshStories(
      withReasons(withMinutes(store.sessionCards(ids)), at: now), at: now)
    for card in cards { knownDrafts[card.card.id] = card.draft }
    let recorded = Dictionary(grouping: try recordings.all(), by: \.card)
    guard !recorded.isEmpty else { return cards }
    return cards.map { card in
      var card = card
      let own = recorded[card.card.id] ?? []
      card.hasRecording = sound.canPlay && !own.isEmpty
      // The newest: what is undone, or was answered last.
      for recording in own.prefix(Self.looksBackAt) {
        card.heard[recording.fileName] = recordings.words(of: recording)
      }
      return card
    }
  }

  /// Of so many recordings of a card what was heard is at hand.
  private static let looksBackAt = 2

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
    SessionOutlook(today: try today(at: clock.now))
  }
}

extension Notebook {
  /// The stories as a session needs them, with who has heard them at the employer ahead.
  fileprivate func sessionStories(for employer: String?) -> [SessionStory] {
    stories.map { story in
      let last = employer.flatMap { tellings(of: story.id, to: $0).last.map(words) }
      var known = SessionStory(
        number: story.id.value, title: story.title,
        texts: [
          story.situation, story.task, story.action,
          [story.result, story.learning].filter { !$0.isEmpty }.joined(separator: "\n"),
        ],
        listener: last.flatMap { last in employer.map { "\($0), \(last)" } })
      known.families = Set(story.fits.keys)
      return known
    }
  }
}
