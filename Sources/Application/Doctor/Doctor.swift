import Files
import Practice
import Store

/// Checks what the program lives on, and says what to do about each fault.
package enum Doctor {
  /// - Parameters:
  ///   - rebuilds: whether what is odd in the database is mended before, and all memory computed anew.
  ///   - terminal: the terminal; nil where `TERM` names none.
  ///   - surroundings: the machine.
  /// - Throws: ``Failure`` when there are faults, and what stands in the way of mending.
  package static func run(
    rebuilds: Bool, terminal: TerminalDescription?, in surroundings: any Surroundings
  ) throws {
    let places = try surroundings.places()
    let settings = SettingsFile.usable(in: places)
    if rebuilds { try rebuild(Workspace(settings, in: places, surroundings)) }
    let findings = Findings(places, settings, terminal: terminal, surroundings)
    for line in findings.lines { try Output.line(line) }
    if findings.faults > 0 { throw Failure(.faults) }
  }

  private static func rebuild(_ workspace: Workspace) throws {
    var store = workspace.store
    let now = workspace.clock.now
    try mend(store, at: now)
    try store.fitByItself(at: now, isForced: true)
    let rebuilding = try store.rebuildMemory()
    let corrected = rebuilding.corrected.of("was", "were")
    try Output.line(
      "rebuilt   \(rebuilding.cards.of("card")) from \(rebuilding.reviews.of("review")); \(corrected) different"
    )
  }

  /// Takes out what Starling did not create, and brings right what is not as it should be.
  private static func mend(_ store: Store, at now: Moment) throws {
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
