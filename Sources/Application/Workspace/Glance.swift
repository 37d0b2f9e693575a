import BundledDecks
import Decks
import Files
import Practice
import Scheduler
import Store

/// What was counted and said last, kept as long as nothing has changed that it comes of: it is asked for
/// at every start, and at every prompt of a shell.
///
/// The system gives a file that is changed another time, which nobody can set. So it is seen without
/// opening anything that all is as it was; where that is not sure, all is made anew.
struct Glance {
  enum Sort: String {
    /// ``Waiting``, as numbers.
    case counts
    /// The line of `due`.
    case due
  }

  private let places: Places
  private let now: Moment
  /// Another one after any change of what counts, but for the hour.
  private let state: String
  /// When the last of the files was changed.
  private let changed: Int64

  /// Nil where it is not sure what state all is in.
  init?(in places: Places, at now: Moment) {
    guard let files = places.store.settledFiles,
      // Decks that cannot be listed are told of by whoever reads them.
      let decks = try? DeckFolder(path: places.decks).files()
    else { return nil }
    let settings = FileStatus(places.settings)
    guard settings != nil || SystemError.last.isMissing else { return nil }
    var state = Fingerprint()
    var changed: Int64 = 0
    func add(_ file: FileStatus) {
      for number in file.stamp { state.add(number) }
      changed = max(changed, file.changed)
    }
    state.add(places.store.database)
    files.forEach(add)
    state.add(places.settings)
    if let settings { add(settings) }
    for deck in decks {
      guard let file = FileStatus(deck) else { return nil }
      state.add(deck)
      add(file)
    }
    self.changed = changed
    // It may say the same in other words by now.
    if let program = RunningProgram.file { add(program) }
    state.add(BundledDecks.fingerprint)
    state.add(Int64(now.utcOffset))
    self.state = state.text
    self.places = places
    self.now = now
  }

  /// What was kept; nil if that was at another state or for another time, or nothing was.
  func kept(_ sort: Sort) -> String? {
    let path = path(of: sort)
    guard let file = FileStatus(path), file.changed - changed > Self.tick,
      let bytes = try? FileBytes.read(path, limit: 1 << 12)
    else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", maxSplits: 1)
    let words = lines.first?.split(separator: " ") ?? []
    guard lines.count == 2, words.count == 4, words[0] == state,
      words[1] == Self.fingerprint(lines[1]), let start = Int64(words[2]),
      let end = Int64(words[3]), (start..<max(start, end)).contains(now.time.milliseconds)
    else { return nil }
    return String(lines[1])
  }

  /// Keeps something until a time comes, if nothing has changed meanwhile.
  func keep(_ value: String, as sort: Sort, until end: Timestamp) {
    guard Glance(in: places, at: now)?.state == state else { return }
    let head =
      "\(state) \(Self.fingerprint(value[...])) \(now.time.milliseconds) \(end.milliseconds)"
    // What cannot be kept is made anew the next time.
    try? Disk.jot("\(head)\n\(value)", into: path(of: sort))
  }

  /// Takes away what was kept, which may name what is to be forgotten.
  ///
  /// - Returns: the paths of what was there.
  static func clear(in places: Places) -> [String] {
    [Sort.counts, .due].map { path(of: $0, in: places) }.filter { Disk.removeIfPossible($0) }
  }

  private func path(of sort: Sort) -> String { Self.path(of: sort, in: places) }

  private static func path(of sort: Sort, in places: Places) -> String {
    "\(Disk.folder(of: places.store.deckIndex))/\(sort.rawValue)"
  }

  /// Two changes may have the same time when no more nanoseconds than these lie between them.
  private static let tick: Int64 = 20_000_000

  /// Tells what was written whole from what was not.
  private static func fingerprint(_ value: Substring) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(String(value))
    return fingerprint.text
  }
}

extension Workspace {
  /// Counts what is waiting, or takes what was counted last.
  func waiting(at now: Moment) throws -> Waiting {
    let glance = Glance(in: places, at: now)
    let kept = glance?.kept(.counts).map { $0.split(separator: " ").compactMap { Int($0) } } ?? []
    if kept.count == 4 {
      return Waiting(cards: kept[0], due: kept[1], unseen: kept[2], weak: kept[3])
    }
    let waiting = try store.waiting(at: now)
    let numbers = [waiting.cards, waiting.due, waiting.unseen, waiting.weak]
    try glance?.keep(
      numbers.map(String.init).joined(separator: " "), as: .counts,
      until: store.nextChange(after: now))
    return waiting
  }
}
