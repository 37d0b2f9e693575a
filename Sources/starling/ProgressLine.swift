import Glibc
import Screen

/// How far long work is: a line on standard error that draws over itself, if that is a terminal.
struct ProgressLine {
  let subject: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private var percent = -1

  init(_ subject: String) { self.subject = subject }

  /// Shows a share from 0 to 1.
  mutating func show(_ share: Double) {
    let new = Int(share * 100)
    guard isShown, new != percent else { return }
    percent = new
    Output.message("\r\(subject) \(bar(share: share, width: 20)) \(new) % ")
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown, percent >= 0 else { return }
    percent = -1
    Output.message("\r\u{1B}[K")
  }
}
