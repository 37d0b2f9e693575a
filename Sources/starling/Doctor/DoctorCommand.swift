import Application
import ArgumentParser
import Files
import Practice
import Store
import Terminal

/// Checks what Starling lives on, and says what to do about each fault.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check database, decks, settings and terminal.")

  @Flag(
    help: "Compute every card's memory anew from its reviews, and mend what is odd in the database."
  )
  var rebuild = false

  func run() throws {
    let places = try Places(environment: Workspace.environment())
    let settings = SettingsFile.usable(in: places)
    if rebuild {
      var store = try Workspace(settings, in: places).store
      try mend(store)
      try store.fitByItself(at: SystemClock.now, isForced: true)
      let rebuilding = try store.rebuildMemory()
      let corrected = rebuilding.corrected.of("was", "were")
      try Output.line(
        "rebuilt   \(rebuilding.cards.of("card")) from \(rebuilding.reviews.of("review")); \(corrected) different"
      )
    }
    let terminal = TerminalType.current.map {
      TerminalDescription(name: $0.name, isDescribed: $0.isDescribed)
    }
    let findings = Findings(places, settings, terminal: terminal)
    for line in findings.lines { try Output.line(line) }
    if findings.faults > 0 { throw Failure(.faults) }
  }

  /// Takes out what Starling did not create, and brings right what is not as it should be.
  private func mend(_ store: Store) throws {
    let now = SystemClock.now
    let removal = try store.removeStrangers(at: now)
    let mending = try store.mend(at: now, copiedAs: removal?.copy)
    if let removal { try Output.line("removed   \(removal.things.joined(separator: ", "))") }
    if let made = mending?.made, !made.isEmpty {
      try Output.line("made      \(made.joined(separator: ", ")) anew")
    }
    if let values = mending?.values, !values.isEmpty {
      try Output.line("mended    \(values.map(\.description).firstFew)")
    }
    guard let copy = removal?.copy ?? mending?.copy else { return }
    let refusal =
      DatabaseFile(copy).refusal() == nil
      ? "" : ", but “starling restore” does not take what has that in it"
    try Output.line("kept      all as it was before is \(copy)\(refusal)")
  }
}
