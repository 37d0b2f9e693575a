public import Scheduler

extension PlanRequest {
  /// The plan of some cards to the interviews ahead; its items' ids are the cards' positions.
  ///
  /// Cards of the core set come before the rest; those that one story answers know of each other.
  ///
  /// - Parameters:
  ///   - prospects: the cards.
  ///   - interviews: when those ahead start.
  ///   - minutesPerDay: the minutes of a day.
  ///   - moment: now.
  ///   - schedule: how reviews become memory and dates.
  ///   - all: all cards there are, where some of them cannot be chosen; nil if it is these.
  public init(
    for prospects: [Prospect], to interviews: [InterviewTime], minutesPerDay: Double,
    at moment: Moment, schedule: Schedule, beside all: [Prospect]? = nil
  ) {
    let links = StoryLinks(all ?? prospects)
    let places =
      links.isEmpty
      ? [:] : Dictionary(prospects.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let today = moment.day(startHour: schedule.startHour)
    self.init(
      now: moment.time, utcOffset: moment.utcOffset, startHour: schedule.startHour,
      interviews: interviews, minutesPerDay: minutesPerDay, dueRule: schedule.rule,
      items: prospects.enumerated().map { index, prospect in
        var item = PlanItem(
          id: index, memory: prospect.memory, priorities: prospect.priorities,
          isCore: prospect.isCore, restsToday: prospect.isBuried, cost: prospect.cost)
        item.entersWhenSeen = prospect.isOwnNote
        if !links.isEmpty {
          item.links = links.linked(to: prospect.id).compactMap { places[$0] }
          item.lessUntil = links.daysOfLess(prospect.id, from: today)
        }
        return item
      })
  }
}
