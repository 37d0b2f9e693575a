public import Glibc
import Testing

/// A program in a window of tmux: what a person sees of it, cell by cell.
///
/// The server is private to this object and ends with it.
public final class TmuxScreen {
  private let tmux: String
  private let socket: String
  private let environment: [String: String]
  private let home: TemporaryHome

  /// Opens a window of that size with a line for the shell running in it.
  ///
  /// The program gets the variables given, but for `TERM`, and tmux's own. The server's socket is in
  /// `home`, which is kept for as long as the screen.
  ///
  /// - Throws: ``TestFailure`` when tmux is missing or fails.
  public init(
    _ command: String, environment: [String: String], width: Int = 80, height: Int = 24,
    home: TemporaryHome
  ) throws {
    tmux = try ProgramPath.installed("tmux")
    self.home = home
    self.environment = environment
    var name = "tmux"
    while access(home.file(name), F_OK) == 0 { name += "-2" }
    socket = home.file(name)
    try home.write(
      """
      set -g default-terminal tmux-256color
      set -g default-shell /bin/sh
      set -g status off
      set -g remain-on-exit on
      set -g mode-keys vi
      set -s escape-time 0
      """, to: "\(name).conf")
    try tell(
      "-f", "\(socket).conf", "new-session", "-d", "-x", "\(width)", "-y", "\(height)", command)
  }

  deinit { _ = try? tell("kill-server") }

  /// Presses keys by tmux's names for them: `Enter`, `Space`, `C-z`, `Up`, `x`.
  public func press(_ keys: String...) throws {
    try tell(["send-keys"] + keys)
  }

  public func type(_ text: String) throws { try tell("send-keys", "-l", text) }

  public func resize(width: Int, height: Int) throws {
    try tell("resize-window", "-x", "\(width)", "-y", "\(height)")
  }

  /// The rows of the screen, without the blanks at their ends.
  public func text() throws -> String { try tell("capture-pane", "-p") }

  /// The screen, cell by cell.
  public func cells() throws -> ScreenCells {
    ScreenCells(try tell("capture-pane", "-p", "-e", "-N"))
  }

  /// A value of tmux's, such as `alternate_on`.
  public func value(_ name: String) throws -> String {
    String(try tell("display-message", "-p", "#{\(name)}").dropLast())
  }

  /// Waits until the screen shows a text.
  ///
  /// - Returns: the screen.
  /// - Throws: ``TestFailure`` when it does not.
  @discardableResult
  public func wait(for text: String) throws -> String {
    try wait(for: "“\(text)”") { $0.contains(text) }
  }

  /// Waits until a condition, which `description` names, holds for the screen's text.
  @discardableResult
  public func wait(for description: String, until isThere: (String) -> Bool) throws -> String {
    let deadline = Deadline(seconds: patience)
    while true {
      let screen = try text()
      if isThere(screen) { return screen }
      guard !deadline.hasPassed else {
        throw TestFailure("waited for \(description); there is:\n\(screen)")
      }
      deadline.nap()
    }
  }

  /// Waits until a value of tmux's is as given.
  public func wait(for name: String, toBe wanted: String) throws {
    let deadline = Deadline(seconds: patience)
    while try value(name) != wanted {
      guard !deadline.hasPassed else {
        throw TestFailure("\(name) is “\(try value(name))”, not “\(wanted)”")
      }
      deadline.nap()
    }
  }

  /// The column, from 0, in which the terminal has put a text that stands once on the screen.
  public func column(of text: String) throws -> Int? {
    try tell("copy-mode")
    defer { _ = try? tell("send-keys", "-X", "cancel") }
    try tell("send-keys", "-X", "top-line")
    try tell("send-keys", "-X", "start-of-line")
    try tell("send-keys", "-X", "search-forward-text", text)
    guard try value("search_present") == "1" else { return nil }
    return Int(try value("copy_cursor_x"))
  }

  /// The process in the window.
  public func processID() throws -> pid_t {
    guard let id = pid_t(try value("pane_pid")) else { throw TestFailure("tmux knows no process") }
    return id
  }

  @discardableResult
  private func tell(_ words: String...) throws -> String { try tell(words) }

  @discardableResult
  private func tell(_ words: [String]) throws -> String {
    let run = try CommandRun(tmux, ["-S", socket] + words, environment: environment)
    guard run.status == .exitCode(0) else {
      throw TestFailure("tmux \(words.first ?? ""): \(run.errors)")
    }
    return run.output
  }
}
