import Files
import Screen

/// The person's own editor, for texts that are better written there.
struct Editor {
  /// What the shell runs, with the file after it.
  private let command: String

  /// - Parameter setting: the command that the person wants; empty means `$VISUAL`, `$EDITOR` or
  ///   `vi`.
  init(_ setting: String) {
    command =
      setting.isEmpty
      ? Self.variable("VISUAL") ?? Self.variable("EDITOR") ?? "vi" : setting
  }

  /// Opens a file in the editor, and waits.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - line: the line to begin at, for editors known to take one.
  ///
  /// A signal that asks Starling to end meanwhile asks the editor, too; see ``EditorRun``.
  ///
  /// - Throws: ``Failure`` when there is no terminal or no editor, or it fails.
  func open(_ path: String, line: Int? = nil) throws(Failure) {
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

  private static func variable(_ name: String) -> String? {
    Environment.value(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
