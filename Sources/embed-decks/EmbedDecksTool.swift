import Decks
import Foundation

/// Checks deck and data files and writes them as one Swift file.
///
/// Usage: `embed-decks OUTPUT.swift FILE…`. Faults go to standard error, where a build shows them;
/// with an error among them nothing is written and the exit code is 1.
@main
struct EmbedDecksTool {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first, arguments.count > 1 else {
      stop("usage: embed-decks OUTPUT.swift FILE…", code: 64)
    }
    var sources = DeckSources()
    for path in arguments.dropFirst() {
      do {
        sources.add(Array(try Data(contentsOf: URL(filePath: path))), path: path)
      } catch {
        stop("\(path): cannot be read: \(error.localizedDescription)", code: 66)
      }
    }
    let result = sources.check()
    for fault in result.faults { say(fault.description) }
    guard let content = result.content else { exit(1) }
    do {
      try Data(content.swiftSource.utf8).write(to: URL(filePath: output), options: .atomic)
    } catch {
      stop("\(output): cannot be written: \(error.localizedDescription)", code: 73)
    }
  }

  private static func say(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }

  private static func stop(_ line: String, code: Int32) -> Never {
    say(line)
    exit(code)
  }
}
