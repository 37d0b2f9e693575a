import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Whether Ctrl-C was pressed.
private let hasCome = Atomic<Bool>(false)

/// Ctrl-C during long work: the work is told to stop, so that it can leave things as they were.
package enum Interruption {
  /// From here on Ctrl-C only sets a mark.
  package static func watch() {
    // Touched once here, because a first use inside the handler would run its initialiser there.
    hasCome.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in hasCome.store(true, ordering: .relaxed) }
  }

  package static var isWanted: Bool { hasCome.load(ordering: .relaxed) }

  /// Ends as Ctrl-C ends a program, so that a script stops, too.
  package static func end() -> Never {
    RunningProgram.end(by: SIGINT)
    exit(128 + SIGINT)
  }
}
