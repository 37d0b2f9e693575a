#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the program reads from and writes to.
package enum StandardStreams {
  package static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }
  package static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  package static var areErrorsTerminal: Bool { isatty(StandardError.descriptor) == 1 }

  /// A reader that has gone away, and needs no more.
  package static func isGone(_ error: SystemError) -> Bool { error.number == EPIPE }

  /// Writes to standard output.
  package static func write(_ text: String) throws(SystemError) {
    try Bytes.write(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// Writes to where messages go, see ``StandardError``.
  package static func writeMessage(_ text: String) throws(SystemError) {
    try Bytes.write(Array(text.utf8), to: StandardError.descriptor)
  }

  /// Waits for one key of the terminal that the program reads from.
  ///
  /// - Parameter ask: says what it is for; what was typed before is no answer.
  /// - Returns: the key; nil without a terminal, or when it is closed.
  package static func key(after ask: () -> Void) -> UInt8? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var single = before
    // Ctrl-C is a key like any other here: it leaves.
    single.c_lflag &= ~tcflag_t(ICANON | ISIG | ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &single)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
    ask()
    var key: UInt8 = 0
    while read(STDIN_FILENO, &key, 1) < 0 {
      guard errno == EINTR else { return nil }
    }
    return key
  }
}
