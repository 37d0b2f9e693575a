import Campaign
import Decks
import Exchange
import Practice
import Scheduler
import Store
import TUI

extension Workspace {
  /// What names in forms mean now.
  func names() throws -> FormNames { names(try store.notebook()) }

  func names(_ notebook: Notebook) -> FormNames {
    FormNames(
      notebook, families: competencies.families,
      today: SystemClock.now.day(startHour: store.schedule.startHour),
      offset: SystemClock.utcOffset(at:), localOffset: SystemClock.utcOffset(atLocal:))
  }
}

extension FormNames {
  /// The employer of that name.
  ///
  /// - Throws: ``Failure`` if there is none.
  func employer(named name: String) throws(Failure) -> Employer {
    if let employer = notebook.employer(named: name) { return employer }
    let near = Suggestion.nearest(to: name, among: notebook.employers.map(\.name))
    throw Failure(
      .badData,
      "there is no employer “\(name)”\(near.map { "; did you mean “\($0)”?" } ?? "; “starling interviews add” adds one")"
    )
  }

  /// The round that is meant: the one of that number, else the latest that has begun, else the next.
  ///
  /// - Throws: ``Failure`` if there is none.
  func interview(with employer: String, round: Int?, at now: Timestamp) throws(Failure) -> Interview
  {
    let name = try self.employer(named: employer).name
    let rounds = notebook.interviews(with: name)
    let found =
      round.map { number in rounds.last { $0.round == number } }
      ?? (rounds.last { $0.startsAt <= now.milliseconds } ?? rounds.first)
    guard let found else {
      let what = round.map { "round \($0)" } ?? "interview"
      throw Failure(
        .badData, "there is no \(what) with \(name); “starling interviews add” adds one")
    }
    return found
  }
}
