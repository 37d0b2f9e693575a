import Decks
import Files
import Foundation
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// What a meeting costs is what is new, and not what there was before.
@Suite struct SyncWorkTests {
  private let stages: [Stage]
  private let place: String

  init() throws {
    stages = [try Stage(), try Stage()]
    try stages[0].home.write("", to: "meet/.keep")
    place = stages[0].home.file("meet")
  }

  private func meet(_ index: Int, at other: String? = nil) throws -> Meeting.Outcome {
    let workspace = try stages[index].workspace()
    let place = other ?? place
    let meeting = try Meeting(workspace, at: .folder(place))
    let outcome = try meeting.meet(isDry: false, at: workspace.clock.now)
    try meeting.memory.keep(
      SyncMemory.Standing(
        place: place, here: outcome.here, there: outcome.there, at: 0, taken: outcome.taken))
    return outcome
  }

  private func grade(_ index: Int, _ card: String, minutes: Int) throws {
    let moment = Moment(
      time: Stage.evening.adding(milliseconds: Int64(minutes) * -60_000), utcOffset: 0)
    _ = try stages[index].workspace().store.record(
      Grading(
        card: CardID(deck: "d", card: card), moment: moment, grade: .good, wording: 0,
        mode: .spoken, duration: 90_000, textHash: nil))
  }

  @Test func afterAGradeOneLineIsMadeAndNothingIsRead() throws {
    for number in 1...200 { try grade(0, "C\(number)", minutes: number) }
    #expect(try meet(0).linesMade == 200)
    for number in 1...3 {
      try grade(0, "B", minutes: 500 + number)
      let outcome = try meet(0)
      #expect((outcome.linesMade, outcome.filesRead, outcome.went) == (1, 0, 1))
    }
    // The other gets all of it, and has nothing to add.
    let first = try meet(1)
    #expect((first.came, first.went, first.filesRead) == (203, 0, 4))
    // What somebody else has put there is read, and that alone; nothing is sent twice.
    try grade(1, "A", minutes: 900)
    #expect(try meet(1).went == 1)
    let read = try meet(0)
    #expect((read.came, read.went, read.filesRead, read.linesMade) == (1, 0, 1, 0))
    // Both have something new, of a card that both know.
    try grade(0, "C7", minutes: 901)
    try grade(1, "C7", minutes: 902)
    #expect(try meet(1).went == 1)
    let both = try meet(0)
    #expect((both.came, both.went, both.filesRead, both.linesMade) == (1, 1, 1, 1))
    #expect(try stages[0].workspace().store.staleShortcuts().isEmpty)
    let nothing = try meet(0)
    #expect((nothing.came, nothing.went, nothing.linesMade, nothing.filesRead) == (0, 0, 0, 0))
    #expect(!nothing.hasWritten)
  }

  /// What has come and says nothing here any more, as the later of two times at which one thing was taken back,
  /// is not read again.
  @Test func whatLosesAgainstWhatIsHereIsNotReadAgain() throws {
    try grade(0, "A", minutes: 10)
    for index in 0...1 { _ = try meet(index) }
    for index in 0...1 {
      let moment = Moment(
        time: Stage.evening.adding(milliseconds: Int64(index) * 60_000), utcOffset: 0)
      #expect(try stages[index].workspace().store.undoLast(at: moment) != nil)
    }
    // Both have put that there before they hear of each other, as where the folder is carried.
    let other = place + "-elsewhere"
    try FileManager.default.copyItem(atPath: place, toPath: other)
    _ = try meet(0)
    _ = try meet(1, at: other)
    let homes = place + "/starling-1", files = FileManager.default
    for home in try files.contentsOfDirectory(atPath: other + "/starling-1") {
      for name in (try? files.contentsOfDirectory(atPath: "\(other)/starling-1/\(home)")) ?? []
      where !files.fileExists(atPath: "\(homes)/\(home)/\(name)") {
        try? files.createDirectory(
          atPath: "\(homes)/\(home)", withIntermediateDirectories: true)
        try files.copyItem(
          atPath: "\(other)/starling-1/\(home)/\(name)", toPath: "\(homes)/\(home)/\(name)")
      }
    }
    for index in [0, 1, 0, 1] { _ = try meet(index) }
    for index in 0...1 {
      let outcome = try meet(index)
      #expect((outcome.came, outcome.went, outcome.filesRead) == (0, 0, 0), "\(index)")
    }
  }

  /// What was taken out of the place is put there again by whoever has it.
  @Test func aPlaceThatWasChangedIsLookedAtAsAWhole() throws {
    try grade(0, "A", minutes: 1)
    _ = try meet(0)
    try grade(0, "B", minutes: 2)
    let folder = SyncFolder(in: place, home: try stages[0].home.text(of: "sync/home"))
    for batch in try folder.contents().batches {
      try Disk.removeIfThere(folder.path(of: batch.file))
    }
    let outcome = try meet(0)
    #expect((outcome.went, outcome.linesMade) == (2, 2))
    #expect(try meet(1).came == 2)
  }

  /// A file that was changed where it lies is read again, and so is one that was not whole.
  @Test func aFileThatIsAnotherNowIsReadAgain() throws {
    try grade(0, "A", minutes: 1)
    _ = try meet(0)
    _ = try meet(1)
    try grade(0, "B", minutes: 2)
    _ = try meet(0)
    let folder = SyncFolder(in: place, home: try stages[0].home.text(of: "sync/home"))
    let batch = try #require(try folder.contents().batches.first { $0.lines[0].contains("d/B") })
    let bytes = try FileBytes.read(folder.path(of: batch.file), limit: 1 << 20)
    try Disk.removeIfThere(folder.path(of: batch.file))
    try FileReplacement(folder.path(of: batch.file)).write(Array(bytes.dropLast(5)))
    let half = try meet(1)
    #expect((half.came, half.unfinished) == (0, 1))
    // It is looked at each time until it is whole.
    #expect(try meet(1).unfinished == 1)
    try FileReplacement(folder.path(of: batch.file)).write(bytes)
    let whole = try meet(1)
    #expect((whole.came, whole.unfinished, whole.filesRead) == (1, 0, 1))
  }

  /// What means nothing yet, or waits for what it belongs to, is not taken for known.
  @Test func anUndoThatComesBeforeItsGradeIsNotPassedOver() throws {
    try grade(0, "A", minutes: 1)
    _ = try meet(0)
    try grade(0, "B", minutes: 2)
    _ = try meet(0)
    let folder = SyncFolder(in: place, home: try stages[0].home.text(of: "sync/home"))
    let batch = try #require(try folder.contents().batches.first { $0.lines[0].contains("d/B") })
    let bytes = try FileBytes.read(folder.path(of: batch.file), limit: 1 << 20)
    let store = try stages[0].workspace().store
    #expect(try store.undoLast(at: Moment(time: Stage.evening, utcOffset: 0)) != nil)
    _ = try meet(0)
    // What carries the folder is late with the grade.
    try Disk.removeIfThere(folder.path(of: batch.file))
    #expect(try meet(1).came == 1)
    try FileReplacement(folder.path(of: batch.file)).write(bytes)
    #expect(try meet(1).came == 2)
    let other = try stages[1].workspace().store
    #expect(try other.reviewCount() == 1 && other.belongings() == store.belongings())
  }

  /// A copy that was brought back has come as far by now as what was there before, and is another all the same.
  @Test func aHomeThatWasBroughtBackIsLookedAtAsAWhole() throws {
    for number in 1...3 { try grade(0, "A\(number)", minutes: 100 - number) }
    let (location, now) = (
      try stages[0].workspace().places.store, Moment(time: Stage.evening, utcOffset: 0)
    )
    let copy = try #require(try stages[0].workspace().store.makeCopy(.kept, at: now))
    for number in 1...2 { try grade(0, "B\(number)", minutes: 50 - number) }
    _ = try meet(0)
    _ = try Store.restore(from: copy, to: location, at: now)
    for number in 1...4 { try grade(0, "C\(number)", minutes: 20 - number) }
    let outcome = try meet(0)
    #expect((outcome.came, outcome.went) == (2, 4))
    #expect(try meet(1).came == 9)
  }

  /// Both are this machine: the beginning of what each home is called tells them apart, and names one.
  @Test func machinesOfOneNameAreToldApart() throws {
    for index in 0...1 {
      try grade(index, "A\(index)", minutes: index)
      _ = try meet(index)
    }
    let workspace = try stages[0].workspace()
    let meeting = try Meeting(workspace, at: .folder(place))
    let machines = try meeting.machines()
    #expect(machines.count == 2 && Set(machines.map(\.name)).count == 1)
    #expect(machines.allSatisfy { $0.title == "\($0.name) \($0.home.prefix(6))" })
    #expect(Set(machines.map(\.title)).count == 2)
    let other = try #require(machines.first { !$0.isThis })
    try meeting.reject(other.title)
    #expect(meeting.memory.rejected == [other.home])
  }

  @Test func aMachineOfANameOfItsOwnIsCalledByThatAlone() throws {
    _ = try meet(0)
    let meeting = try Meeting(stages[0].workspace(), at: .folder(place))
    let titles = SyncFolder.titles(of: try meeting.folder.homesAndThis())
    #expect(titles == [meeting.folder.home: MachineName.own])
  }
}
