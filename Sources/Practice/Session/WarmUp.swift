public import Decks
import Scheduler

/// What a day's warm-up is drawn from: a few questions to pick a story for, each within seconds.
public struct WarmUp: Equatable, Sendable {
  /// Cards with a wording that the person never met, those never practised first; empty where there are no
  /// stories to choose among.
  public var cards: [CardID]
  /// The cards that a story was picked for today already.
  public var pickedToday: Set<CardID>

  /// With fewer stories there is nothing to choose.
  public static let leastStories = 2

  public init(_ cards: [CardID] = [], pickedToday: Set<CardID> = []) {
    self.cards = cards
    self.pickedToday = pickedToday
  }

  /// - Parameters:
  ///   - prospects: the cards there are.
  ///   - drilled: how many wordings of cards were met without a grade.
  ///   - task: what is drilled.
  ///   - pickedToday: the cards that a story was picked for today already.
  public init(
    from prospects: [Prospect], drilled: [CardID: Int], for task: SessionItem.Task = .pick,
    pickedToday: Set<CardID> = []
  ) {
    // Each grade is of one wording, so that no more than those were met.
    let unmet = prospects.filter { prospect in
      let met = (prospect.memory?.reps ?? 0) + drilled[prospect.id, default: 0]
      let isMeant =
        task == .pick
        ? prospect.kind == .star : prospect.kind.isAfterFamily && prospect.family != nil
      return isMeant && !prospect.isBuried && met < prospect.wordings
        && !pickedToday.contains(prospect.id)
    }
    self.init(
      (unmet.filter { $0.memory == nil } + unmet.filter { $0.memory != nil }).map(\.id),
      pickedToday: pickedToday)
  }
}
