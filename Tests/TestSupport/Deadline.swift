import Glibc

/// Seconds that a test waits for something that usually takes milliseconds: the machine may be busy.
public let patience = 60.0

/// The moment until which a test waits.
public struct Deadline {
  private let end: Double

  public init(seconds: Double) { end = Self.now + seconds }

  public var hasPassed: Bool { Self.now >= end }

  /// Milliseconds left, at least 0.
  public var milliseconds: Int32 { Int32(max(0, (end - Self.now) * 1000)) }

  /// Leaves the processor to others for a moment, where there is nothing to wait on.
  public func nap() { usleep(2_000) }

  /// Seconds of a clock that nobody sets.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Whether something is so in one of several attempts: what takes no time may be slow on a busy
/// machine, but what takes time is never quick.
public func succeedsOnce(in attempts: Int, _ attempt: () throws -> Bool) rethrows -> Bool {
  for _ in 0..<attempts where try attempt() { return true }
  return false
}
