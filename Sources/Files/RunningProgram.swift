#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The programs that are running, by their numbers.
public enum RunningProgram {
  /// The number of this one.
  public static var own: Int32 { getpid() }

  /// Where its file is, where the system tells.
  package static var path: String? { Disk.target(ofLink: "/proc/self/exe") }

  /// That file, likewise.
  package static var file: FileStatus? { path.flatMap { FileStatus($0) } }

  /// The number of the person who runs it.
  public static var user: UInt32 { geteuid() }

  /// Whether there is no program of that number any more.
  public static func isGone(_ number: Int32) -> Bool { kill(number, 0) != 0 && errno == ESRCH }

  /// Whether a text is the number of a program that is no more: what bears it was left behind.
  public static func isGone(named text: some StringProtocol) -> Bool {
    Int32(text).map { $0 > 0 && isGone($0) } ?? false
  }

  /// Does nothing for so many milliseconds, or until a signal comes.
  public static func wait(milliseconds: Int) { usleep(useconds_t(milliseconds * 1000)) }

  /// Ends this program as a signal ends one, so that whoever sent it sees that.
  package static func end(by signal: Int32) {
    cSignal(signal, SIG_DFL)
    raise(signal)
  }

  /// Ends this program with a code.
  package static func end(_ code: Int32) -> Never { exit(code) }
}

private func cSignal(_ number: Int32, _ handler: (@convention(c) (Int32) -> Void)?) {
  _ = signal(number, handler)
}
