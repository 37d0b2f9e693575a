import Glibc
import TestSupport

/// A clock for programs that shows another time than the machine's, and goes on from there.
struct MovedClock {
  private static let library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"
  static let isInstalled = access(library, R_OK) == 0

  /// The day and the time that it shows at first, such as `2027-03-01 09:00:00`, in UTC.
  var time: String

  /// The variables by which the library is told of it.
  ///
  /// A program that starts others in the background, as tmux does, gets none of them: what its client
  /// shares with them is gone when the client ends.
  static let names: Set = ["LD_PRELOAD", "FAKETIME", "FAKETIME_DONT_FAKE_MONOTONIC"]

  /// The variables that make a program go by it.
  var environment: [String: String] {
    ["LD_PRELOAD": Self.library, "FAKETIME": "@\(time)", "FAKETIME_DONT_FAKE_MONOTONIC": "1"]
  }
}
