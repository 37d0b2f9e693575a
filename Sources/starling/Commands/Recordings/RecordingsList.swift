import Application
import ArgumentParser
import Decks
import Exchange
import Practice
import TUI

struct RecordingsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the recorded answers, the newest first.")

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let all = try Recordings.own().all()
    guard !json else {
      return try Output.json(
        .array(
          all.map {
            .object([
              ("name", .string($0.name)), ("card", .string($0.card.description)),
              ("recorded_at", .string(ISO8601.text($0.time))), ("bytes", .int($0.size)),
              ("path", .string($0.path)),
            ])
          }))
    }
    if all.isEmpty { return Output.warn("there are no recordings") }
    try Output.table(
      [["NAME", "RECORDED", "CARD", "SIZE"]]
        + all.map {
          [
            $0.name, DateText.dayAndTime(SystemClock.moment(at: $0.time)), $0.card.description,
            "\(($0.size + 1023) / 1024) KiB",
          ]
        })
  }
}
