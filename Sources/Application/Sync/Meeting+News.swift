import Files
import Practice
import Scheduler
import Store

/// A meeting that costs what is new.
extension Meeting {
  /// Meets by those files that are new, and what has come here since the last time: nothing of all that was
  /// before is read, or made, again.
  ///
  /// - Returns: what it came to; nil where all has to be looked at, and then nothing was changed.
  func meetByNews(isDry: Bool, at now: Moment) throws -> Outcome? {
    guard let known = memory.standing, known.place == place.text else { return nil }
    let (store, rejected) = (workspace.store, memory.rejected)
    var contents = try folder.contents { file, stamp in
      !known.taken.contains(folder.mark(file, stamp, isRejected: rejected))
    }
    let there = Set(contents.stamps.map { folder.mark($0, $1, isRejected: rejected) })
    // What is gone may have to be put there anew.
    guard known.taken.isSubset(of: there),
      folder.ownCount(in: contents) + 1 < SyncFolder.mostOwn
    else { return nil }
    var outcome = Outcome()
    // Before it is read: what is done meanwhile goes the next time.
    outcome.here = try store.linesStamp()
    guard var lines = try store.lines(since: known.here) else { return nil }
    outcome.taken = known.taken
    let trusted = trusted(contents)
    var here = try store.lines(namedBy: trusted)
    let arrival = try arrival(of: trusted, besides: here, at: now)
    // What is erased has to go from all files.
    guard arrival.erasures == 0, arrival.erased.isEmpty else { return nil }
    outcome.note(contents, arrival, folder)
    outcome.linesMade = here.all.count
    if !arrival.new.isEmpty, !isDry {
      try take(arrival, &outcome, at: now)
      here = try store.lines(namedBy: trusted)
      let stamp = try store.linesStamp()
      // Where something was erased meanwhile, the next meeting looks at all.
      if let added = try store.lines(since: known.here) { (lines, outcome.here) = (added, stamp) }
    }
    outcome.count(
      arrival.new.filter { isDry ? !arrival.waiting.contains($0) : here.all.contains($0) },
      contents, folder)
    let going = Store.departure(of: lines, to: contents.lines, arrival)
    outcome.linesMade += going.count
    outcome.changesThings = (arrival.new + going).contains { !Store.isFact($0) }
    try put(going, beside: &contents, here, arrival, &outcome, isDry: isDry)
    return outcome
  }
}
