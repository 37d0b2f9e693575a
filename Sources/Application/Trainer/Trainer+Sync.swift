import Exchange
import Files
import TUI

extension Trainer {
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
