import Campaign
import Exchange
import Practice
import Scheduler
import Store
import TUI

extension Workspace {
  /// What the home screen shows.
  func homeSummary() throws -> HomeSummary {
    let now = clock.now
    let today = try self.today(at: now)
    var interview = try outlook(of: today, at: now)
    // Who has written down no interview is shown home without a look at the notebook.
    let notebook = try store.interviews().isEmpty ? nil : store.notebook()
    if let notebook, let next = interview?.next.interview {
      // Whole, since the brief is made of it.
      interview?.next.interview = notebook.interview(next.id) ?? next
      interview?.chores = notebook.chores(
        for: next.employer, at: now.time.milliseconds, today: today.day.number
      ).filter { !$0.isErrand }
    }
    return HomeSummary(
      today: today, due: try due(beside: today, at: now), interview: interview,
      companion: try companion(notebook, today, at: now),
      faultyDecks: try store.deckFaults().map(\.path), settingsFaults: settingsFaults)
  }

  /// The cards that are due, counted only where home tells of them: without an interview ahead, and before
  /// today's session is begun.
  func due(beside today: Today, at now: Moment) throws -> Int? {
    guard today.next == nil, today.done.isEmpty, !today.isDone else { return nil }
    return try waiting(at: now).due
  }

  private func companion(
    _ notebook: Notebook?, _ today: Today, at now: Moment
  ) throws -> HomeCompanion {
    var companion = HomeCompanion()
    companion.sync = try syncStand(at: now)
    companion.practisedDays = try store.practisedDays(atMost: 7)
    if companion.practisedDays < HomeCompanion.firstDays {
      companion.isWithoutField = try store.mayAskForPacks()
    }
    guard let notebook else {
      companion.isWithoutInterviews = true
      companion.isWithoutStories = try !store.hasStories()
      return companion
    }
    companion.isWithoutStories = notebook.stories.isEmpty
    companion.toLog = notebook.roundsToLog(at: now.time.milliseconds).first.map {
      InterviewOutlook.Appointment($0, start: clock.moment(at: $0.start))
    }
    companion.errands = errands(notebook, at: now)
    companion.behind = companion.toLog == nil ? behind(notebook, today) : nil
    guard today.place == .eve || today.place == .theDay,
      let next = notebook.interview(today.next.map { Number($0.appointment.number) })
    else { return companion }
    let brief = try brief(for: next)
    func lines(_ title: String) -> [String] {
      brief.sections.first { $0.title == title }?.entries.map(\.text) ?? []
    }
    let people = notebook.people(in: next).map(\.title).joined(separator: ", ")
    companion.ready = [
      ("where", next.place), ("who", people), ("ask", lines("ASK").first ?? ""),
    ].filter { !$0.1.isEmpty }
    companion.firstLines = Array(lines("FIRST LINES").prefix(3))
    companion.oneThing = notebook.employer(named: next.employer)?.oneThing ?? ""
    return companion
  }

  /// The round that was logged last, if it was of the last days.
  private func behind(_ notebook: Notebook, _ today: Today) -> HomeCompanion.RoundBehind? {
    let startHour = store.schedule.startHour
    let logged = notebook.interviews.filter { $0.thing.isLogged }
      .map { ($0, clock.moment(at: $0.start).day(startHour: startHour)) }
      .filter { (0..<HomeCompanion.RoundBehind.days).contains(today.day - $1) }
    return logged.max { $0.0.start < $1.0.start }.map { round, day in
      let entries = notebook.entries(of: round.id)
      return HomeCompanion.RoundBehind(
        title: round.title, day: day, asked: entries.count,
        thin: entries.count { $0.thing.landed == .thin })
    }
  }

  /// Thank-yous and promises of rounds that have been, the nearest day first.
  ///
  /// Thanks are due the day after.
  private func errands(_ notebook: Notebook, at now: Moment) -> [HomeCompanion.Errand] {
    func round(_ number: Number<Interview>) -> Kept<Interview>? {
      notebook.interview(number).flatMap {
        $0.thing.isHeld(at: now.time.milliseconds) ? $0 : nil
      }
    }
    let thanks = notebook.thankYous.filter { !$0.isSent }.compactMap { thanks in
      round(thanks.interview).map { round in
        let whom = notebook.person(thanks.person)?.title ?? "all who were there"
        let day = clock.moment(at: round.start).day(startHour: store.schedule.startHour)
        return HomeCompanion.Errand(
          employer: round.employer, text: "thank \(whom) for \(thanks.text)", due: day + 1)
      }
    }
    let promises = notebook.promises.filter { !$0.isKept }.compactMap { promise in
      round(promise.interview).map { round in
        HomeCompanion.Errand(
          employer: round.employer, text: "\(promise.text), as promised",
          due: promise.due.map { Day(number: $0) })
      }
    }
    let far = Day(number: .max)
    return (thanks + promises).enumerated()
      .sorted { ($0.element.due ?? far, $0.offset) < ($1.element.due ?? far, $1.offset) }
      .map(\.element)
  }
}
