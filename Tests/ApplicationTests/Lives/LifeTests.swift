import Exchange
import Foundation
import Practice
import Store
import TestSupport
import Testing

@testable import Application

/// Lives with Starling, each from a seed: after each day everything that was said to be kept is there,
/// and all that is computed is what the truth comes to.
@Suite(.timeLimit(.minutes(60))) struct LifeTests {
  private static let campaign = Campaign("lives", whole: 25_000, slice: 4)
  /// As many at a time as there are processors for.
  private static let lanes: UInt64 = 2

  @Test(arguments: 0..<lanes) func whatWasToldIsKeptWhateverHappens(lane: UInt64) throws {
    let disk = FailingDisk()
    disk.waits(false)
    defer { disk.waits(true) }
    var (days, jumps, meddlings) = (0, 0, 0)
    var harms: [FailingDisk.Harm: Int] = [:]
    for seed in Self.campaign.seeds where seed % Self.lanes == lane {
      for life in try lives(seed: seed) {
        days += life.days
        jumps += life.jumps
        meddlings += life.meddlings
        harms.merge(life.harms) { $0 + $1 }
      }
    }
    print(
      "campaign lives: \(days) days, \(harms) on disk, \(meddlings) files taken away, \(jumps) clocks set"
    )
    #expect(days > 0)
    #if canImport(Glibc)
      #expect(!harms.isEmpty)
    #endif
  }

  /// Two people live for as many days, and exchange what they have.
  private func lives(seed: UInt64) throws -> [Life] {
    let people = try [Life("one", seed: seed), Life("two", seed: ~seed)]
    var generator = CaseGenerator(seed: seed &+ 1)
    for day in 0..<60 {
      for person in people {
        guard try person.live() else { continue }
        let faults = try person.faults()
        #expect(faults.isEmpty, "seed \(seed), day \(day): \(faults) after \(person.told)")
        if !faults.isEmpty { return people }
      }
      guard Int.random(in: 0..<10, using: &generator) == 0 else { continue }
      let isBack = Bool.random(using: &generator)
      let (taker, giver) = isBack ? (people[0], people[1]) : (people[1], people[0])
      try taker.take(giver)
      let faults = try taker.faults()
      #expect(
        faults.isEmpty, "seed \(seed), day \(day), after an import: \(faults) after \(taker.told)")
      if !faults.isEmpty { return people }
    }
    // Some of these are cut short.
    for _ in 0..<20 {
      try people[0].take(people[1])
      try people[1].take(people[0])
      if try people[0].archive(hasSettings: false) == people[1].archive(hasSettings: false) {
        break
      }
    }
    let both = try people.map { try $0.archive(hasSettings: false) }
    #expect(both[0] == both[1], "seed \(seed): the homes have not come to the same")
    for person in people { #expect(try person.recordFaults() == [], "seed \(seed)") }
    if let person = people.last {
      // What is taken out and in again is the same.
      let archive = try person.archive()
      let other = try Stage()
      other.setClock(max(person.latest, person.stage.clock.now.time))
      _ = try other.messages { try ArchiveImport(archive, path: "archive").run(in: other) }
      #expect(try other.workspace().archive().json == archive, "seed \(seed)")
    }
    return people
  }
}
