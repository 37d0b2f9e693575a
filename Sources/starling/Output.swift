import Exchange
import Files
import Screen
import Terminal

/// Data to standard output, messages to standard error; neither ever carries a control character
/// that came from a deck or a note.
enum Output {
  /// Writes a line of data.
  ///
  /// - Throws: ``Failure`` when standard output takes no more. A reader that has gone away is no
  ///   failure: the command ends quietly.
  static func line(_ text: String) throws {
    try write(text.sanitised(keeping: [.newlines, .tabs]) + "\n")
  }

  static func json(_ value: JSONValue) throws { try write(value.text + "\n") }

  /// Writes a message; one that cannot be written has nobody to read it.
  static func warn(_ text: String) {
    let message = "starling: " + text.sanitised(keeping: .newlines) + "\n"
    try? StandardStreams.writeMessage(message)
  }

  /// Writes what this program alone has made, as it is, to standard error.
  static func message(_ text: String) { try? StandardStreams.writeMessage(text) }

  /// Writes columns, each as wide as its widest cell; the last is left as it is.
  static func table(_ rows: [[String]]) throws {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].sanitised().displayWidth : 0 }.max() ?? 0
    }
    for row in rows {
      let cells = row.enumerated().map { index, cell in
        index == row.count - 1 ? cell.sanitised() : cell.sanitised().padded(to: widths[index])
      }
      try line(cells.joined(separator: "  "))
    }
  }

  private static func write(_ text: String) throws(Failure) {
    do throws(SystemError) {
      try StandardStreams.write(text)
    } catch {
      if StandardStreams.isGone(error) { RunningProgram.end(0) }
      throw Failure(.inputOutput, "cannot write the output: \(error.name)")
    }
  }
}
