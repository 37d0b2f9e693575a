import Campaign
import Decks
import Practice
import Scheduler

@testable import TUI

extension AppFixture {
  /// A day with two things left, and one done; without an interview.
  static var today: Today { today(inDays: nil) }

  /// A day whose session was not begun, or as it is after its first card; with nothing waiting there is no
  /// session.
  static func today(for interview: InterviewOutlook?, waiting: Waiting, isBegun: Bool) -> Today {
    let start = evening.day(startHour: 4)
    var today = today(
      inDays: interview.map { $0.next.start.day(startHour: 4) - start },
      employer: interview?.next.interview.employer ?? "", isBegun: isBegun,
      recalls: interview?.readiness.families.map(\.recall)
        ?? (waiting.unseen == waiting.cards ? [] : [0.84, 0.41, 0.63, 0.75, 0.33]))
    if waiting.due + waiting.unseen == 0 { today.drawn = [] }
    return today
  }

  /// The same with an interview at two in the afternoon so many days off, and another a week later.
  static func today(
    inDays days: Int?, employer: String = "Acme", isBegun: Bool = true, isDone: Bool = false,
    recalls: [Double] = [0.84, 0.41, 0.63, 0.75, 0.33]
  ) -> Today {
    let day = evening.day(startHour: 4)
    func item(
      _ place: Int, _ task: SessionItem.Task, _ minutes: Double, isNew: Bool = false,
      _ state: Today.Item.State
    ) -> Today.Item {
      Today.Item(
        SessionItem(cards[place].card.id, task), kind: cards[place].card.kind, minutes: minutes,
        isNew: isNew, state: state)
    }
    let left: Today.Item.State = isDone ? .done : .left
    let families = zip(["TEAM", "DISA", "INFL", "LEAD", "CUST"], recalls).map {
      Readiness.Share(family: $0, recall: $1)
    }
    let whole = recalls.reduce(0, +) / Double(max(1, recalls.count))
    func figures(_ employer: String, _ number: Int64, round: Int, _ days: Int) -> InterviewFigures {
      InterviewFigures(
        appointment: Appointment(
          number: number, employer: employer, round: round,
          time: InterviewTime(evening.time.adding(days: Double(days) - 5.0 / 24))),
        daysLeft: days, readyNow: whole, readyByPlan: 0.85, low: 0.7, high: 0.93, fits: 36,
        counted: 40, willNotFit: [], families: families)
    }
    let place: Today.Place =
      switch days {
      case nil: .open
      case 0: .theDay
      case 1: .eve
      default: .before
      }
    return Today(
      moment: evening, day: day, place: place, minutes: [0: 15, 1: 10][days] ?? 20,
      drawn: [
        item(0, .answer, 4, isBegun ? .done : .left), item(1, .answer, 1, left),
        item(2, .answer, 2, isNew: true, left),
      ],
      interviews: days.map {
        [figures(employer, 1, round: 2, $0), figures("Beta", 2, round: 3, $0 + 7)]
      } ?? [],
      readyThisMorning: 0.42, readiness: Readiness(whole: whole, families: families),
      tomorrow: [item(0, .headline, 0.6, .left), item(2, .answer, 2, isNew: true, .left)])
  }
}
