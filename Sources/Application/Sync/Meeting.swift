import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

/// One meeting of this home with the others.
struct Meeting {
  let workspace: Workspace
  let place: SyncPlace
  let memory: SyncMemory
  let folder: SyncFolder

  init(_ workspace: Workspace, at place: SyncPlace) throws(Failure) {
    self.workspace = workspace
    self.place = place
    memory = SyncMemory(workspace.places.store)
    let home = try memory.home { .random(in: .min ... .max) }
    switch place {
    case .folder(let path): folder = SyncFolder(in: path, home: home)
    case .git(let address): folder = SyncFolder(in: memory.clone(of: address), home: home)
    }
  }

  func come(isNamed: Bool, isDry: Bool) throws {
    let now = workspace.clock.now
    if workspace.store.refusal == nil { try workspace.noteDecks() }
    var total = Outcome()
    switch place {
    case .folder(let path):
      guard Disk.has(path) else {
        throw Failure(
          .noInput,
          isNamed
            ? "there is no folder \(path); “mkdir -p” makes it, if that is the place"
            : "\(path) is not there; is what carries it running, or the disk in? “starling sync --off” forgets it"
        )
      }
      if !isNamed, !isDry, var known = memory.standing, try isCurrent(known) {
        // It is told in days how long ago that was.
        if now.time.milliseconds - known.at > Self.anHour {
          known.at = now.time.milliseconds
          try memory.keep(known)
        }
        return try Output.line("nothing new; \(since(known.at, now))")
      }
      total = try meet(isDry: isDry, at: now)
    case .git(let address):
      let git = GitCarrier(address: address, clone: memory.clone(of: address))
      if isDry {
        try git.look()
        total = try meet(isDry: true, at: now)
      } else {
        try git.carry {
          let outcome = try meet(isDry: false, at: now)
          total.add(outcome)
          return outcome.hasWritten
        }
      }
    }
    if !isDry {
      try memory.keep(
        SyncMemory.Standing(
          place: place.text, here: total.here, there: total.there, at: now.time.milliseconds,
          taken: total.taken))
    }
    try tell(total, isDry: isDry)
  }

  private static let anHour: Int64 = 3_600_000

  /// Whether nothing has changed here or there.
  private func isCurrent(_ known: SyncMemory.Standing) throws -> Bool {
    try known.place == place.text && known.there == folder.stamp()
      && known.here == workspace.store.linesStamp()
  }

  func arrival(
    of lines: Set<String>, besides here: Store.Lines, at now: Moment
  ) throws(StoreError) -> Store.Arrival {
    try workspace.store.arrival(of: lines, besides: here, at: now.time) { name, text in
      Archive.isFileName(name) && text.utf8.count <= DeckReader.byteLimit
    }
  }

  /// Takes in what is new, and puts there what is not there.
  func meet(isDry: Bool, at now: Moment) throws -> Outcome {
    try meetByNews(isDry: isDry, at: now) ?? meetWhole(isDry: isDry, at: now)
  }

  /// The same by all that lies there and all that is here, whatever was known of it.
  func meetWhole(isDry: Bool, at now: Moment) throws -> Outcome {
    let store = workspace.store
    var contents = try folder.contents()
    let there = contents.lines
    let trusted = memory.rejected.isEmpty ? there : trusted(contents)
    var outcome = Outcome()
    outcome.changesThings = true
    // Before it is read: what is done meanwhile goes the next time.
    outcome.here = try store.linesStamp()
    var here = try store.lines()
    var arrival = try arrival(of: trusted, besides: here, at: now)
    outcome.note(contents, arrival, folder)
    outcome.linesMade = here.all.count
    if !arrival.new.isEmpty, !isDry {
      try take(arrival, &outcome, at: now)
      let before = outcome.here
      outcome.here = try store.linesStamp()
      if let new = outcome.merging.lines, (new.since, new.until) == (before, outcome.here) {
        here.add(new.all)
      } else if !outcome.merging.hasRewritten, let added = try store.lines(since: before) {
        here.add(added)
      } else {
        here = try store.lines()
      }
    }
    outcome.count(
      arrival.new.filter { isDry ? !arrival.waiting.contains($0) : here.all.contains($0) },
      contents, folder)
    // What came may have erased what lies there.
    if outcome.erasures > 0 { arrival = try self.arrival(of: trusted, besides: here, at: now) }
    // What the own files lose with that is put there anew, as it is now.
    let gone: Set<String> =
      arrival.erased.isEmpty
      ? []
      : arrival.erased.intersection(contents.lines { $0 == folder.home })
        .subtracting(contents.lines { $0 != folder.home })
    let going = Store.departure(of: here.all, to: there, arrival, without: gone)
    try put(going, beside: &contents, here, arrival, &outcome, isDry: isDry)
    return outcome
  }

  func trusted(_ contents: SyncFolder.Contents) -> Set<String> {
    let rejected = memory.rejected
    return contents.lines { !rejected.contains($0) }
  }

  func take(
    _ arrival: Store.Arrival, _ outcome: inout Outcome, at now: Moment
  ) throws {
    outcome.merging = try workspace.placingDecks { (decks) throws(StoreError) in
      try workspace.store.take(arrival, at: now.time, decks: decks)
    }.value
    outcome.erasures = arrival.erasures
  }

  /// Puts there what is missing, and notes which files have nothing more to say.
  func put(
    _ going: [String], beside contents: inout SyncFolder.Contents, _ here: Store.Lines,
    _ arrival: Store.Arrival, _ outcome: inout Outcome, isDry: Bool
  ) throws {
    outcome.went = going.count
    guard !isDry else { return }
    let written = try folder.put(
      going, beside: &contents, without: arrival.erased, as: MachineName.own)
    outcome.hasWritten = written != nil
    let rejected = memory.rejected
    let settled = contents.batches.filter {
      rejected.contains($0.home) || $0.lines.allSatisfy { arrival.isSettled($0, by: here) }
    }
    for file in settled.map(\.file) + [written].compactMap(\.self) {
      // Those that became one are no more.
      guard let stamp = contents.stamps[file] else { continue }
      outcome.taken.insert(folder.mark(file, stamp, isRejected: rejected))
    }
    // What waits for its time is looked at again.
    outcome.there = outcome.early.isEmpty ? SyncFolder.stamp(of: contents) : ""
  }
}

extension [String] {
  /// Each once, in their order.
  var distinct: [String] {
    enumerated().filter { !self[..<$0].contains($1) }.map(\.element)
  }
}
