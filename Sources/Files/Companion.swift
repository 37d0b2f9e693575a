#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A program that runs beside Starling and ends with it, however that ends: one that records, plays,
/// writes down or says something.
package struct Companion {
  private let process: pid_t
  /// The end of a pipe from which the program's shell reads: closing it ends the program.
  ///
  /// The kernel closes it if Starling is killed.
  private var leash: Int32
  /// Where what it prints can be read, without waiting; -1 where nobody reads it.
  private var output: Int32
  /// Whether what it has started goes as soon as it has ended by itself.
  private let endsWhole: Bool
  private var hasEnded = false
  /// How it ended by itself: its exit code, or a signal's number plus 128; nil while it runs.
  package private(set) var status: Int32?

  /// Starts a program that records into a file, or plays one.
  ///
  /// - Parameters:
  ///   - command: what the shell runs, with the file after it.
  ///   - path: the file.
  /// - Throws: ``Failure`` when there is no shell, or no process can be made.
  package init(_ command: String, on path: String) throws(Failure) {
    try self.init(command, arguments: [path])
  }

  /// Starts a program that prints what is said in a file; it gets a core only while nobody else wants
  /// it.
  ///
  /// What it prints is to be fetched by ``read(atMost:)``; until then it waits.
  package init(_ command: String, listeningTo path: String) throws(Failure) {
    try self.init(command, arguments: [path], isRead: true, isPatient: true, endsWhole: true)
  }

  /// Starts a program that says a text, which it gets as its input.
  ///
  /// Of a text that is longer than what a pipe takes at once the rest is not said.
  package init(_ command: String, saying text: String) throws(Failure) {
    try self.init(command, arguments: [], input: Array(text.utf8), endsWhole: true)
  }

  /// Starts a program of which only what it prints is of interest, likewise.
  package init(_ command: String, printing isRead: Bool) throws(Failure) {
    try self.init(command, arguments: [], isRead: isRead, isPatient: true, endsWhole: true)
  }

  private init(
    _ command: String, arguments: [String], input: [UInt8]? = nil, isRead: Bool = false,
    isPatient: Bool = false, endsWhole: Bool = false
  ) throws(Failure) {
    let ends = try Self.pipe(command)
    let words = try input.map { bytes throws(Failure) in try Self.pipe(command, holding: bytes) }
    let printed: (read: Int32, write: Int32)?
    if isRead { printed = try Self.pipe(command) } else { printed = nil }
    var toClose = [ends.read, words?.read, printed?.write].compactMap(\.self)
    defer { for end in toClose { close(end) } }
    var actions = spawnActions()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends.read, STDIN_FILENO)
    // Away from the terminal: its keys are for the trainer, and so is its screen.
    for stream in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
    }
    if let words { posix_spawn_file_actions_adddup2(&actions, words.read, Self.inputOfShell) }
    if let printed { posix_spawn_file_actions_adddup2(&actions, printed.write, STDOUT_FILENO) }
    var attributes = spawnAttributes()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK))

    let script = Self.script(command, hasInput: input != nil)
    var called: [UnsafeMutablePointer<CChar>?] =
      (["sh", "-c", script, "sh"] + arguments).map { strdup($0) } + [nil]
    defer { for word in called { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, "/bin/sh", &actions, &attributes, &called, programEnvironment) == 0
    else {
      let failure = Self.failure(command)
      toClose += [ends.write, printed?.read].compactMap(\.self)
      throw failure
    }
    // Whoever is at the keyboard comes first; what it starts later is as patient.
    if isPatient { setpriority(groupOfProcesses, id_t(child), Self.patience) }
    process = child
    leash = ends.write
    output = printed?.read ?? -1
    self.endsWhole = endsWhole
    if output >= 0 { _ = fcntl(output, F_SETFL, O_NONBLOCK) }
  }

  /// Where the shell finds the text that its program is to get.
  private static let inputOfShell: Int32 = 9

  /// How far it stands back, of at most 19.
  private static let patience: Int32 = 15

  /// A pipe that no other program holds, or letting go of it here would not be noticed.
  private static func pipe(_ command: String, holding bytes: [UInt8] = []) throws(Failure) -> (
    read: Int32, write: Int32
  ) {
    var ends: [Int32] = [-1, -1]
    guard cPipe(&ends) == 0 else { throw failure(command) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    guard !bytes.isEmpty else { return (ends[0], ends[1]) }
    // All that is to be read lies in it before anybody reads.
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    writeAsMuch(of: bytes, to: ends[1])
    close(ends[1])
    return (ends[0], -1)
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
  private static func script(_ command: String, hasInput: Bool) -> String {
    let input = hasInput ? "<&\(inputOfShell) \(inputOfShell)<&-" : "</dev/null"
    let letGo = hasInput ? "exec \(inputOfShell)<&-" : ":"
    return """
      umask 077
      exec 3<&0
      ending=
      trap 'ending=yes' TERM HUP
      (exec \(command) "$@") 3<&- \(input) &
      child=$!
      \(letGo)
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
      status=$?
      if test "$ending"; then
        wait "$child"
        wait "$watcher"
      fi
      kill -KILL "$watcher"
      exit "$status"
      """
  }

  /// Whether it has not ended yet.
  package mutating func isRunning() -> Bool {
    guard !hasEnded else { return false }
    // While its number is still its own, nothing else can be in its group.
    if endsWhole, Self.hasEnded(process) { kill(-process, SIGKILL) }
    var status: Int32 = 0
    let ended = waitpid(process, &status, WNOHANG)
    hasEnded = ended == process || ended < 0 && errno != EINTR
    if ended == process {
      self.status = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }
    return !hasEnded
  }

  /// Whether a process has ended that nobody has taken note of yet.
  private static func hasEnded(_ process: pid_t) -> Bool {
    var info = siginfo_t()
    return waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0
      && info.si_signo == SIGCHLD
  }

  /// What it has printed since this was asked last, without waiting for more.
  ///
  /// - Parameter limit: the most bytes to take.
  /// - Returns: the bytes; none where nothing is to be read of it.
  package func read(atMost limit: Int) -> [UInt8] {
    guard output >= 0 else { return [] }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit,
      let count = try? Bytes.read(limit - bytes.count, from: output, into: &buffer), count > 0
    {
      bytes += buffer.prefix(count)
    }
    return bytes
  }

  /// Holds it still, or lets it go on; if Starling ends meanwhile, the kernel ends it.
  package func hold(_ isHeld: Bool) { kill(-process, isHeld ? SIGSTOP : SIGCONT) }

  /// Ends it and all that it has started at once, as a voice is to fall silent.
  package mutating func silence() {
    if isRunning() { kill(-process, SIGKILL) }
    for _ in 0..<20 {
      guard isRunning() else { break }
      usleep(1000)
    }
    letGo()
  }

  /// Asks it to end, and waits for that at most so long; one that does not listen is ended by its
  /// shell two seconds later.
  ///
  /// - Parameters:
  ///   - milliseconds: how long to wait, at most.
  ///   - deletes: whether the file that it works on goes as soon as nobody writes to it.
  package mutating func stop(within milliseconds: Int, deletes: Bool = false) {
    if deletes { writeAsMuch(of: Array("delete\n".utf8), to: leash) }
    letGo()
    // One that was stopped would not notice.
    if isRunning() { hold(false) }
    for _ in 0..<(milliseconds / 10) {
      guard isRunning() else { return }
      usleep(10_000)
    }
  }

  /// Nothing is read of it any more, and the watcher of one that runs ends it.
  private mutating func letGo() {
    for end in [leash, output] where end >= 0 { close(end) }
    (leash, output) = (-1, -1)
  }

  private static func failure(_ command: String) -> Failure {
    Failure(.unavailable, "cannot start “\(command)”: \(SystemError.last.name)")
  }
}

/// Writes what a pipe takes; one whose reader has gone takes nothing, and that ends nobody.
private func writeAsMuch(of bytes: [UInt8], to pipe: Int32) {
  var signal = sigset_t()
  sigemptyset(&signal)
  sigaddset(&signal, SIGPIPE)
  var before = sigset_t()
  pthread_sigmask(SIG_BLOCK, &signal, &before)
  if write(pipe, bytes, bytes.count) < 0, errno == EPIPE {
    var waiting = sigset_t()
    sigpending(&waiting)
    var number: Int32 = 0
    if sigismember(&waiting, SIGPIPE) == 1 { sigwait(&signal, &number) }
  }
  pthread_sigmask(SIG_SETMASK, &before, nil)
}

// The C library's function, under a name that the method does not hide.
private func cPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }
