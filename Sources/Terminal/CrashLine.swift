import CNcurses
import Files
import Glibc

private let crashText: StaticString =
  "starling: crashed; what was kept is safe (“starling doctor” checks)\n"

/// Has a crash end with one line.
///
/// Swift's backtracer would print values, and those are what the person wrote: they would stand on the
/// terminal and in reports.
public enum CrashLine {
  /// The signals by which a program dies of its own faults.
  static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]

  /// Goes by it from here on; not where `SWIFT_BACKTRACE` asks for backtraces.
  public static func install() {
    if let wish = getenv("SWIFT_BACKTRACE"), strstr(wish, "enable=yes") != nil { return }
    StandardError.setApart()
    SignalStack.install()
    for signal in signals {
      var action = sigaction()
      action.sa_flags = SA_SIGINFO | SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
      action.__sigaction_handler.sa_sigaction = { signal, information, _ in
        _ = write(StandardError.descriptor, crashText.utf8Start, crashText.utf8CodeUnitCount)
        // A fault repeats itself, and then ends the program; what was sent has to be sent again.
        if signal == SIGTRAP || information.map({ curses_signal_code($0) <= 0 }) ?? true {
          raise(signal)
        }
      }
      sigaction(signal, &action, nil)
    }
    // Past a limit on the size of files, writing then fails with an error instead.
    signal(SIGXFSZ) { _ in }
  }
}

/// A stack for handlers, so that an overflow of the usual one is no exception.
enum SignalStack {
  private nonisolated(unsafe) static var bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  /// Sets it up, unless there is one already.
  ///
  /// - Returns: whether there was none.
  @discardableResult
  static func install() -> Bool {
    var current = stack_t()
    sigaltstack(nil, &current)
    guard current.ss_flags & Int32(SS_DISABLE) != 0 else { return false }
    bytes = .allocate(byteCount: 64 * 1024, alignment: 16)
    var stack = stack_t(ss_sp: bytes.baseAddress, ss_flags: 0, ss_size: bytes.count)
    sigaltstack(&stack, nil)
    return true
  }

  /// Takes the one that ``install()`` has set up away.
  static func remove() {
    guard bytes.baseAddress != nil else { return }
    var none = stack_t(ss_sp: nil, ss_flags: Int32(SS_DISABLE), ss_size: 0)
    sigaltstack(&none, nil)
    bytes.deallocate()
    bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  }
}
