import Files
import Screen

/// How far long work is: a line on standard error that draws over itself, if that is a terminal.
package struct ProgressLine {
  package let subject: String
  private let isShown = StandardStreams.areErrorsTerminal
  private var percent = -1

  package init(_ subject: String) { self.subject = subject }

  /// Shows a share from 0 to 1.
  package mutating func show(_ share: Double) {
    let new = Int(share * 100)
    guard isShown, new != percent else { return }
    percent = new
    Output.message("\r\(subject) \(bar(share: share, width: 20)) \(new)% ")
  }

  /// Takes the line away.
  mutating func clear() {
    guard isShown, percent >= 0 else { return }
    percent = -1
    Output.message("\r\u{1B}[K")
  }
}

extension ProgressLine {
  /// Does work that takes a while: it shows how far it is, and Ctrl-C ends the program.
  ///
  /// - Parameters:
  ///   - subject: what is being done.
  ///   - message: what is said when the person stops it.
  ///   - body: the work; it tells the share done, goes on while the answer is true, and gives nil
  ///     when it was stopped.
  /// - Returns: what the work came to.
  /// - Throws: what the work throws.
  package static func during<Value>(
    _ subject: String, ifStopped message: String, _ body: ((Double) -> Bool) throws -> Value?
  ) throws -> Value {
    Interruption.watch()
    var line = ProgressLine(subject)
    let value = try body { share in
      line.show(share)
      return !Interruption.isWanted
    }
    line.clear()
    guard let value else {
      Output.warn(message)
      Interruption.end()
    }
    return value
  }
}
