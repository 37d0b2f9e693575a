public import Testing

/// A program in a pseudo-terminal, and everything that it has written there.
public final class ProgramSession {
  public let terminal: PseudoTerminal
  public let process: ChildProcess
  private var bytes: [UInt8] = []
  /// How much had been written when the last key was pressed.
  private var lastKey = 0

  /// Starts the program at a path with no variables but those given; `home` is kept for as long as
  /// the session.
  ///
  /// - Throws: ``TestFailure`` when it cannot be started.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String],
    columns: Int = 80, rows: Int = 24, home: TemporaryHome
  ) throws {
    self.home = home
    terminal = try PseudoTerminal(columns: columns, rows: rows)
    process = try ChildProcess(
      program, arguments, environment: environment, files: .terminal(terminal.path))
  }

  private let home: TemporaryHome

  /// Everything written so far.
  public var output: String { String(decoding: bytes, as: UTF8.self) }

  /// What was written after the last key.
  public var answer: String { String(decoding: bytes[lastKey...], as: UTF8.self) }

  /// Presses keys; ``wait(for:seconds:)`` then looks only at what comes after.
  public func type(_ text: String) {
    while read(milliseconds: 0) {}
    lastKey = bytes.count
    terminal.type(text)
  }

  /// Presses keys and waits for their effect.
  public func type(_ text: String, andWaitFor effect: String) throws {
    type(text)
    try wait(for: effect)
  }

  /// Waits until the program has written a text since the last key.
  ///
  /// ncurses sends only what differs from the screen before, so the text should be one that has
  /// little in common with what stood in its place.
  ///
  /// - Throws: ``TestFailure`` when the text does not come.
  public func wait(for text: String, seconds: Double = patience) throws {
    let deadline = Deadline(seconds: seconds)
    while !answer.contains(text) {
      guard read(milliseconds: deadline.milliseconds) else {
        throw TestFailure("waited for “\(text)”; there came: \(answer.debugDescription)")
      }
    }
  }

  /// Waits until the program has ended, and reads the last of what it wrote.
  public func exitStatus() throws -> ExitStatus {
    let deadline = Deadline(seconds: patience)
    // Read meanwhile, because a program whose output nobody takes cannot end.
    while process.exitStatus() == nil, !deadline.hasPassed { _ = read(milliseconds: 5) }
    let status = try process.wait(seconds: 0)
    while read(milliseconds: 0) {}
    return status
  }

  private func read(milliseconds: Int32) -> Bool {
    let new = terminal.read(milliseconds: milliseconds)
    bytes += new
    return !new.isEmpty
  }
}
