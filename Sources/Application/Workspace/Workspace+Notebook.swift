package import Campaign
import Decks
package import Exchange
package import Files
import Practice
package import Scheduler
import Store
import TUI

extension Workspace {
  /// What names in forms mean now.
  package func names() throws -> FormNames { names(try store.notebook()) }

  package func names(_ notebook: Notebook) -> FormNames {
    FormNames(
      notebook, families: competencies.families, now: clock.now.time, clocks: clock.clocks,
      startHour: store.schedule.startHour)
  }
}

extension FormNames {
  /// The employer of that name.
  ///
  /// - Throws: ``Failure`` if there is none.
  package func employer(named name: String) throws(Failure) -> Employer {
    if let employer = notebook.employer(named: name) { return employer }
    let near = Suggestion.nearestName(to: name, among: notebook.employers.map(\.name))
    throw Failure(
      .badData,
      "there is no employer “\(name)”\(near.map { "; did you mean “\($0)”?" } ?? "; “starling interviews add” adds one")"
    )
  }

  /// The name of an employer that may be new.
  ///
  /// - Throws: ``Failure`` if it is nearly that of a known one; a slip makes no other employer.
  package func employerName(_ name: String) throws(Failure) -> String {
    if let known = notebook.employer(named: name) { return known.name }
    guard !name.isEmpty,
      let near = Suggestion.nearest(to: name, among: notebook.employers.map(\.name))
    else { return name }
    throw Failure(
      .badData,
      "there is no employer “\(name)”; did you mean “\(near)”? “starling employers add” adds a new one"
    )
  }

  /// The round that is meant: the one of that number, else the latest that has begun.
  ///
  /// - Throws: ``Failure`` if there is none; what is ahead is meant only by its number.
  package func interview(
    with employer: String, round: Int?, at now: Timestamp
  ) throws(Failure) -> Kept<Interview> {
    let name = try self.employer(named: employer).name
    let rounds = notebook.interviews(with: name)
    let found =
      round.map { number in rounds.last { $0.round == number } }
      ?? notebook.latestRound(with: name, at: now.milliseconds)
    guard let found else {
      if round == nil, let ahead = rounds.first {
        throw Failure(
          .badData,
          "no round with \(name) has been yet; name the one ahead with --round \(ahead.round), or add one that has been with “starling interviews add \(name) --at TIME --round N”"
        )
      }
      let what = round.map { "round \($0)" } ?? "interview"
      throw Failure(
        .badData, "there is no \(what) with \(name); “starling interviews add” adds one")
    }
    return found
  }
}

extension Workspace {
  /// Someone at an employer, by name or role; who is not known yet becomes one of its people.
  ///
  /// - Throws: ``Failure`` if the name is nearly that of someone known, or could not be kept.
  package func listener(_ title: String, at employer: String, _ names: FormNames) throws -> Number<
    Person
  > {
    if let known = names.person(title, at: employer) { return known }
    let known = names.notebook.people(at: employer).map(\.title)
    if let near = Suggestion.nearest(to: title, among: known) {
      throw Failure(
        .badData, "nobody at \(employer) is called “\(title)”; did you mean “\(near)”?")
    }
    let kept = try store.add(Person(employer: employer, name: title))
    Output.warn("\(title) was added to the people of \(employer)")
    return kept.id
  }
}
