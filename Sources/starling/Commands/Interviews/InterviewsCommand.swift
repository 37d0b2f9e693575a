import ArgumentParser
import Campaign
import Exchange
import Files
import Practice
import Scheduler
import Store
import TUI

/// Keeps the interviews that the plan goes to.
struct InterviewsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interviews", abstract: "Add, list, show and delete interviews.",
    subcommands: [
      InterviewsList.self, InterviewsAdd.self, InterviewsShow.self, InterviewsEdit.self,
      InterviewsDelete.self,
    ],
    defaultSubcommand: InterviewsList.self)
}

extension Interview {
  var start: Timestamp { Timestamp(milliseconds: startsAt) }

  /// `2026-11-26 14:00`.
  var localStart: String {
    let moment = SystemClock.moment(at: start)
    return "\(moment.day(startHour: 0)) \(DateText.time(moment))"
  }

  /// Local days from today until it; negative once its day is over.
  func daysLeft(from now: Moment, startHour: Int) -> Int {
    SystemClock.moment(at: start).day(startHour: startHour) - now.day(startHour: startHour)
  }

  /// What is known of it, for listings.
  func json(from now: Moment, startHour: Int) -> [(key: String, value: JSONValue)] {
    [
      ("employer", .string(employer)), ("round", .int(round)),
      ("starts_at", .string(ISO8601.text(start))),
      ("days_left", .int(daysLeft(from: now, startHour: startHour))),
    ]
  }

}

extension Kept<Interview> {
  /// What is known of it, for listings, with the number that it is kept under.
  func listing(from now: Moment, startHour: Int) -> JSONValue {
    .object([("id", .int(Int(id.value)))] + thing.json(from: now, startHour: startHour))
  }
}

extension Workspace {
  /// The interviews that an argument names: by number, else all with that employer.
  ///
  /// - Throws: ``Failure`` if there is none.
  func interviews(named name: String) throws -> [Kept<Interview>] {
    let all = try store.interviews()
    let found = all.filter { $0.id.description == name }
    let matching = found.isEmpty ? all.filter { $0.thing.isWith(name) } : found
    guard !matching.isEmpty else {
      throw Failure(
        .badData, "there is no interview “\(name)”; “starling interviews list” names them")
    }
    return matching
  }
}
