import Campaign
import Exchange
import Files
import Practice
import Scheduler
import Store

/// The interviews that the plan goes to, for commands.
package struct Interviews {
  private let workspace: Workspace
  private let now: Moment

  /// - Throws: ``Failure`` and ``StoreError``, as do all others.
  package init(in surroundings: any Surroundings) throws {
    workspace = try Workspace.forCommand(.truth, in: surroundings)
    now = surroundings.clock.now
  }

  private func listing(_ interview: Kept<Interview>) -> InterviewListing {
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
      throw Failure(
        .badData, "there is no interview “\(name)”; “starling interviews list” names them")
    }
    return matching
  }

  /// Of several with one employer the next one is meant, or the last if all are over.
  private func one(named name: String) throws -> Kept<Interview>? {
    let named = try all(named: name)
    return named.first { $0.start > now.time } ?? named.last
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

  /// Adds one.
  ///
  /// - Parameters:
  ///   - employer: with whom.
  ///   - time: when it starts, in ISO 8601.
  ///   - round: which it is; nil for the first that is missing if it is over, else for the next.
  /// - Throws: ``Failure`` if the time is none, or too far off.
  package func add(with employer: String, at time: String, round: Int?) throws {
    guard let start = try workspace.clock.moment(time)?.time else { return }
    let names = try workspace.names()
    if let refusal = names.refusal(of: time, at: start) {
      throw Failure(.usage, "\(refusal) nothing was kept")
    }
    let notebook = names.notebook
    let missing =
      start > now.time ? nil : notebook.missingRound(with: employer, at: now.time.milliseconds)
    let kept = try workspace.store.add(
      Interview(
        employer: employer,
        round: round ?? missing ?? notebook.interviews.nextRound(with: employer),
        startsAt: start.milliseconds))
    let outlook =
      start > now.time
      ? ", \(listing(kept).wait): “starling plan” shows the way there"
      : ": kept; it is over, so nothing is planned"
    Output.warn("\(kept.title)\(outlook)")
  }

  /// Edits one by a form.
  package func edit(_ name: String, from path: String?) throws {
    let names = try workspace.names()
    guard let old = names.notebook.interview(try one(named: name)?.id) else {
      throw StoreError.gone(what: "the interview")
    }
    let forms = NotebookForms(workspace: workspace, names: names, path: path)
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
