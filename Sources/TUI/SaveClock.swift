import Scheduler

/// When what is being typed goes to the disk.
struct SaveClock: Equatable {
  /// When the first change was made that is not on disk; nil if all are.
  private(set) var unsavedSince: Timestamp?

  /// The most that a crash may take: half of what is promised, since writing takes time too.
  private static let interval = 1000

  /// How much longer saving waits for a moment between two keys.
  static let keyGrace = 500

  mutating func changed(at time: Timestamp) {
    if unsavedSince == nil { unsavedSince = time }
  }

  mutating func saved() { unsavedSince = nil }

  /// Milliseconds until it has to go there; nil if all is there.
  func nextSave(after time: Timestamp) -> Int? {
    // A clock set back must not put it off.
    unsavedSince.map {
      min(Self.interval, Self.interval - Int(time.milliseconds - $0.milliseconds))
    }
  }
}
