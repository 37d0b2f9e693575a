import Exchange
import Files
import Practice
import Scheduler
import Store

/// How things stand with other machines, and what was changed on both sides.
package enum SyncTelling {
  /// Says where machines meet, when this home was there last, and whether it has anything new.
  package static func status(asJSON json: Bool, in surroundings: any Surroundings) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings)
    let place = workspace.settings.syncPlace
    let memory = SyncMemory(workspace.places.store)
    let standing = memory.standing.flatMap { $0.place == place ? $0 : nil }
    let isNew = try standing.map { try $0.here != workspace.store.linesStamp() } ?? true
    let conflicts = try workspace.store.conflicts().count
    let others =
      try place.isEmpty
      ? [] : Meeting(workspace, at: SyncPlace(place)).machines().filter { !$0.isThis }
    if json {
      let last: JSONValue =
        standing.map { .string(ISO8601.text(Timestamp(milliseconds: $0.at))) } ?? .null
      return try Output.json(
        .object([
          ("place", place.isEmpty ? .null : .string(place)), ("last_at", last),
          ("has_new", .bool(isNew)), ("conflicts", .int(conflicts)),
          ("others", .array(others.map(fields))),
        ]))
    }
    guard !place.isEmpty else {
      return try Output.line(
        "no place yet: “starling sync FOLDER” or “starling sync GIT-ADDRESS” names one")
    }
    let last =
      standing.map {
        DateText.dayAndTime(workspace.clock.moment(at: Timestamp(milliseconds: $0.at)))
      } ?? "never"
    try Output.line("place: \(try words(ofPlace: place))")
    try Output.line("last time: \(last)")
    if let note = try note(onAutomatic: workspace.settings) { try Output.line(note) }
    if !others.isEmpty {
      let names = others.map {
        "\($0.name) (\($0.home.prefix(6))\($0.isRejected ? ", rejected" : ""))"
      }
      try Output.line("others: \(names.joined(separator: ", "))")
    }
    try Output.line(
      isNew ? "this machine has something new for it" : "nothing new on this machine since")
    if conflicts > 0 {
      try Output.line(words(ofConflicts: conflicts))
    }
  }

  /// The place, and whether it is there.
  static func words(ofPlace place: String) throws -> String {
    try place + (SyncPlace(place).isMissing ? ", which is not there" : "")
  }

  /// What is said of wordings that were changed on both sides, with the way to them.
  static func words(ofConflicts count: Int) -> String {
    "\(count.of("wording was", "wordings were")) changed on both sides\(wayToConflicts)"
  }

  /// The way to both wordings on a command line; a screen has a key for it.
  static let wayToConflicts = ": “starling sync --conflicts”"

  /// What there is to say where machines are to meet by themselves.
  static func note(onAutomatic settings: Settings) throws -> String? {
    guard settings.syncAutomatic == .on else { return nil }
    return if case .git = try SyncPlace(settings.syncPlace) {
      "sync.automatic is on, and works in a folder alone: by git your machines meet when you ask"
    } else {
      "sync.automatic is on: at the start of the trainer, and when you leave it"
    }
  }

  /// Whether anything was changed on both sides.
  package static func hasConflicts(in surroundings: any Surroundings) throws -> Bool {
    let workspace = try Workspace.forCommand(.truth, in: surroundings)
    return try !workspace.store.conflicts().isEmpty
  }

  /// Lists what was changed on both sides.
  package static func conflicts(asJSON json: Bool, in surroundings: any Surroundings) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings)
    let conflicts = try workspace.store.conflicts()
    let machines = try WordingMachines(of: conflicts, in: workspace, isForPeople: !json)
    let wordings = numbered(conflicts, machines)
    if json { return try Output.json(.array(wordings.map(fields))) }
    guard !wordings.isEmpty else { return try Output.line("nothing was changed on both sides") }
    var last: Store.Conflict?
    for entry in wordings {
      if entry.conflict != last {
        try Output.line("\(entry.conflict.title): \(entry.conflict.fieldName)")
        last = entry.conflict
      }
      let day = DateText.dayAndTime(
        workspace.clock.moment(at: Timestamp(milliseconds: entry.wording.at)))
      try Output.line(
        "  \(entry.number)  \(day) on \(entry.machine)\(entry.isShown ? ", shown" : "")")
      let text = workspace.text(of: entry.wording, in: entry.conflict)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        try Output.line("       \(line)")
      }
    }
    Output.warn("“starling sync --conflicts --keep NUMBER” keeps that one, for all your machines")
  }

  /// Keeps one of the wordings.
  ///
  /// - Throws: ``Failure`` if none has that number.
  package static func keep(_ number: Int, in surroundings: any Surroundings) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings)
    let wordings = numbered(try workspace.store.conflicts(), nil)
    guard let entry = wordings.first(where: { $0.number == number }) else {
      throw Failure(
        .badData, "no wording has the number \(number); “starling sync --conflicts” lists them")
    }
    let place = entry.conflict.wordings.firstIndex(of: entry.wording) ?? 0
    _ = try workspace.placingDecks { (decks) throws(StoreError) in
      try workspace.store.settle(entry.conflict, by: .keeping(place), decks: decks)
    }
    Output.warn("kept for \(entry.conflict.title), \(entry.conflict.field)")
  }

  /// Does away with what another machine has put there, or takes in nothing more of it.
  package static func part(
    from name: String, forgets: Bool, in surroundings: any Surroundings
  ) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings)
    let meeting = try Meeting(workspace, at: workspace.syncPlace(nil))
    try forgets ? meeting.forget(name) : meeting.reject(name)
  }

  /// Forgets the place; nothing is deleted there.
  package static func off(in surroundings: any Surroundings) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings)
    let place = workspace.settings.syncPlace
    guard !place.isEmpty else { return Output.warn("there is no place to forget") }
    try SettingsFile(workspace.places.settings).set(.known("sync.place"), to: nil)
    try SyncMemory(workspace.places.store).forget()
    Output.warn("\(place) is forgotten; what lies there stays")
  }

  /// A wording with the number by which it is named.
  private struct Entry {
    var number: Int
    var conflict: Store.Conflict
    var wording: Store.Conflict.Wording
    var isShown: Bool
    var machine: String
  }

  private static func fields(of machine: MachineThere) -> JSONValue {
    let last: JSONValue =
      machine.last.map { .string(ISO8601.text(Timestamp(milliseconds: $0))) } ?? .null
    return .object([
      ("name", .string(machine.name)), ("home", .string(machine.home)), ("last_change_at", last),
      ("changes", .int(machine.changes)), ("is_rejected", .bool(machine.isRejected)),
    ])
  }

  private static func fields(of entry: Entry) -> JSONValue {
    let at = ISO8601.text(Timestamp(milliseconds: entry.wording.at))
    return .object([
      ("number", .int(entry.number)), ("thing", .string(entry.conflict.title)),
      ("field", .string(entry.conflict.field)), ("text", .string(entry.wording.text)),
      ("is_shown", .bool(entry.isShown)), ("at", .string(at)),
      ("machine", .string(entry.machine)),
    ])
  }

  private static func numbered(
    _ conflicts: [Store.Conflict], _ machines: WordingMachines?
  ) -> [Entry] {
    let all = conflicts.flatMap { conflict in
      conflict.wordings.enumerated().map { (conflict, $1, $0 == 0) }
    }
    return all.enumerated().map {
      Entry(
        number: $0 + 1, conflict: $1.0, wording: $1.1, isShown: $1.2,
        machine: machines?.name(of: $1.1, in: $1.0) ?? "")
    }
  }
}
