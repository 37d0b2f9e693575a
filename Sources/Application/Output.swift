package import Exchange
import Files
import Screen
import Synchronization

/// Data to standard output, messages to standard error; neither ever carries a control character
/// that came from a deck or a note.
///
/// Where the locale has no signs but those of ASCII, what is read here has no others, as on the screen;
/// what other programs read stays as it is.
package enum Output {
  /// Whether the locale has more signs than those of ASCII.
  package static let hasSigns = Environment.hasSigns

  /// Writes a line for whoever reads it here.
  ///
  /// - Throws: ``Failure`` when standard output takes no more. A reader that has gone away is no
  ///   failure: the command ends quietly.
  package static func line(_ text: String) throws {
    try write(shown(text.sanitised(keeping: [.newlines, .tabs])) + "\n")
  }

  /// Writes a line for other programs: a path, a value, a page in a format of its own.
  ///
  /// - Throws: as ``line(_:)``.
  package static func data(_ text: String) throws {
    try write(text.sanitised(keeping: [.newlines, .tabs]) + "\n")
  }

  /// Writes the path of a file, as a link where a terminal makes one of it.
  ///
  /// - Throws: ``Failure`` when standard output takes no more.
  package static func path(_ path: String) throws {
    guard collected == nil, FileLink.isTaken, let folder = Environment.folder else {
      return try data(path)
    }
    try write(FileLink.text(to: path, showing: path.sanitised(), from: folder) + "\n")
  }

  package static func json(_ value: JSONValue) throws { try write(value.text + "\n") }

  /// Writes a message; one that cannot be written has nobody to read it.
  package static func warn(_ text: String) {
    let message = "starling: " + text.sanitised(keeping: .newlines) + "\n"
    writeMessage(message)
  }

  /// Writes what this program alone has made, as it is, to standard error.
  package static func message(_ text: String) { writeMessage(text) }

  /// Writes columns, each as wide as its widest cell; the last is left as it is.
  package static func table(_ rows: [[String]]) throws {
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

  /// Writes things one below the other: as a table, or all that is known of each as JSON.
  ///
  /// - Parameters:
  ///   - things: the things.
  ///   - json: whether JSON is written.
  ///   - titles: what stands above the columns; nil for nothing.
  ///   - cells: a thing's row.
  ///   - fields: a thing as JSON.
  /// - Throws: ``Failure`` when standard output takes no more.
  static func list<Thing>(
    _ things: [Thing], asJSON json: Bool, titles: [String]? = nil, cells: (Thing) -> [String],
    fields: (Thing) -> JSONValue
  ) throws {
    try json
      ? self.json(.array(things.map(fields)))
      : table([titles].compactMap(\.self) + things.map(cells))
  }

  /// As it can be shown here; a test has the same everywhere.
  private static func shown(_ text: String) -> String {
    collected != nil || hasSigns ? text : text.inPlainSigns
  }

  private static func write(_ text: String) throws(Failure) {
    if let collected {
      return collected.withLock { $0.output += text }
    }
    do throws(SystemError) {
      try StandardStreams.write(text)
    } catch {
      if StandardStreams.isGone(error) { RunningProgram.end(0) }
      throw Failure(.inputOutput, "cannot write the output: \(error.name)")
    }
  }

  private static func writeMessage(_ text: String) {
    if let collected {
      return collected.withLock { $0.messages += text }
    }
    // One that cannot be written has nobody to read it.
    try? StandardStreams.writeMessage(shown(text))
  }

  // MARK: - For tests

  /// What would have been written.
  package struct Collected: Equatable, Sendable {
    package var output = ""
    package var messages = ""
  }

  /// Where it goes instead, while ``collecting(_:)`` runs something.
  private final class Collector: Sendable {
    private let collected = Mutex(Collected())

    func withLock<Value: Sendable>(_ body: (inout sending Collected) -> sending Value) -> Value {
      collected.withLock(body)
    }
  }

  @TaskLocal private static var collected: Collector?

  /// Runs something, and gives what it would have written with what it came to.
  package static func collecting<Value>(_ body: () throws -> Value) rethrows -> (
    value: Value, collected: Collected
  ) {
    let collector = Collector()
    let value = try $collected.withValue(collector) { try body() }
    return (value, collector.withLock { $0 })
  }
}
