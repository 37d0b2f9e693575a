public import Scheduler

extension PlanRequest {
  /// The plan of some cards to the interviews ahead; its items' ids are the cards' positions.
  ///
  /// Cards of the core set come before the rest.
  public init(
    for prospects: [Prospect], to interviews: [Timestamp], minutesPerDay: Double,
    at moment: Moment, schedule: Schedule
  ) {
    self.init(
      now: moment.time, utcOffset: moment.utcOffset, startHour: schedule.startHour,
      interviews: interviews, minutesPerDay: minutesPerDay, dueRule: schedule.rule,
      items: prospects.enumerated().map { index, prospect in
        PlanItem(
          id: index, memory: prospect.memory, priorities: prospect.priorities,
          isCore: prospect.isCore,
          restsToday: prospect.isBuried, cost: prospect.cost)
      })
  }
}
