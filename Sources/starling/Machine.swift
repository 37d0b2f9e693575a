import Application
import Files
import Practice
import Scheduler
import Screen

/// The machine itself.
struct Machine: Surroundings {
  let clock = WallClock(
    time: { Timestamp(milliseconds: MachineClock.milliseconds) },
    offset: { MachineClock.utcOffset(at: $0.milliseconds / 1000) }, zone: ZoneFiles.zone)
  var seconds: Double { MachineClock.seconds }

  func environment() throws(Failure) -> [String: String] {
    var variables: [String: String] = [:]
    for name in ["HOME", "STARLING_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"] {
      guard let value = Environment.value(name) else { continue }
      guard Environment.isText(name) else {
        throw Failure(
          .unavailable,
          "\(name) is “\(value)”, which is no UTF-8; set STARLING_HOME to a folder whose name is"
        )
      }
      variables[name] = value
    }
    return variables
  }

  /// A signal that asks Starling to end meanwhile asks the editor, too; see ``EditorRun``.
  func edit(_ path: String, line: Int?, with command: String) throws(Failure) {
    guard StandardStreams.isInputTerminal, StandardStreams.isOutputTerminal else {
      throw Failure(
        .unavailable, "your editor needs a terminal; without one, use: --from FILE")
    }
    let words = command.split(separator: " ")
    let program = words.first?.split(separator: "/").last.map(String.init) ?? ""
    var arguments = [path]
    if let line, Self.takesLine.contains(program) { arguments.insert("+\(line)", at: 0) }
    // The shell splits “code --wait” into words; the path is an argument, never part of the text.
    let end = EditorRun.run("/bin/sh", ["sh", "-c", "exec \(command) \"$@\"", "sh"] + arguments)
    if let signal = end.signal {
      var failure = Failure(.unavailable, "asked to end while your editor was open")
      failure.signal = signal
      throw failure
    }
    guard end.status == 0 else {
      throw Failure(
        .unavailable, "the editor “\(command)” did not work; set EDITOR to one that does")
    }
  }

  /// Editors that open a file at a line when given `+LINE` before it.
  private static let takesLine: Set<String> = [
    "vi", "vim", "nvim", "nano", "emacs", "emacsclient", "ed", "ex", "kak", "micro", "joe", "mg",
    "ne", "jed", "mcedit", "gvim",
  ]

  var isAtTerminal: Bool {
    StandardStreams.isInputTerminal && StandardStreams.isOutputTerminal
      && StandardStreams.areErrorsTerminal
  }

  func tell(_ text: String) { Output.message(text.sanitised(keeping: .newlines) + "\n") }

  func ask(_ prompt: String) -> String? {
    Output.message(prompt.sanitised())
    guard let line = readLine() else {
      // What comes next begins in a row of its own.
      Output.message("\n")
      return nil
    }
    return line
  }

  func isConfirmed(_ text: String) -> Bool {
    let key = StandardStreams.key { Output.warn(text) }
    return key == UInt8(ascii: "\n") || key == UInt8(ascii: "\r")
  }

  func start(_ command: String, on path: String) throws(Failure) -> any SoundProgram {
    try Companion(command, on: path)
  }

  func listen(_ command: String, to path: String) throws(Failure) -> any ListeningProgram {
    try Companion(command, listeningTo: path)
  }

  func say(_ text: String, with command: String) throws(Failure) -> any SpeakingProgram {
    try Companion(command, saying: text)
  }
}
