import Glibc

/// The time that the running thread has had of a processor: however busy the machine is, the same work takes
/// about as much.
public enum ProcessorTime {
  /// Runs something that stays on its thread.
  ///
  /// - Returns: what it came to, and the seconds that it took.
  public static func of<Result>(_ work: () throws -> Result) rethrows -> (Result, seconds: Double) {
    let begin = now
    let result = try work()
    return (result, now - begin)
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
