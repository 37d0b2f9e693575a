public import Scheduler

/// Measures a spoken answer, step by step; pauses are left out.
public struct SpokenClock: Equatable, Sendable {
  /// Milliseconds at which an answer should come to its end, and from which on it is too long.
  public static let target = 150_000
  public static let limit = 180_000

  private var started: Timestamp
  /// What was measured before `started`.
  private var earlier = PartTimes()
  /// The step being told.
  public private(set) var step = PartTimes.Step.situation
  public private(set) var isPaused = false
  /// Whether a step was ever marked; an answer told in one go has no parts.
  public private(set) var isMarked = false
  /// Where parts begin in what was told, in milliseconds without the pauses.
  public private(set) var marks = [PartMark(.situation, at: 0)]

  public init(at time: Timestamp) { started = time }

  /// What was told until now, by step; a clock set back adds nothing.
  public func times(at time: Timestamp) -> PartTimes {
    var times = earlier
    if !isPaused { times[step] += max(0, Int(time.milliseconds(since: started))) }
    return times
  }

  /// Milliseconds spoken until now.
  public func milliseconds(at time: Timestamp) -> Int { times(at: time).total }

  /// The next step begins; the last one goes on until the answer is done.
  public mutating func mark(at time: Timestamp) {
    guard let next = PartTimes.Step(rawValue: step.rawValue + 1) else { return }
    settle(at: time)
    step = next
    isMarked = true
    marks.append(PartMark(step, at: earlier.total))
  }

  /// Goes back to the step before, which takes the time from now on.
  public mutating func stepBack(at time: Timestamp) {
    guard let last = PartTimes.Step(rawValue: step.rawValue - 1) else { return }
    settle(at: time)
    step = last
    marks.append(PartMark(step, at: earlier.total))
  }

  /// Stops the clock, or lets it go on.
  public mutating func togglePause(at time: Timestamp) {
    settle(at: time)
    isPaused.toggle()
  }

  /// Milliseconds until the shown time changes; nil while it stands still.
  public func nextChange(after time: Timestamp) -> Int? {
    isPaused ? nil : 1000 - milliseconds(at: time) % 1000
  }

  private mutating func settle(at time: Timestamp) {
    earlier = times(at: time)
    started = time
  }
}
