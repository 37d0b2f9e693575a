import Practice
import Scheduler
import Screen

@testable import TUI

extension AppFixture {
  static let settings = SettingsListing(
    lines: [
      SettingLine(
        name: "practice.minutes", value: "35", standard: "20",
        help: "Minutes of a day's session", range: "a number from 1 to 240", before: "30",
        after: "40", isTyped: true),
      SettingLine(
        name: "practice.day_start", value: "4", standard: "4",
        help: "The hour at which a day begins", range: "a whole number from 0 to 23", before: "3",
        after: "5", isTyped: true),
      SettingLine(
        name: "memory.model", value: "fsrs-6", standard: "fsrs-6",
        help: "The memory model; the reviews stay, dates follow it", range: "fsrs-6 or fsrs-7",
        before: nil, after: "fsrs-7", isTyped: false),
      SettingLine(
        name: "programs.editor", value: "emacsclient --alternate-editor=vi --create-frame",
        standard: "", help: "Your editor; empty is $VISUAL, $EDITOR or vi",
        range: "a command in one line", before: nil, after: nil, isTyped: true),
    ], path: "/home/kim/.config/starling/config.yaml", faults: [])

  mutating func showSettings(_ changes: KeyChanges = KeyChanges(), faults: [String] = []) {
    var listing = Self.settings
    listing.faults = faults
    _ = app.update(
      .settings(
        listing,
        SettingsInForce(
          schedule: Schedule(model: FSRS6()), daily: SessionRequest(minutes: 35, seed: 7),
          keyChanges: changes)))
  }
}
