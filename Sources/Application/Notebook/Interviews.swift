import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Screen
import Store

/// The interviews that the plan goes to, for commands.
package struct Interviews {
  let workspace: Workspace
  let now: Moment

  /// - Throws: ``Failure`` and ``StoreError``, as do all others.
  package init(in surroundings: any Surroundings) throws {
    workspace = try Workspace.forCommand(.truth, in: surroundings)
    now = surroundings.clock.now
  }

  func listing(_ interview: Kept<Interview>) -> InterviewListing {
    InterviewListing(interview, in: workspace, at: now)
  }

  /// Lists them, the earliest first.
  package func list(asJSON json: Bool) throws {
    try Output.list(
      workspace.store.interviews().map(listing), asJSON: json,
      titles: ["ID", "ROUND", "STARTS", "DAYS", "EMPLOYER"],
      cells: {
        [
          $0.interview.id.description, "\($0.interview.round)", $0.localStart, "\($0.daysLeft)",
          $0.interview.employer,
        ]
      }, fields: \.json)
  }

  /// Those that an argument names: by number, else all with that employer.
  ///
  /// - Returns: at least one.
  private func all(named name: String) throws -> [Kept<Interview>] {
    let all = try workspace.store.interviews()
    let found = all.filter { $0.id.description == name }
    let matching = found.isEmpty ? all.filter { $0.thing.isWith(name) } : found
    guard !matching.isEmpty else {
      let near = Suggestion.nearestName(to: name, among: all.map(\.thing.employer))
      throw Failure(
        .badData,
        "there is no interview “\(name)”; \(near.map { "did you mean “\($0)”?" } ?? "“starling interviews list” names them")"
      )
    }
    return matching
  }

  /// Of several with one employer the next one is meant, or the last if all are over.
  private func one(named name: String) throws -> Kept<Interview>? {
    let named = try all(named: name)
    return named.first { $0.thing.isAhead(at: now.time.milliseconds) } ?? named.last
  }

  package func show(_ name: String, asJSON json: Bool) throws {
    guard let listing = try one(named: name).map(listing) else { return }
    guard !json else { return try Output.json(listing.json) }
    try Output.line(
      """
      \(listing.interview.employer)
      round \(listing.interview.round)
      \(listing.localStart), \(listing.wait)
      """)
  }

  /// Adds one; the same employer and time again is the same interview.
  ///
  /// - Parameters:
  ///   - employer: with whom.
  ///   - time: when it starts, as a person writes it.
  ///   - zone: where that is the time; nil for here.
  ///   - round: which it is; nil for the first that is missing if it is over, else for the next.
  ///   - isAnother: whether it is another one than one within a day of it.
  /// - Throws: ``Failure`` if the time is none or too far off, or another is within a day of it.
  package func add(
    with employer: String, at time: String, zone: String? = nil, round: Int? = nil,
    isAnother: Bool = false
  ) throws {
    let names = try workspace.names()
    let read = try names.beginning(time, in: zone)
    let notebook = names.notebook
    let name = notebook.employer(named: employer)?.name ?? employer
    var interview = Interview(employer: name, round: 1, InterviewStart(read))
    switch notebook.neighbour(of: interview) {
    case .same(let known):
      return Output.warn("\(known.title) is there already: \(understood(read))")
    case .near(let known) where !isAnother: throw near(known, "--at WHEN", "adds another one")
    case .near, nil: break
    }
    let isAhead = interview.isAhead(at: now.time.milliseconds)
    interview.round = round ?? notebook.round(of: interview, at: now.time.milliseconds)
    let kept = try workspace.store.add(interview)
    say(kept.title, read)
    sayPlan(isAhead: isAhead)
  }

  /// Asks with whom and when, line by line, and adds it.
  ///
  /// - Throws: ``Failure`` when it cannot be kept for another reason than what is said.
  package func ask(
    with employer: String?, zone: String?, round: Int?, isAnother: Bool
  ) throws {
    let surroundings = workspace.surroundings
    func line(_ prompt: String) -> String? {
      let text = surroundings.ask(prompt)?.sanitised().trimmed ?? ""
      return text.isEmpty ? nil : text
    }
    guard let employer = employer ?? line("Who is it with? ") else {
      return Output.warn("nothing was kept")
    }
    while let time = line("When? (thu 2pm, 3 dec 14:00, tomorrow 10; a day alone will do) ") {
      do {
        return try add(with: employer, at: time, zone: zone, round: round, isAnother: isAnother)
      } catch let failure as Failure where [.usage, .badData].contains(failure.code) {
        surroundings.tell("! \(failure.message ?? "")")
      }
    }
    Output.warn("nothing was kept")
  }

  /// Moves one to another time.
  ///
  /// - Parameters:
  ///   - name: its employer or number.
  ///   - time: when it starts; a time without a day is of the day that it has.
  ///   - zone: where that is the time; nil for where it is held.
  ///   - isAnother: whether it may be within a day of another with that employer.
  /// - Throws: ``Failure``, as ``add(with:at:zone:round:isAnother:)``.
  package func move(_ name: String, to time: String, zone: String?, isAnother: Bool) throws {
    let names = try workspace.names()
    guard let old = names.notebook.interview(try one(named: name)?.id) else {
      throw StoreError.gone(what: "the interview")
    }
    let known = old.beginning
    let offset = known.utcOffset ?? workspace.clock.utcOffset(at: old.start)
    let day = Day(containing: old.start, utcOffset: offset, startHour: 0)
    let read = try names.beginning(time, in: zone ?? known.zone, day: day)
    var new = old
    new.beginning = InterviewStart(read)
    guard new.beginning != known else { return Output.warn("nothing has changed") }
    switch names.notebook.neighbour(of: new.thing, as: old.id) {
    case .same(let other):
      throw Failure(.usage, "\(other.title) is at that time already; nothing was changed")
    case .near(let other) where !isAnother:
      throw near(other, "--at WHEN", "moves this one all the same")
    case .near, nil: break
    }
    let before = listing(old).localStart
    _ = try old.keep(new.thing, in: workspace, names)
    say(old.title, read)
    Output.warn("it was \(before)")
  }

  /// Says what was understood.
  func say(_ title: String, _ time: WrittenTime) {
    Output.warn("\(title): \(understood(time))")
    if let note = time.changeNote { Output.warn(note) }
    if time.minutes == nil {
      Output.warn(
        "it counts as 9:00 until “starling interviews edit NAME --at TIME” says when it is")
    }
  }

  func understood(_ time: WrittenTime) -> String {
    time.understood(
      at: now, clocks: workspace.clock.clocks, startHour: workspace.store.schedule.startHour)
  }

  func sayPlan(isAhead: Bool) {
    Output.warn(
      isAhead
        ? "“starling plan” shows the way there" : "it is in the past, so there is nothing to plan")
  }

  func near(_ known: Kept<Interview>, _ how: String, _ verb: String) -> Failure {
    Failure(
      .usage,
      """
      \(known.title) is within a day of that, \(listing(known).localStart); nothing was changed
      “starling interviews edit \(known.id) \(how)” moves that one; --another \(verb)
      """)
  }

  /// Edits one by a form, or by an invitation to it.
  ///
  /// - Parameters:
  ///   - name: its employer or number.
  ///   - path: a file with either; nil opens the form in the person's editor.
  ///   - zone: where the time of an invitation is meant that names no zone; nil for here.
  /// - Throws: ``Failure`` if what is in it cannot be kept.
  package func edit(_ name: String, from path: String?, zone: String? = nil) throws {
    let names = try workspace.names()
    guard let old = names.notebook.interview(try one(named: name)?.id) else {
      throw StoreError.gone(what: "the interview")
    }
    var forms = NotebookForms(workspace: workspace, names: names, path: path)
    if let path {
      let bytes = try FileBytes.named(path, limit: Self.longest)
      if Invitation.isCalendar(bytes) {
        return try take(bytes, from: path, of: old, zone: zone, names)
      }
      forms.bytes = bytes
    }
    guard let interview = try forms.edit(old) else { return Output.warn("nothing has changed") }
    Output.warn("changed \(interview.title)")
    if let note = interview.newcomersNote { Output.warn(note) }
  }

  package func delete(_ name: String) throws {
    let named = try all(named: name)
    guard named.count == 1, let interview = named.first else {
      throw Failure(
        .usage,
        "there are \(named.count) interviews with \(name): give the number that “starling interviews list” shows"
      )
    }
    try workspace.store.delete([Item(interview)])
    Output.warn("deleted \(interview.title); \(Deletions.hint)")
  }
}

extension FormNames {
  /// The time that a person has written for an interview.
  ///
  /// - Throws: ``Failure`` if it is none that can be meant.
  func beginning(
    _ text: String, in zone: String?, day: Day? = nil
  ) throws(Failure) -> WrittenTime {
    let read: WrittenTime
    do throws(WrittenTimeFault) {
      read = try time(text, zone: zone ?? "", day: day)
    } catch {
      throw Failure(.usage, "\(error.words(text)); nothing was kept")
    }
    if let refusal = refusal(of: text, on: read.day) {
      throw Failure(.usage, "\(refusal) nothing was kept")
    }
    return read
  }
}
