import Decks
import Exchange
package import Files
import Practice
import TUI

extension Recordings {
  /// The person's own, without opening anything else.
  package init(in surroundings: any Surroundings) throws(Failure) {
    self.init(folder: try surroundings.places().recordings)
  }

  /// Lists them, the newest first.
  package func list(asJSON json: Bool, by clock: WallClock) throws {
    let all = try all()
    if all.isEmpty, !json { return Output.warn("there are no recordings") }
    try Output.list(
      all, asJSON: json, titles: ["NAME", "RECORDED", "CARD", "SIZE"],
      cells: {
        [
          $0.name, DateText.dayAndTime(clock.moment(at: $0.time)), $0.card.description,
          "\(($0.size + 1023) / 1024) KiB",
        ]
      },
      fields: {
        .object([
          "name": .string($0.name), "card": .string($0.card.description),
          "recorded_at": .string(ISO8601.text($0.time)), "bytes": .int($0.size),
          "path": .string($0.path),
        ])
      })
  }

  /// Plays the newest of those that a name means, and waits for its end.
  package func play(_ name: String?, in surroundings: any Surroundings) throws {
    let recording = try named(name)[0]
    let player = try surroundings.settings().player
    guard !player.isEmpty else {
      throw Failure(
        .unavailable,
        "“starling config programs.player 'aplay -q'” sets what plays \(recording.path)")
    }
    var program = try surroundings.start(player, on: recording.path)
    while program.isRunning() { RunningProgram.wait(milliseconds: 20) }
  }

  /// Deletes those that are named, for good, and erases their words; none named means all.
  ///
  /// - Parameters:
  ///   - names: which; none means all.
  ///   - isSure: whether nothing is to be asked where words go, too.
  ///   - surroundings: the machine.
  /// - Throws: ``Failure`` and ``StoreError``.
  package func delete(_ names: [String], isSure: Bool, in surroundings: any Surroundings) throws {
    var doomed: [Recording] = []
    // All are known before any goes.
    for name in names.isEmpty ? [nil] : names.map(Optional.some) {
      doomed += try named(name).filter { !doomed.contains($0) }
    }
    let erasing = RecordedWords(of: doomed, in: surroundings)
    if !isSure, erasing.count > 0, try !erasing.isWanted() {
      return Output.warn("nothing was deleted")
    }
    let left = try erasing.erase()
    for recording in doomed { try delete(recording) }
    let words =
      erasing.count > 0 ? ", and the words of \(erasing.count.of("answer")) are erased" : ""
    Output.warn("deleted \(doomed.count.of("recording"))\(words)")
    for path in left { Output.warn("not in \(path)") }
    guard left.isEmpty else {
      throw Failure(.inputOutput, "some files could not be changed: they are named above")
    }
  }

  /// The recordings with a name, or the start of it, or at a card; all of them where there is none.
  ///
  /// - Returns: the newest first, at least one.
  /// - Throws: ``Failure`` when there is none.
  func named(_ name: String?) throws(Failure) -> [Recording] {
    let found = try all().filter { recording in
      guard let name else { return true }
      return recording.card.description == name || !name.isEmpty && recording.name.hasPrefix(name)
    }
    guard !found.isEmpty else {
      throw Failure(
        .noInput,
        name.map { "there is no recording “\($0)”; “starling recordings” lists them" }
          ?? "there are no recordings")
    }
    return found
  }
}
