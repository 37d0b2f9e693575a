import Exchange
import Files
import Practice
import Scheduler
import Screen
import Store

/// Meets the other machines by itself, while nobody waits: once the first screen stands, and when the
/// trainer is left.
///
/// Only a folder is met so: git asks a server, and maybe the person. A command of its own does it beside the
/// trainer, as anybody could start it there.
struct AutomaticSync {
  /// What a meeting that is over has come to.
  struct Ending {
    /// What it has printed, in one line.
    var words: String
    /// Whether the person has asked for it.
    var isAsked: Bool
    /// The place, where one was named; it is kept if they have met there.
    var place: String?
    var isProblem: Bool
    /// Whether something has come from another machine.
    var hasCome: Bool { words.contains(" came") }
  }

  /// Those in force, which may change while the trainer runs.
  var settings: Settings
  private var running: Companion?
  private var isAsked = false
  private var place: String?
  /// What it has printed so far.
  private var printed: [UInt8] = []

  /// So long, in milliseconds, whoever leaves waits for it at most; for one that is to be kept, longer.
  private static let patience = 500
  private static let patienceForPlace = 10_000

  init(_ settings: Settings) { self.settings = settings }

  var isRunning: Bool { running != nil }

  /// The folder that is met; nil where there is none, or it is git, which may ask the person.
  private func folder() throws(Failure) -> String? {
    let place = settings.syncPlace
    guard !place.isEmpty, case .folder(let path) = try SyncPlace(place) else { return nil }
    return path
  }

  /// Begins, where the settings say so and the place is a folder that is there.
  ///
  /// - Throws: ``Failure`` when it cannot be started.
  mutating func begin() throws(Failure) {
    guard settings.syncAutomatic == .on, let path = try folder(), Disk.has(path) else {
      return
    }
    try start(isAsked: false)
  }

  /// Begins because the person wants it.
  ///
  /// - Returns: whether it runs; no where it needs the terminal.
  /// - Throws: ``Failure`` when it cannot be started.
  mutating func beginAsked() throws(Failure) -> Bool {
    guard try folder() != nil else { return false }
    try start(isAsked: true)
    return isRunning
  }

  /// Begins in a folder that is kept from then on.
  ///
  /// - Returns: whether it runs.
  /// - Throws: ``Failure`` when it cannot be started.
  mutating func begin(in folder: String) throws(Failure) -> Bool {
    guard !isRunning else { return false }
    try start(isAsked: true, in: folder)
    return isRunning
  }

  private mutating func start(isAsked: Bool, in place: String? = nil) throws(Failure) {
    if isAsked, isRunning { self.isAsked = true }
    guard running == nil, let program = RunningProgram.path else { return }
    // What it warns of is not for a screen that nobody has asked for.
    running = try Companion(
      Self.command(program, in: place) + (isAsked ? " 2>&1" : ""), printing: true)
    (self.isAsked, self.place) = (isAsked, place)
    printed = []
  }

  /// A line of shell that has the machines meet, in a place that is kept from then on if one is named.
  fileprivate static func command(_ program: String, in place: String?) -> String {
    ["\(program.shellWord) sync", place?.shellWord].compactMap(\.self).joined(separator: " ")
  }

  /// Looks whether it is done; nil while it runs, or nothing does.
  mutating func poll() -> Ending? {
    guard var companion = running else { return nil }
    let isOver = !companion.isRunning()
    printed += companion.read(atMost: 1 << 14)
    running = isOver ? nil : companion
    guard isOver else { return nil }
    var lines = String(decoding: printed, as: UTF8.self).split(whereSeparator: \.isNewline)
    // The screen has said it already.
    if let place { lines.removeAll { $0.hasPrefix("starling: \(Workspace.goes(to: place))") } }
    let ending = Ending(
      words: lines.map { $0.hasPrefix("starling: ") ? $0.dropFirst("starling: ".count) : $0 }
        .map { $0.replacing(SyncTelling.wayToConflicts, with: "") }.joined(separator: "; "),
      isAsked: isAsked, place: place, isProblem: companion.status != 0)
    companion.stop(within: 0)
    return ending
  }

  /// Does it a last time, and gives it up when that takes too long: what is missing goes the next time.
  ///
  /// - Throws: ``Failure`` when it cannot be started.
  mutating func end() throws(Failure) {
    try begin()
    let patience = isRunning && place != nil ? Self.patienceForPlace : Self.patience
    for _ in 0..<(patience / 10) where poll() == nil {
      guard isRunning else { return }
      RunningProgram.wait(milliseconds: 10)
    }
    running?.stop(within: 0)
    running = nil
  }
}

extension Workspace {
  /// How it stands with the other machines; nil where there are none.
  ///
  /// To count what was changed on both sides all records are read: only where a meeting has left something,
  /// since nothing else brings any, and an edit may have settled it since.
  func syncStand(at now: Moment) throws -> SyncStand? {
    guard !settings.syncPlace.isEmpty else { return nil }
    let hasConflicts = SyncMemory(places.store).hasConflicts
    return SyncStand(
      daysSince: daysSinceMeeting(at: now),
      conflicts: hasConflicts ? try store.conflicts().count : 0)
  }

  /// When the machines met last: `today`, `3 days ago`, `never`; nil where there is only one.
  func syncedLast(at now: Moment) -> String? {
    guard !settings.syncPlace.isEmpty else { return nil }
    return daysSinceMeeting(at: now).map { DateText.days(-$0) } ?? "never"
  }

  /// Nil if they never met in this place.
  private func daysSinceMeeting(at now: Moment) -> Int? {
    guard let last = SyncMemory(places.store).standing, last.place == settings.syncPlace else {
      return nil
    }
    let startHour = store.schedule.startHour
    let day = clock.moment(at: Timestamp(milliseconds: last.at)).day(startHour: startHour)
    return now.day(startHour: startHour) - day
  }

  /// Meets the other machines in the terminal, where git may ask for a password.
  ///
  /// - Parameters:
  ///   - place: the one that is kept from now on; nil for the one that is.
  ///   - width: that of the terminal, to which what it says is laid out.
  /// - Returns: whether they have met.
  func syncHere(in place: String? = nil, width: Int) -> Bool {
    let memory = SyncMemory(places.store)
    let before = memory.standing?.at
    let said = saying { AutomaticSync.command($0, in: place) }
    waitForEnter(after: said.trimmed.wrapped(to: width).map { "\($0)\n" }.joined())
    // It may have been forgotten meanwhile, by another window.
    guard let last = memory.standing?.at else { return false }
    return last != before
  }

  /// What a command says, which takes no more than its name.
  func words(of name: String) -> String {
    saying { "\($0.shellWord) \(name.shellWord) </dev/null" }
  }

  /// What a line of shell says in which this program runs.
  private func saying(_ line: (_ program: String) -> String) -> String {
    let words = RunningProgram.path.flatMap { ProgramOutput.text(of: line($0) + " 2>&1") }
    return (words ?? "It could not be started.").sanitised(keeping: .newlines)
  }

  /// Runs a command in the terminal, and waits until what it says was read.
  func run(_ name: String) {
    guard let program = RunningProgram.path else { return }
    _ = ProgramRun.run(program, ["starling", name])
    waitForEnter()
  }

  private func waitForEnter(after text: String = "") {
    do {
      try Output.line("\(text)\nEnter goes back to Starling.")
    } catch {
      // Nobody is there to read it, or to press Enter.
      return
    }
    _ = readLine()
  }
}
