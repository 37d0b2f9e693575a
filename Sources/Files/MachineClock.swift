#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The machine's clocks and zone.
public enum MachineClock {
  /// Milliseconds since 1970, UTC.
  package static var milliseconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Seconds of a clock that nobody sets, to time work with.
  public static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds east of UTC at an instant, which is given in seconds since 1970.
  package static func utcOffset(at seconds: Int64) -> Int {
    var seconds = time_t(seconds)
    var local = tm()
    localtime_r(&seconds, &local)
    return local.tm_gmtoff
  }
}
