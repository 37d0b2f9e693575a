import Campaign
import Exchange
import Files
import Practice
import Scheduler
import Store

/// The interviews, and the days of the plan, as a calendar file.
package struct CalendarExport {
  private let hasPractice: Bool

  /// - Parameter hasPractice: whether the days of the plan are in it.
  package init(hasPractice: Bool) { self.hasPractice = hasPractice }

  /// So long an interview takes, as far as anybody knows, minutes.
  private static let length = 60
  /// So many minutes before the start, or the day, of one the person is reminded.
  private static let (reminder, dayReminder) = (120, 720)

  /// Writes it into a file, `-` for standard output.
  ///
  /// - Throws: ``Failure`` and ``StoreError``.
  package func write(to path: String, in surroundings: any Surroundings) throws {
    let workspace = try Workspace.forCommand(hasPractice ? .decks : .truth, in: surroundings)
    let notebook = try workspace.store.notebook()
    let marks = try workspace.store.calendarMarks()
    var events = notebook.interviews.map { event(of: $0, notebook, marks[$0.id], workspace.clock) }
    if hasPractice { events += try practice(in: workspace) }
    let days = (events.count - notebook.interviews.count).of("day")
    try workspace.export(
      Array(CalendarText.text(events).utf8), to: path, opening: CalendarText.opening.utf8.count,
      saying: notebook.interviews.count.of("interview")
        + (hasPractice ? " and \(days) of practice" : ""))
  }

  private func event(
    of interview: Kept<Interview>, _ notebook: Notebook, _ mark: Store.CalendarMark?,
    _ clock: WallClock
  ) -> CalendarEvent {
    let offset = interview.utcOffset ?? clock.utcOffset(at: interview.start)
    let day = Day(containing: interview.start, utcOffset: offset, startHour: 0)
    var event = CalendarEvent(
      // One that came by an invitation is the event that a calendar has of that.
      uid: interview.uid.isEmpty
        ? "interview-\(mark?.name ?? interview.id.description)@starling" : interview.uid,
      changed: Timestamp(milliseconds: mark?.changed ?? 0),
      changes: interview.uid.isEmpty ? mark?.changes ?? 0 : interview.sequence ?? 0,
      time: interview.isTimeKnown
        ? .moment(interview.start, minutes: Self.length) : .day(day),
      summary: "Interview: \(interview.title)")
    event.place = interview.place
    let people = interview.people.compactMap { notebook.person($0)?.title }
    event.description = [
      interview.format.isEmpty ? nil : "Format: \(interview.format)",
      people.isEmpty ? nil : "With: \(people.joined(separator: ", "))",
      interview.bring.isEmpty ? nil : "Bring: \(interview.bring.joined(separator: ", "))",
      interview.isTimeKnown ? nil : "The time is not known yet.",
    ].compactMap(\.self).joined(separator: "\n")
    event.reminder = interview.isTimeKnown ? Self.reminder : Self.dayReminder
    return event
  }

  /// The days of the plan on which there is something to practise, to the last interview.
  private func practice(in workspace: Workspace) throws -> [CalendarEvent] {
    let now = workspace.clock.now
    let startHour = workspace.store.schedule.startHour
    let (today, plan) = try workspace.todayAndPlan(at: now)
    guard !today.interviews.isEmpty else {
      Output.warn("no interview is ahead, so there are no days of practice to it")
      return []
    }
    return plan.days.filter { !$0.items.isEmpty }.map { day in
      let cards = day.cards.count
      var event = CalendarEvent(
        uid: "practice-\(day.day)@starling",
        changed: now.day(startHour: startHour).start(
          utcOffset: now.utcOffset, startHour: startHour), changes: 0, time: .day(day.day),
        summary: "Starling: \(DateText.minutes(day.minutes)), "
          + (cards > 0 ? cards.of("card") : day.items.count.of("headline")))
      event.isBusy = false
      return event
    }
  }
}
