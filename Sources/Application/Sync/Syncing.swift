import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

/// Brings this home and the place where machines meet together: what each has, the other gets.
package struct Syncing {
  /// The place that the person names; nil for the one that is kept.
  private let named: String?
  private let isDry: Bool

  package init(with place: String?, isDry: Bool = false) {
    named = place
    self.isDry = isDry
  }

  package func run(in surroundings: any Surroundings) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings, mayOnlyRead: isDry)
    let place = try workspace.syncPlace(named)
    let meeting = try Meeting(workspace, at: place)
    try meeting.come(isNamed: named != nil, isDry: isDry)
    if let named, !isDry { try workspace.keepSyncPlace(place, as: named) }
  }
}

extension Workspace {
  /// The place to go to.
  ///
  /// - Parameter named: what the person names; nil takes the one that is kept.
  /// - Returns: it.
  /// - Throws: ``Failure`` when there is none.
  func syncPlace(_ named: String?) throws(Failure) -> SyncPlace {
    let text = named ?? settings.syncPlace
    guard !text.isEmpty else {
      throw Failure(
        .usage,
        "where do your machines meet? “starling sync FOLDER” or “starling sync GIT-ADDRESS” says so once"
      )
    }
    return try SyncPlace(text)
  }

  fileprivate func keepSyncPlace(_ place: SyncPlace, as named: String) throws {
    guard settings.syncPlace != place.text else { return }
    try SettingsFile(places.settings).set(.known("sync.place"), to: place.text)
    let before = settings.syncPlace
    Output.warn(
      before.isEmpty
        ? "“starling sync” goes to \(place.text) from now on; whoever can read it can read your answers"
        : "“starling sync” goes to \(place.text) from now on, and no more to \(before)")
  }
}

/// One meeting of this home with the others.
struct Meeting {
  private let workspace: Workspace
  private let place: SyncPlace
  private let memory: SyncMemory
  private let folder: SyncFolder

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

  /// What a meeting came to.
  struct Outcome {
    /// How many lines came, and from which homes.
    var came = 0
    var homes: [String] = []
    var went = 0
    var merging = Store.Merging()
    var strangers = 0
    var unfinished = 0
    var unreadable: [String] = []
    /// Whether a file was written there.
    var hasWritten = false
    /// How things stood here when it was read, and there.
    var here = ""
    var there = ""
  }

  func come(isNamed: Bool, isDry: Bool) throws {
    let now = workspace.clock.now
    if workspace.store.refusal == nil { try workspace.noteDecks() }
    var total = Outcome()
    switch place {
    case .folder(let path):
      guard Disk.has(path) else {
        guard isNamed, !isDry else {
          throw Failure(
            .noInput,
            "\(path) is not there; is what carries it running, or the disk in? “starling sync --off” forgets it"
          )
        }
        try FileReplacement(path + "/x").makeFolders()
        return try come(isNamed: true, isDry: isDry)
      }
      if !isNamed, !isDry, let known = memory.standing, try known == standing(at: known.at) {
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

  private func standing(at time: Int64) throws -> SyncMemory.Standing {
    SyncMemory.Standing(
      place: place.text, here: try workspace.store.linesStamp(), there: try folder.stamp(), at: time
    )
  }

  /// Takes in what is new, and puts there what is not there.
  private func meet(isDry: Bool, at now: Moment) throws -> Outcome {
    let store = workspace.store
    let contents = try folder.contents()
    let there = contents.lines
    let rejected = memory.rejected
    let trusted = rejected.isEmpty ? there : contents.lines { !rejected.contains($0) }
    var outcome = Outcome()
    // Before it is read: what is done meanwhile goes the next time.
    outcome.here = try store.linesStamp()
    var here = try store.lines()
    let arrival = try store.arrival(of: trusted, besides: here, at: now.time) { name, text in
      Archive.isFileName(name) && text.utf8.count <= DeckReader.byteLimit
    }
    outcome.unfinished = contents.unfinished
    outcome.unreadable = contents.unreadable
    outcome.strangers = arrival.strangers
    if !arrival.new.isEmpty {
      let before = here.all
      if !isDry {
        outcome.merging = try workspace.placingDecks { (decks) throws(StoreError) in
          try store.take(arrival, at: now.time, decks: decks)
        }.value
        outcome.here = try store.linesStamp()
        here = try store.lines()
      }
      let new = isDry ? Set(arrival.new) : here.all.subtracting(before)
      outcome.came = new.count
      outcome.homes =
        contents.batches.filter { $0.lines.contains(where: new.contains) }
        .compactMap { folder.name(of: $0.home) }.distinct
    }
    let going = Store.departure(of: here, to: there, arrival)
    outcome.went = going.count
    guard !isDry else { return outcome }
    outcome.hasWritten = try folder.put(
      going, beside: contents, without: arrival.erased, as: MachineName.own)
    outcome.there = try folder.stamp(after: contents)
    return outcome
  }

  // MARK: - Other machines

  /// Takes in what a machine has put there, and then its folder away: what it had is in this one's.
  ///
  /// - Parameter name: what it is called, or how the name of its folder begins.
  func forget(_ name: String) throws {
    let home = try self.home(named: name)
    let now = workspace.clock.now
    try carried {
      _ = try meet(isDry: false, at: now)
      let contents = try folder.contents()
      let here = try workspace.store.lines()
      let left = contents.lines { $0 == home }.subtracting(contents.lines { $0 != home })
        .subtracting(here.all)
      let arrival = try workspace.store.arrival(of: left, besides: here, at: now.time) { _, _ in
        true
      }
      let unknown = left.subtracting(arrival.erased)
      guard unknown.isEmpty || memory.rejected.contains(home) else {
        throw Failure(
          .badData,
          "\(unknown.count.of("line")) of \(name) cannot be taken in here; it stays, until a Starling that can has met it"
        )
      }
      try folder.remove(home)
      _ = try meet(isDry: false, at: now)
      return true
    }
    try memory.keepRejected(memory.rejected.subtracting([home]))
    Output.warn("\(name) is forgotten; what it had stays")
  }

  /// Takes in nothing more of a machine; what came of it stays, and others may still pass on what they took.
  func reject(_ name: String) throws {
    let home = try self.home(named: name)
    try memory.keepRejected(memory.rejected.union([home]))
    Output.warn(
      "nothing more is taken in of \(name); what came stays (“starling undo” does not take it back)"
    )
  }

  private func carried(_ change: () throws -> Bool) throws {
    switch place {
    case .folder: _ = try change()
    case .git(let address):
      try GitCarrier(address: address, clone: memory.clone(of: address)).carry(change)
    }
  }

  private func home(named name: String) throws(Failure) -> String {
    let homes = try folder.homes().filter { $0.home != folder.home }
    let found = homes.filter { $0.name == name || name.count > 3 && $0.home.hasPrefix(name) }
    guard let only = found.first, found.count == 1 else {
      let known = homes.map { "\($0.name) (\($0.home.prefix(6)))" }.joined(separator: ", ")
      throw Failure(
        .badData,
        "\(found.isEmpty ? "no other machine" : "more than one machine") is called “\(name)”; there \(homes.count == 1 ? "is" : "are") \(known.isEmpty ? "none" : known)"
      )
    }
    return only.home
  }

  /// The other machines, and whether nothing is taken in of them.
  func others() throws(Failure) -> [(name: String, home: String, isRejected: Bool)] {
    let rejected = memory.rejected
    return try folder.homes().filter { $0.home != folder.home }.map {
      ($0.name, $0.home, rejected.contains($0.home))
    }
  }

  private func since(_ time: Int64, _ now: Moment) -> String {
    "last at \(DateText.dayAndTime(workspace.clock.moment(at: Timestamp(milliseconds: time))))"
  }

  private func tell(_ outcome: Outcome, isDry: Bool) throws {
    var parts: [String] = []
    if outcome.came > 0 {
      let whence = outcome.homes.isEmpty ? "" : " from \(outcome.homes.joined(separator: ", "))"
      parts.append("\(outcome.came.of("record")) \(isDry ? "would come" : "came")\(whence)")
    }
    if outcome.went > 0 { parts.append("\(outcome.went) \(isDry ? "would go" : "went")") }
    var line = parts.isEmpty ? "nothing new" : parts.joined(separator: ", ")
    let conflicts = try workspace.store.conflicts().count
    if conflicts > 0 {
      line +=
        " · \(conflicts.of("wording was", "wordings were")) changed on both sides: “starling sync --conflicts”"
    }
    try Output.line(line)
    if outcome.strangers > 0 {
      Output.warn(
        "\(outcome.strangers.of("line")) in \(place.text) mean nothing to this Starling, and are left"
      )
    }
    if outcome.unfinished > 0 {
      Output.warn(
        "\(outcome.unfinished.of("file")) in \(place.text) \(outcome.unfinished == 1 ? "is" : "are") not whole yet; the next time takes what came"
      )
    }
    for path in outcome.unreadable { Output.warn("\(path) cannot be read; it is left") }
    if outcome.merging.unread > 0 {
      Output.warn(
        "\(outcome.merging.unread.of("change")) of a newer Starling cannot be read by this one, and are kept"
      )
    }
  }
}

extension Meeting.Outcome {
  fileprivate mutating func add(_ other: Self) {
    came += other.came
    went += other.went
    homes = (homes + other.homes).distinct
    merging.unread += other.merging.unread
    (strangers, unfinished, unreadable) = (other.strangers, other.unfinished, other.unreadable)
    (here, there) = (other.here, other.there)
  }
}

extension [String] {
  /// Each once, in their order.
  fileprivate var distinct: [String] {
    enumerated().filter { !self[..<$0].contains($1) }.map(\.element)
  }
}
