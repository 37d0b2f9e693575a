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
      if !isNamed, !isDry, let known = memory.standing, try known == standing(at: known.at) {
        // It is told in days how long ago that was.
        if now.time.milliseconds - known.at > Self.anHour {
          try memory.keep(standing(at: now.time.milliseconds))
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
          place: place.text, here: total.here, there: total.there, at: now.time.milliseconds))
    }
    try tell(total, isDry: isDry)
  }

  private static let anHour: Int64 = 3_600_000

  private func standing(at time: Int64) throws -> SyncMemory.Standing {
    SyncMemory.Standing(
      place: place.text, here: try workspace.store.linesStamp(), there: try folder.stamp(), at: time
    )
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
    if !isDry, let outcome = try putNew() { return outcome }
    let store = workspace.store
    let contents = try folder.contents()
    let there = contents.lines
    let rejected = memory.rejected
    let trusted = rejected.isEmpty ? there : contents.lines { !rejected.contains($0) }
    var outcome = Outcome()
    // Before it is read: what is done meanwhile goes the next time.
    outcome.here = try store.linesStamp()
    var here = try store.lines()
    var arrival = try arrival(of: trusted, besides: here, at: now)
    outcome.unfinished = contents.unfinished
    outcome.unreadable = contents.unreadable
    outcome.strangers = arrival.strangers
    outcome.filesRead = contents.batches.count
    outcome.linesMade = here.all.count
    outcome.early =
      contents.batches.filter { $0.lines.contains(where: arrival.early.contains) }
      .map { folder.name(of: $0.home) ?? $0.home }.distinct
    outcome.latest = arrival.early.compactMap(\.timeOfLine).max()
    if !arrival.new.isEmpty {
      var new = Set(arrival.new)
      if !isDry {
        outcome.merging = try workspace.placingDecks { (decks) throws(StoreError) in
          try store.take(arrival, at: now.time, decks: decks)
        }.value
        let stamp = outcome.here
        outcome.here = try store.linesStamp()
        outcome.erasures = arrival.erasures
        if let added = try store.lines(since: stamp) {
          new = here.add(added)
        } else {
          let before = here.all
          here = try store.lines()
          new = here.all.subtracting(before)
        }
      }
      outcome.came = new.count
      outcome.homes =
        contents.batches.filter { $0.lines.contains(where: new.contains) }
        .compactMap { folder.name(of: $0.home) }.distinct
    }
    // What came may have erased what lies there.
    if outcome.erasures > 0 { arrival = try self.arrival(of: trusted, besides: here, at: now) }
    let going = Store.departure(of: here, to: there, arrival)
    outcome.went = going.count
    guard !isDry else { return outcome }
    outcome.hasWritten = try folder.put(
      going, beside: contents, without: arrival.erased, as: MachineName.own)
    // What waits for its time is looked at again.
    outcome.there = outcome.early.isEmpty ? try folder.stamp(after: contents) : ""
    return outcome
  }

  /// Puts there what has come here since the last time, where nobody else has put anything there: then nothing
  /// of all that was before is read, or made, again.
  ///
  /// - Returns: what it came to; nil where all has to be looked at.
  private func putNew() throws -> Outcome? {
    let contents = try folder.glance()
    guard let known = memory.standing, known.place == place.text, !known.there.isEmpty,
      known.there == SyncFolder.stamp(of: contents),
      folder.ownCount(in: contents) + 1 < SyncFolder.mostOwn
    else { return nil }
    var outcome = Outcome()
    outcome.here = try workspace.store.linesStamp()
    guard let lines = try workspace.store.lines(since: known.here) else { return nil }
    (outcome.went, outcome.linesMade) = (lines.count, lines.count)
    outcome.hasWritten = try folder.put(
      lines, beside: contents, without: [], as: MachineName.own)
    outcome.there = try folder.stamp(after: contents)
    return outcome
  }
}

extension [String] {
  /// Each once, in their order.
  var distinct: [String] {
    enumerated().filter { !self[..<$0].contains($1) }.map(\.element)
  }
}
