import Scheduler

/// How long the person has been speaking, pauses left out.
struct SpokenClock: Equatable {
  private var started: Timestamp
  /// Milliseconds spoken before the last pause.
  private var earlier = 0
  private(set) var isPaused = false

  init(at time: Timestamp) { started = time }

  /// Milliseconds spoken until now; a clock set back adds none.
  func milliseconds(at time: Timestamp) -> Int {
    isPaused ? earlier : earlier + max(0, Int(time.milliseconds - started.milliseconds))
  }

  /// Stops the clock, or lets it go on.
  mutating func togglePause(at time: Timestamp) {
    earlier = milliseconds(at: time)
    started = time
    isPaused.toggle()
  }

  /// Milliseconds until the shown time changes; nil while it stands still.
  func nextChange(after time: Timestamp) -> Int? {
    isPaused ? nil : 1000 - milliseconds(at: time) % 1000
  }
}
