#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program that runs beside Starling and ends with it, however that ends: a recorder or a player.
package struct Companion {
  private let process: pid_t
  /// One end of a pair whose other end the program's shell reads: closing it ends the program.
  ///
  /// The kernel closes it if Starling is killed.
  private let leash: Int32
  private var hasEnded = false

  /// Starts a program with a file to work on.
  ///
  /// - Parameters:
  ///   - command: what the shell runs, with the file after it.
  ///   - path: the file.
  /// - Throws: ``Failure`` when there is no shell, or no process can be made.
  package init(_ command: String, on path: String) throws(Failure) {
    var ends: [Int32] = [-1, -1]
    // Sockets, because writing to a pipe that nobody reads any more would end Starling.
    guard socketpair(AF_UNIX, socketStream, 0, &ends) == 0 else {
      throw Self.failure(command)
    }
    defer { close(ends[0]) }
    // No other program may hold the leash, or closing it here would not be noticed.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = spawnActions()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    // Away from the terminal: its keys are for the trainer, and so is its screen.
    for output in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
    }
    var attributes = spawnAttributes()
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
    guard posix_spawn(&child, "/bin/sh", &actions, &attributes, &words, programEnvironment) == 0
    else {
      close(ends[1])
      throw Self.failure(command)
    }
    process = child
    leash = ends[1]
  }

  /// Runs the command until it ends by itself or the leash is let go; what it makes is for its owner
  /// alone.
  ///
  /// Then all that it has started is asked to end with SIGTERM, since a shell has its background
  /// programs ignore SIGINT; recorders complete their file on either. What is still there after two
  /// seconds is killed by the shell itself, which no end of Starling keeps from it. The word “delete”
  /// on the leash has the file deleted once nobody writes to it.
  ///
  /// The shell and its watcher catch SIGHUP as well: the kernel sends it to those that were stopped
  /// with Starling when that is killed.
  private static func script(_ command: String) -> String {
    """
    umask 077
    exec 3<&0
    ending=
    trap 'ending=yes' TERM HUP
    (exec \(command) "$@") 3<&- </dev/null &
    child=$!
    {
      trap : TERM HUP
      read -r word
      kill -TERM 0
      turn=0
      while kill -0 "$child" && test "$turn" -lt 28; do
        if test "$turn" -lt 10; then sleep 0.02; else sleep 0.1; fi
        turn=$((turn + 1))
      done
      test "$word" != delete || rm -f -- "$1"
      kill -KILL 0
    } <&3 &
    watcher=$!
    wait "$child"
    if test "$ending"; then
      wait "$child"
      wait "$watcher"
    fi
    kill -KILL "$watcher"
    """
  }

  /// Whether it has not ended yet.
  package mutating func isRunning() -> Bool {
    guard !hasEnded else { return false }
    let ended = waitpid(process, nil, WNOHANG)
    hasEnded = ended == process || ended < 0 && errno != EINTR
    return !hasEnded
  }

  /// Holds it still, or lets it go on; if Starling ends meanwhile, the kernel ends it.
  package func hold(_ isHeld: Bool) { kill(-process, isHeld ? SIGSTOP : SIGCONT) }

  /// Asks it to end, and waits for that at most so long; one that does not listen is ended by its
  /// shell two seconds later.
  ///
  /// - Parameters:
  ///   - milliseconds: how long to wait, at most.
  ///   - deletes: whether the file that it works on goes as soon as nobody writes to it.
  package mutating func stop(within milliseconds: Int, deletes: Bool = false) {
    if deletes {
      let word = Array("delete\n".utf8)
      _ = send(leash, word, word.count, Int32(MSG_NOSIGNAL))
    }
    close(leash)
    // One that was stopped would not notice.
    if isRunning() { hold(false) }
    for _ in 0..<(milliseconds / 10) {
      guard isRunning() else { return }
      usleep(10_000)
    }
  }

  private static func failure(_ command: String) -> Failure {
    Failure(.unavailable, "cannot start “\(command)”: \(SystemError.last.name)")
  }
}
