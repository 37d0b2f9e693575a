import Exchange
import Files
import Screen
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
    let isSetUp = ending.place != nil && !ending.isProblem
    if isSetUp { _ = try reopen() }
    if ending.hasCome { try workspace.updateDecks() }
    if ending.isAsked {
      carryOut(
        app.update(
          .synced(
            isSetUp ? "Sync is set up: \(ending.words)." : ending.words,
            isProblem: ending.isProblem)))
    }
    if ending.hasCome || isSetUp { carryOut(app.renewal) }
  }

  /// Brings the machines together in a place, and keeps it where they have met: in a folder beside the screen,
  /// by git in the terminal, where it may ask.
  mutating func setUpSync(_ place: String) throws -> Outcome {
    let text: String
    do throws(Failure) {
      // There is no shell here that would know it.
      let home = try workspace.surroundings.environment()["HOME"] ?? ""
      let named = try SyncPlace(place.hasPrefix("~/") ? home + place.dropFirst() : place)
      if named.isMissing {
        return .syncRefused(
          "There is no folder \(named.text) yet: make it first, if that is the place.")
      }
      text = named.text
      if case .folder = named, try meeting.begin(in: text) { return .done }
    } catch {
      return .syncRefused(error.message ?? "")
    }
    let width = terminal.size.width
    let hasMet = terminal.suspend { workspace.syncHere(in: text, width: width) }
    _ = try reopen()
    try workspace.updateDecks()
    guard hasMet, workspace.settings.syncPlace == text else {
      return .syncRefused("Your machines could not meet there, for the reason that was just shown.")
    }
    return .sync(try workspace.syncFigures())
  }
}
