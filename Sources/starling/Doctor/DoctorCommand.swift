import ArgumentParser
import Practice
import Store

/// Checks what Starling lives on, and says what to do about each fault.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check database, decks, settings and terminal.")

  @Flag(help: "Compute every card's memory anew from its reviews.")
  var rebuild = false

  func run() throws {
    let places = try Places(environment: Workspace.environment())
    let settings = SettingsFile.usable(in: places)
    if rebuild {
      let store = try Workspace(settings).store
      if let removal = try store.removeStrangers(at: SystemClock.now) {
        let copy =
          removal.copy.map {
            "; all as it was before is kept as \($0), but “starling restore” does not take what has that in it"
          } ?? ""
        try Output.line("removed   \(removal.things.joined(separator: ", "))\(copy)")
      }
      let rebuilding = try store.rebuildMemory()
      let corrected = rebuilding.corrected.of("was", "were")
      try Output.line(
        "rebuilt   \(rebuilding.cards.of("card")) from \(rebuilding.reviews.of("review")); \(corrected) different"
      )
    }
    let findings = Findings(places, settings)
    for line in findings.lines { try Output.line(line) }
    if findings.faults > 0 { throw Failure(.faults) }
  }
}
