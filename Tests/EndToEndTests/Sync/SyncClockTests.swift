import Foundation
import TestSupport
import Testing

/// One machine's clock is a year ahead of the others'.
@Suite(.timeLimit(.minutes(20)), .enabled(if: MovedClock.isInstalled, "it needs libfaketime"))
struct SyncClockTests {
  /// The clock of `ahead`, and that of `later` when a year has gone by.
  private static let nextYear = MovedClock(time: "2028-01-10 12:00:00")
  private static let now = MovedClock(time: "2027-01-05 12:00:00")
  private static let later = MovedClock(time: "2028-01-20 12:00:00")

  private var homes: SyncHomes

  init() throws {
    homes = try SyncHomes()
    homes.clocks = ["ahead": Self.nextYear, "right": Self.now]
    try homes.done("right", "stories", "add", "Depot")
    try homes.done("right", "sync", homes.place)
    try homes.done("ahead", "sync", homes.place)
  }

  private func situation(_ name: String) throws -> String {
    try homes.done(name, "stories", "show", "Depot").split(separator: "\n").map(String.init)
      .first { $0.hasPrefix("Situation:") } ?? ""
  }

  private func edit(_ name: String, _ text: String) throws {
    try homes.done(
      name, "stories", "edit", "Depot", "--from", "-", input: "title: Depot\nsituation: \(text)\n")
  }

  /// A grade of a time to come would take its card out of the plan: it is named, stays in the folder, and comes
  /// in its time; all else goes on meanwhile.
  @Test mutating func itsGradesWaitForTheirTimeAndAreNotLost() throws {
    try homes.done("ahead", "grade", "star-people/PE-01", "good")
    try edit("ahead", "Ahead.")
    try homes.done("ahead", "sync")
    let lines = try homes.lines(in: homes.place)
    for _ in 0..<2 {
      let run = try homes.run("right", ["sync"])
      #expect(run.status == .exitCode(0))
      #expect(
        run.errors.contains(
          "is ahead: answers and grades from there are dated up to Mon 10 Jan 2028"))
      #expect(run.errors.contains("come when it is that time"), "\(run.errors)")
    }
    #expect(try !homes.export("right").contains("PE-01"))
    #expect(try situation("right").contains("Ahead."))
    // What others do reaches it all the same.
    try homes.done("right", "grade", "star-people/PE-02", "hard")
    try homes.done("right", "sync")
    try homes.done("ahead", "sync")
    #expect(try homes.export("ahead").contains("PE-02"))
    #expect(try lines.isSubset(of: homes.lines(in: homes.place)))
    // A year later it comes by itself, though nothing in the folder has changed.
    homes.clocks["right"] = Self.later
    let come = try homes.run("right", ["sync"])
    #expect(come.output.contains("1 record came from "), "\(come.output)\(come.errors)")
    #expect(!come.errors.contains("ahead"))
    homes.clocks["ahead"] = Self.later
    for name in ["right", "ahead", "right"] { try homes.done(name, "sync") }
    #expect(try homes.export("right") == homes.export("ahead"))
  }

  /// The later date is shown only until somebody who knows of it writes anew, whatever their clock says.
  @Test mutating func itDoesNotWinForEver() throws {
    try edit("ahead", "Ahead.")
    try homes.done("ahead", "sync")
    try edit("right", "Right.")
    #expect(try homes.done("right", "sync").contains("1 wording was changed on both sides"))
    #expect(try situation("right").contains("Ahead."))
    let list = try homes.done("right", "sync", "--conflicts")
    #expect(list.contains("Right.") && list.contains("Ahead."))
    try homes.done("right", "sync", "--conflicts", "--keep", "2")
    try homes.done("right", "sync")
    try homes.done("ahead", "sync")
    for name in ["right", "ahead"] {
      #expect(try situation(name).contains("Right."))
      #expect(try homes.done(name, "sync", "--conflicts") == "nothing was changed on both sides\n")
    }
    // Likewise when its own clock is right again.
    homes.clocks["ahead"] = Self.now
    try edit("ahead", "Settled.")
    try homes.done("ahead", "sync")
    try homes.done("right", "sync")
    #expect(try situation("right").contains("Settled."))
  }

  @Test func theStatusAndTheScreenNameTheClock() throws {
    try homes.done("ahead", "grade", "star-people/PE-01", "good")
    try homes.done("ahead", "sync")
    let json = try homes.done("right", "sync", "--status", "--json")
    #expect(json.contains("\"last_change_at\": \"2028-01-10T12:"), "\(json)")
  }
}
