import Glibc

/// Times around now, in UTC, which is the zone that tests run in.
enum LocalTime {
  /// Two in the afternoon so many days from today, as commands take it.
  ///
  /// A day begins at 04:00, as it does for Starling.
  static func afternoon(inDays days: Int) -> String {
    var seconds = time(nil) - 4 * 3600 + days * 86_400
    var date = tm()
    gmtime_r(&seconds, &date)
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.tm_year + 1900)-\(padded(date.tm_mon + 1))-\(padded(date.tm_mday))T14:00Z"
  }
}
