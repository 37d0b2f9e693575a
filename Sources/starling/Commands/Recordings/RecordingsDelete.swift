import Application
import ArgumentParser
import Practice

struct RecordingsDelete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Delete recorded answers for good.")

  @Argument(help: "Their names or the starts of them, or cards as DECK/CARD.")
  var names: [String] = []

  @Flag(help: "All of them.")
  var all = false

  func validate() throws {
    if names.isEmpty != all { throw ValidationError("name recordings, or give --all.") }
  }

  func run() throws {
    let recordings = try Recordings.own()
    var doomed: [Recording] = []
    // All are known before any goes.
    for name in all ? [nil] : names.map(Optional.some) {
      doomed += try recordings.named(name).filter { !doomed.contains($0) }
    }
    for recording in doomed { try recordings.delete(recording) }
    Output.warn("deleted \(doomed.count.of("recording"))")
  }
}
