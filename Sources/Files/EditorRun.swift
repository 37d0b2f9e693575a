import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The editor that is open now; 0 when there is none.
private let editor = Atomic<Int32>(0)

/// The signal that asked this program to end while the editor was open; 0 when there is none.
private let end = Atomic<Int32>(0)

/// Whether the editor has had its time to end.
private let isOver = Atomic<Bool>(false)

/// The person's editor, run to its end in this terminal, or until this program is asked to end.
///
/// SIGTERM and SIGHUP are heeded at once: the editor gets the same signal, so that it can save what it
/// saves in such a case, and has two seconds for that. One that does not listen is left alone.
package enum EditorRun {
  private static let signals = [SIGTERM, SIGHUP]

  /// Runs a program and waits for it.
  ///
  /// - Parameters:
  ///   - program: its path.
  ///   - arguments: the first is the name under which it is called.
  /// - Returns: its exit code as ``ProgramRun`` gives it, and the signal that asked to end meanwhile.
  package static func run(_ program: String, _ arguments: [String]) -> (
    status: Int32, signal: Int32?
  ) {
    editor.store(0, ordering: .relaxed)
    end.store(0, ordering: .relaxed)
    isOver.store(false, ordering: .relaxed)
    var previous: [(signal: Int32, action: sigaction)] = []
    for signal in signals { route(signal, &previous) { EditorRun.pass(on: $0) } }
    route(SIGALRM, &previous) { _ in isOver.store(true, ordering: .relaxed) }
    defer {
      alarm(0)
      for (signal, var action) in previous { sigaction(signal, &action, nil) }
      // Whoever listened before is told as well; by default that would be the end already.
      let signal = end.load(ordering: .relaxed)
      if let before = previous.first(where: { $0.signal == signal }), number(before.action) != 0 {
        raise(signal)
      }
    }
    let status = ProgramRun.run(program, arguments) { process in
      guard let process else { return !isOver.load(ordering: .relaxed) }
      editor.store(process, ordering: .relaxed)
      // It came before there was anyone to pass it on to.
      let signal = end.load(ordering: .relaxed)
      if signal != 0 { kill(process, signal) }
      return true
    }
    let signal = end.load(ordering: .relaxed)
    return (status, signal == 0 ? nil : signal)
  }

  /// What happens at a signal; only what may be done in a handler.
  private static func pass(on signal: Int32) {
    end.store(signal, ordering: .relaxed)
    let process = editor.load(ordering: .relaxed)
    if process > 0 { kill(process, signal) }
    alarm(2)
  }

  private static func route(
    _ signal: Int32, _ previous: inout [(signal: Int32, action: sigaction)],
    to handler: @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    var before = sigaction()
    action.handler = handler
    sigaction(signal, &action, &before)
    // Ignored by whoever started this program, by nohup for one.
    if signal != SIGALRM, number(before) == unsafeBitCast(SIG_IGN, to: Int.self) {
      sigaction(signal, &before, nil)
    } else {
      previous.append((signal, before))
    }
  }

  /// The address of what is done at a signal; 0 is the default.
  private static func number(_ action: sigaction) -> Int {
    unsafeBitCast(action.handler, to: Int.self)
  }
}
