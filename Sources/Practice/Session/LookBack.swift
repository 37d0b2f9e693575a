import Decks
import Scheduler

/// What a round that was held leaves to look back on.
struct LookBack {
  /// The cards that ask what the log of a round has asked already.
  private static let logged = Set(["LB-01", "LB-04", "LB-05", "LB-06"])
  private static let deck = "look-back"

  private let cards: [Prospect]
  private let mixedDecks: Set<String>
  private let appointments: [Appointment]
  private let moment: Moment
  private let startHour: Int

  /// - Parameters:
  ///   - prospects: the cards there are.
  ///   - appointments: the interviews, those held too.
  ///   - moment: now.
  ///   - startHour: the hour at which a day begins.
  init(
    _ prospects: [Prospect], _ appointments: [Appointment], at moment: Moment, startHour: Int
  ) {
    cards = prospects.filter { $0.kind == .reflect }
    mixedDecks = Set(prospects.lazy.filter { $0.kind != .reflect }.map(\.id.deck))
    self.appointments = appointments
    self.moment = moment
    self.startHour = startHour
  }

  /// Whether a day leaves room for it: neither the eve nor the day of an interview does.
  func isOffered(on day: Day) -> Bool {
    !appointments.contains { (0...1).contains($0.day(at: moment, startHour: startHour) - day) }
  }

  /// What is open of the round held last, however long ago: decks made for that before single cards of
  /// other decks.
  var open: [Prospect] {
    let held = appointments.filter { !$0.isAhead(of: moment, startHour: startHour) }
      .max { $0.time.start < $1.time.start }
    guard let held, !held.isWavedOff else { return [] }
    return ordered.filter { card in
      let last = [card.lastDone, card.memory?.lastReview].compactMap(\.self).max()
      if let last, last >= held.time.start { return false }
      return !(held.isLogged && card.id.deck == Self.deck && Self.logged.contains(card.id.card))
    }
  }

  /// All of it, for a round that is still to be held.
  var ordered: [Prospect] {
    cards.filter { !mixedDecks.contains($0.id.deck) }
      + cards.filter { mixedDecks.contains($0.id.deck) }
  }

  /// Whether a round is held between now and a day.
  func isHeld(before day: Day, from start: Day) -> Bool {
    appointments.contains {
      let own = $0.day(at: moment, startHour: startHour)
      return $0.isAhead(of: moment, startHour: startHour) && own >= start && own < day
    }
  }
}
