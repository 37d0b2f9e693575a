public import Glibc
public import Testing

/// A program that a test has started; it does not outlive this object.
public final class ChildProcess {
  public let id: pid_t
  private var status: ExitStatus?

  /// What the program gets as its standard input, output and error.
  public enum Files {
    /// A terminal, by the path of its device: it becomes the program's controlling terminal.
    case terminal(String)
    case descriptors(input: Int32, output: Int32, errors: Int32)
  }

  /// Starts the program at a path in a session of its own, with default signal handling and no
  /// variables and files but those given.
  ///
  /// - Throws: ``TestFailure`` when it cannot be started.
  public init(
    _ program: String, _ arguments: [String], environment: [String: String], files: Files
  ) throws {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Otherwise the program would inherit the test thread's mask, which blocks most signals.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, a macro of glibc's that Swift doesn't see
    posix_spawnattr_setflags(
      &attributes,
      Int16(newSession | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    switch files {
    case .terminal(let path):
      // The leader of a new session that opens a terminal gets it as its controlling one.
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    case .descriptors(let input, let output, let errors):
      posix_spawn_file_actions_adddup2(&actions, input, 0)
      posix_spawn_file_actions_adddup2(&actions, output, 1)
      posix_spawn_file_actions_adddup2(&actions, errors, 2)
    }

    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var child: pid_t = 0
    let failure = PrivateDescriptors.start {
      posix_spawn(&child, program, &actions, &attributes, &words, &variables)
    }
    guard failure == 0 else {
      throw TestFailure("cannot start \(program): \(String(cString: strerror(failure)))")
    }
    id = child
  }

  deinit {
    guard status == nil else { return }
    // Its group too: a tracer's program lives in it.
    kill(-id, SIGKILL)
    kill(id, SIGKILL)
    waitpid(id, nil, 0)
  }

  public func send(_ signal: Int32) { kill(id, signal) }

  /// How it ended, if it has.
  public func exitStatus() -> ExitStatus? {
    if let status { return status }
    var code: Int32 = 0
    guard waitpid(id, &code, WNOHANG) == id else { return nil }
    status = code & 0x7F == 0 ? .exitCode(code >> 8 & 0xFF) : .signal(code & 0x7F)
    return status
  }

  /// Waits until it has ended.
  ///
  /// - Throws: ``TestFailure`` when it still runs after `seconds`.
  public func wait(seconds: Double = patience) throws -> ExitStatus {
    let deadline = Deadline(seconds: seconds)
    while true {
      if let status = exitStatus() { return status }
      guard !deadline.hasPassed else {
        throw TestFailure("process \(id) still runs after \(seconds) s")
      }
      deadline.nap()
    }
  }
}
