import Exchange
import Files
import TUI

/// How the trainer has the machines meet.
extension Trainer {
  mutating func meet(_ body: (inout AutomaticSync) throws(Failure) -> Void) {
    do throws(Failure) {
      try body(&meeting)
    } catch {
      _ = app.update(.failed(error.message ?? "your machines cannot be brought together"))
    }
  }

  /// Says what a meeting came to that was asked for, and shows what came.
  mutating func takeMeeting(_ ending: AutomaticSync.Ending) throws {
    if ending.hasCome { try workspace.updateDecks() }
    if ending.isAsked {
      carryOut(app.update(.synced(ending.words, isProblem: ending.isProblem)))
    }
    if ending.hasCome { carryOut(app.renewal) }
  }

  /// Brings the machines together in a place, in the terminal, where git may ask; kept is one where they
  /// have met.
  mutating func setUpSync(_ place: String) throws -> Outcome {
    let text: String
    do throws(Failure) {
      // There is no shell here that would know it.
      let home = try workspace.surroundings.environment()["HOME"] ?? ""
      let named = try SyncPlace(place.hasPrefix("~/") ? home + place.dropFirst() : place)
      if case .folder(let path) = named, !Disk.has(path) {
        return .syncRefused("There is no folder \(path) yet: make it first, if that is the place.")
      }
      text = named.text
    } catch {
      return .syncRefused(error.message ?? "")
    }
    terminal.suspend { workspace.run(["sync", text]) }
    _ = try reopen()
    try workspace.updateDecks()
    guard workspace.settings.syncPlace == text else {
      return .syncRefused("Your machines could not meet there, for the reason that was just shown.")
    }
    return .sync(try workspace.syncFigures())
  }
}
