import Exchange
package import Files

/// What the program needs of the machine that it runs on, beside files: the clock, the person at the
/// keyboard, and the programs of theirs that it starts.
///
/// Tests have one of their own, so that all that the program does can be tried without a terminal.
package protocol Surroundings: Sendable {
  var clock: WallClock { get }
  /// Seconds of a clock that nobody sets, to time work with.
  var seconds: Double { get }

  /// What the environment says of where the person's files are.
  ///
  /// - Throws: ``Failure`` when a path is no UTF-8: another would be made in its place.
  func environment() throws(Failure) -> [String: String]

  /// Opens a file in an editor, and waits.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - line: the line to begin at, for editors known to take one.
  ///   - command: what the shell runs, with the file after it.
  /// - Throws: ``Failure`` when there is no terminal or no editor, or it fails.
  func edit(_ path: String, line: Int?, with command: String) throws(Failure)

  /// Whether there is somebody at a terminal who can be asked.
  var isAtTerminal: Bool { get }

  /// Says a line to whoever is at the terminal.
  func tell(_ text: String)

  /// Asks for a line.
  ///
  /// - Parameter prompt: what stands before it.
  /// - Returns: the line; nil once there is none to come.
  func ask(_ prompt: String) -> String?

  /// Says something, and waits for a key.
  ///
  /// - Returns: whether it was the Enter key; no when there is nobody to ask.
  func isConfirmed(_ text: String) -> Bool

  /// Starts a program that records or plays beside this one.
  ///
  /// - Parameters:
  ///   - command: what the shell runs, with the file after it.
  ///   - path: the file.
  /// - Returns: the program, running.
  /// - Throws: ``Failure`` when it cannot be started.
  func start(_ command: String, on path: String) throws(Failure) -> any SoundProgram

  /// Starts a program that prints what is said in a recording.
  ///
  /// - Parameters:
  ///   - command: what the shell runs, with the file after it.
  ///   - path: the file.
  /// - Returns: the program, running.
  /// - Throws: ``Failure`` when it cannot be started.
  func listen(_ command: String, to path: String) throws(Failure) -> any ListeningProgram

  /// Starts a program that says a text, which it gets as its input.
  ///
  /// - Parameters:
  ///   - text: what is to be said.
  ///   - command: what the shell runs.
  /// - Returns: the program, running.
  /// - Throws: ``Failure`` when it cannot be started.
  func say(_ text: String, with command: String) throws(Failure) -> any SpeakingProgram
}

extension Surroundings {
  /// Where the person's files are.
  ///
  /// - Throws: ``Failure`` when not even a home folder is known.
  package func places() throws(Failure) -> Places { try Places(environment: environment()) }

  /// The settings alone; the defaults where there are none to be used.
  func settings() throws(Failure) -> Settings { try SettingsFile.usable(in: places()).settings }
}

/// A program that records or plays beside this one, and ends with it.
package protocol SoundProgram {
  /// Whether it has not ended yet.
  mutating func isRunning() -> Bool

  /// How it ended by itself, 0 if well; nil while it runs.
  var status: Int32? { get }

  /// Holds it still, or lets it go on.
  func hold(_ isHeld: Bool)

  /// Asks it to end, and waits for that at most so long, in milliseconds; with `deletes` the file that
  /// it works on goes as soon as nobody writes to it.
  mutating func stop(within milliseconds: Int, deletes: Bool)
}

/// A program that prints what is said in a recording.
package protocol ListeningProgram: SoundProgram {
  /// What it has printed since this was asked last.
  mutating func read(atMost limit: Int) -> [UInt8]
}

/// A program that says something.
package protocol SpeakingProgram: SoundProgram {
  /// Ends it at once.
  mutating func silence()
}

extension Companion: ListeningProgram, SpeakingProgram {}
