public import Decks
import Scheduler

/// Chooses the cards of a session and their order.
///
/// With no interview date this is the plain order of the memory model: what is due, weakest first,
/// then core cards never seen, then the others never seen; when nothing of that is left, the
/// weakest of the rest, so that a person who wants to practise always can.
public enum SessionChoice {
  public static func cards(
    from prospects: [Prospect], for request: SessionRequest, at moment: Moment, schedule: Schedule
  ) -> [CardID] {
    let today = moment.day(startHour: schedule.startHour)
    var due: [(prospect: Prospect, recall: Double)] = []
    var later: [(prospect: Prospect, recall: Double)] = []
    var unseen: [Prospect] = []
    for prospect in prospects where request.admits(prospect) {
      guard let memory = prospect.memory else {
        unseen.append(prospect)
        continue
      }
      let recall = schedule.model.retrievability(of: memory, at: moment.time)
      let isDue = prospect.due?.hasCome(now: moment.time, today: today) ?? true
      if isDue || request.weakOnly {
        due.append((prospect, recall))
      } else {
        later.append((prospect, recall))
      }
    }
    var order = due.sortedByRecall()
    // As in the list of weak cards: what was not there at all comes before what has faded.
    if request.weakOnly { order = order.filter(\.hasSlipped) + order.filter { !$0.hasSlipped } }
    order += unseen.filter(\.isCore) + unseen.filter { !$0.isCore }
    // Practising ahead is for someone who has nothing waiting, not for filling up the minutes.
    if order.isEmpty { order = later.sortedByRecall() }
    return alternatingFamilies(fitting(order, request)).map(\.id)
  }

  /// The first cards that fit the minutes and the count; at least one, however short the time.
  private static func fitting(_ order: [Prospect], _ request: SessionRequest) -> [Prospect] {
    var minutes = 0.0
    var chosen: [Prospect] = []
    for prospect in order {
      if let most = request.cards, chosen.count >= most { break }
      let cost = prospect.kind.minutes
      if let limit = request.minutes, minutes + cost > limit, !chosen.isEmpty { continue }
      minutes += cost
      chosen.append(prospect)
      if let limit = request.minutes, minutes >= limit { break }
    }
    return chosen
  }

  /// The same cards with neighbours from different families where that is possible, otherwise in
  /// the order given: choosing which story fits is part of what is practised.
  static func alternatingFamilies(_ cards: [Prospect]) -> [Prospect] {
    var waiting = cards
    var arranged: [Prospect] = []
    while !waiting.isEmpty {
      let last = arranged.last?.family
      let next = waiting.firstIndex { $0.family == nil || $0.family != last } ?? 0
      arranged.append(waiting.remove(at: next))
    }
    return arranged
  }
}

extension [(prospect: Prospect, recall: Double)] {
  /// Weakest first; cards that are equally weak stay in the order they came in.
  fileprivate func sortedByRecall() -> [Prospect] {
    enumerated().sorted { a, b in
      a.element.recall == b.element.recall
        ? a.offset < b.offset : a.element.recall < b.element.recall
    }.map(\.element.prospect)
  }
}
