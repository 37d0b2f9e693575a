import Files
import Practice
import Scheduler
import Store

extension Meeting {
  /// What a meeting came to.
  struct Outcome {
    /// How many lines came, and from which homes.
    var came = 0
    var homes: [String] = []
    var went = 0
    var merging = Store.Merging()
    var strangers = 0
    var unfinished = 0
    /// How many of those that came say that something was erased.
    var erasures = 0
    var unreadable: [String] = []
    /// The homes whose clocks are ahead, and up to when, in milliseconds since 1970: what they did waits for
    /// its time.
    var early: [String] = []
    var latest: Int64?
    /// The work that it was: batches that were read, and lines made of what this home has.
    var filesRead = 0
    var linesMade = 0
    /// Whether a file was written there.
    var hasWritten = false
    /// How things stood here when it was read, and there.
    var here = ""
    var there = ""
    /// The marks of the files there that have nothing more to say.
    var taken: Set<String> = []
    /// Whether anything but facts may have come or gone: only then there may be other conflicts.
    var changesThings = false
  }

  func since(_ time: Int64, _ now: Moment) -> String {
    "last at \(DateText.dayAndTime(workspace.clock.moment(at: Timestamp(milliseconds: time))))"
  }

  func tell(_ outcome: Outcome, isDry: Bool) throws {
    var parts: [String] = []
    if outcome.came > 0 {
      let whence = outcome.homes.isEmpty ? "" : " from \(outcome.homes.joined(separator: ", "))"
      parts.append("\(outcome.came.of("record")) \(isDry ? "would come" : "came")\(whence)")
    }
    if outcome.went > 0 { parts.append("\(outcome.went) \(isDry ? "would go" : "went")") }
    var line = parts.isEmpty ? "nothing new" : parts.joined(separator: ", ")
    let looks = outcome.changesThings || memory.hasConflicts
    let conflicts = looks ? try workspace.store.conflicts().count : 0
    if !isDry { try memory.keep(hasConflicts: conflicts > 0) }
    if conflicts > 0 {
      line += " · \(SyncTelling.words(ofConflicts: conflicts))"
    }
    try Output.line(line)
    if outcome.strangers > 0 {
      Output.warn(
        "\(outcome.strangers.of("line")) in \(place.text) mean nothing to this Starling, and are left"
      )
    }
    if let latest = outcome.latest {
      let day = DateText.dayAndYear(
        workspace.clock.moment(at: Timestamp(milliseconds: latest)).day(startHour: 0))
      Output.warn(
        "the clock of \(outcome.early.joined(separator: ", ")) is ahead: answers and grades from there are dated up to \(day), stay in \(place.text), and come when it is that time; set that clock right"
      )
    }
    if outcome.unfinished > 0 {
      Output.warn(
        "\(outcome.unfinished.of("file")) in \(place.text) \(outcome.unfinished == 1 ? "is" : "are") not whole yet, or damaged; what is in \(outcome.unfinished == 1 ? "it" : "them") comes when \(outcome.unfinished == 1 ? "it is" : "they are") whole"
      )
    }
    if outcome.erasures > 0 {
      let copies = workspace.places.store.copies
      let advice =
        try copies.all().isEmpty
        ? "" : "; copies in \(copies.folder) from before still hold it, and you can delete them"
      Output.warn("something was erased elsewhere, and is here\(advice)")
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
  /// Notes what was read.
  mutating func note(
    _ contents: SyncFolder.Contents, _ arrival: Store.Arrival, _ folder: SyncFolder
  ) {
    (unfinished, unreadable) = (contents.unfinished, contents.unreadable)
    (strangers, filesRead) = (arrival.strangers, contents.batches.count)
    early =
      contents.batches.filter { $0.lines.contains(where: arrival.early.contains) }
      .map { folder.name(of: $0.home) ?? $0.home }.distinct
    latest = arrival.early.compactMap(\.timeOfLine).max()
  }

  /// Notes which lines came.
  mutating func count(_ new: [String], _ contents: SyncFolder.Contents, _ folder: SyncFolder) {
    let new = Set(new)
    came = new.count
    homes =
      contents.batches.filter { $0.lines.contains(where: new.contains) }
      .compactMap { folder.name(of: $0.home) }.distinct
  }

  mutating func add(_ other: Self) {
    came += other.came
    went += other.went
    homes = (homes + other.homes).distinct
    merging.unread += other.merging.unread
    (strangers, unfinished, unreadable) = (other.strangers, other.unfinished, other.unreadable)
    erasures += other.erasures
    (early, latest) = (other.early, other.latest)
    (filesRead, linesMade) = (filesRead + other.filesRead, linesMade + other.linesMade)
    (here, there, taken) = (other.here, other.there, other.taken)
    changesThings = changesThings || other.changesThings
  }
}
