import Glibc

/// A program that runs beside Starling and ends with it, however that ends: a recorder or a player.
struct Companion {
  private let process: pid_t
  /// The end of a pipe whose closing ends the program; the kernel closes it if Starling is killed.
  private let leash: Int32
  private var hasEnded = false

  /// Starts a program with a file to work on.
  ///
  /// - Parameters:
  ///   - command: what the shell runs, with the file after it.
  ///   - path: the file.
  /// - Throws: ``Failure`` when there is no shell, or no process can be made.
  init(_ command: String, on path: String) throws(Failure) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Self.failure(command) }
    defer { close(ends[0]) }
    // No other program may hold the leash, or closing it here would not be noticed.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    // Away from the terminal: its keys are for the trainer, and so is its screen.
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK))

    let arguments = ["sh", "-c", Self.script(command), "sh", path]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, "/bin/sh", &actions, &attributes, &words, environ) == 0 else {
      close(ends[1])
      throw Self.failure(command)
    }
    process = child
    leash = ends[1]
  }

  /// Runs the command until it ends by itself or the pipe is closed; what it makes is for its owner
  /// alone.
  ///
  /// It is asked to end with SIGTERM, since a shell has its background programs ignore SIGINT;
  /// recorders complete their file on either.
  private static func script(_ command: String) -> String {
    """
    umask 077
    exec 3<&0
    (exec \(command) "$@") 3<&- </dev/null &
    child=$!
    { read -r line; kill "$child"; } <&3 &
    watcher=$!
    wait "$child"
    status=$?
    kill "$watcher"
    exit "$status"
    """
  }

  /// Whether it has not ended yet.
  mutating func isRunning() -> Bool {
    guard !hasEnded else { return false }
    let ended = waitpid(process, nil, WNOHANG)
    hasEnded = ended == process || ended < 0 && errno != EINTR
    return !hasEnded
  }

  /// Holds it still, or lets it go on; if Starling ends meanwhile, the kernel ends it.
  func hold(_ isHeld: Bool) { kill(-process, isHeld ? SIGSTOP : SIGCONT) }

  /// Asks it to end, and waits until it has; one that does not listen is stopped after two seconds.
  mutating func stop() {
    close(leash)
    for _ in 0..<200 {
      guard isRunning() else { return }
      usleep(10_000)
    }
    kill(-process, SIGKILL)
    while isRunning() { usleep(10_000) }
  }

  private static func failure(_ command: String) -> Failure {
    Failure(.unavailable, "cannot start “\(command)”: \(String(cString: strerror(errno)))")
  }
}
