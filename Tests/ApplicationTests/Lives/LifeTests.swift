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
  @Test func whatWasToldIsKeptWhateverHappens() throws {
    let campaign = Campaign("lives", whole: 25_000, slice: 2)
    var (days, crashes, jumps) = (0, 0, 0)
    for seed in campaign.seeds {
      let people = try [Life("one", seed: seed), Life("two", seed: ~seed)]
      var generator = CaseGenerator(seed: seed &+ 1)
      for day in 0..<40 {
        for person in people {
          try person.live()
          let faults = try person.faults()
          #expect(faults.isEmpty, "seed \(seed), day \(day): \(faults)")
          if !faults.isEmpty { return }
        }
        guard Int.random(in: 0..<5, using: &generator) == 0 else { continue }
        let isBack = Bool.random(using: &generator)
        let (taker, giver) = isBack ? (people[0], people[1]) : (people[1], people[0])
        try taker.take(giver)
        let faults = try taker.faults()
        #expect(faults.isEmpty, "seed \(seed), day \(day), after an import: \(faults)")
        if !faults.isEmpty { return }
      }
      for (taker, giver) in [(0, 1), (1, 0), (0, 1), (1, 0)] {
        try people[taker].take(people[giver])
      }
      let both = try people.map { try $0.archive(hasSettings: false) }
      #expect(both[0] == both[1], "seed \(seed): the homes have not come to the same")
      for person in people {
        // What is taken out and in again is the same.
        let archive = try person.archive()
        let other = try Stage()
        other.setClock(max(person.latest, person.stage.clock.now.time))
        _ = try other.messages { try ArchiveImport(archive, path: "archive").run(in: other) }
        #expect(try other.workspace().archive().json == archive, "seed \(seed)")
        days += person.days
        crashes += person.crashes
        jumps += person.jumps
      }
    }
    print("campaign lives: \(days) days, \(crashes) kills, \(jumps) clocks set")
    #expect(days > 0 && crashes > 0)
  }
}
