import Glibc
import Synchronization

/// Whether Ctrl-C was pressed.
private let hasCome = Atomic<Bool>(false)

/// Ctrl-C during long work: the work is told to stop, so that it can leave things as they were.
enum Interruption {
  /// From here on Ctrl-C only sets a mark.
  static func watch() {
    // Touched once here, because a first use inside the handler would run its initialiser there.
    hasCome.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in hasCome.store(true, ordering: .relaxed) }
  }

  static var isWanted: Bool { hasCome.load(ordering: .relaxed) }

  /// Says how things were left and ends as Ctrl-C ends a program, so that a script stops, too.
  static func end(_ message: String) -> Never {
    Output.warn(message)
    signal(SIGINT, SIG_DFL)
    raise(SIGINT)
    exit(128 + SIGINT)
  }
}
