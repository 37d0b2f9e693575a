import TestSupport
import Testing

@testable import Records

/// Random histories of several homes, whose clocks differ and some of which were copied.
@Suite struct HistoryCampaignTests {
  @Test func whateverTheOrderTheStateIsTheSameAndThatOfAPlainReading() {
    let campaign = Campaign("histories", whole: 20_000, slice: 3000)
    for seed in campaign.seeds {
      var generator = CaseGenerator(seed: seed)
      let records = Self.history(&generator)
      let state = RecordState(records)
      var shuffled = records + records.prefix(3)
      shuffled.shuffle(using: &generator)
      let other = RecordState(shuffled)
      guard state.things == other.things else {
        Issue.record("seed \(seed): the order matters")
        continue
      }
      let plain = PlainReading(records)
      guard plain.things == state.things.filter({ $0.value.isThere }).mapValues(\.values),
        plain.conflicts
          == state.things.filter({ $0.value.isThere }).mapValues({ state in
            Set(state.conflicts.flatMap { field, values in values.map { "\(field) \($0.line)" } })
          }).filter({ !$0.value.isEmpty })
      else {
        Issue.record("seed \(seed): \(records.map(\.line))")
        continue
      }
    }
  }

  private struct Home {
    var skew: Int64
    var records: [Record] = []

    mutating func add(_ make: (Int64) -> Record, at moment: Int64) {
      var time = moment + skew
      var record = make(time)
      while records.contains(where: { $0.id == record.id }) {
        time += 1
        record = make(time)
      }
      records.append(record)
    }
  }

  private static func history(_ generator: inout CaseGenerator) -> [Record] {
    var homes = (0...Int.random(in: 0...2, using: &generator)).map { _ in
      Home(
        skew: [0, 0, 5, -5, 1_000_000_000, -1_000_000_000].randomElement(using: &generator) ?? 0)
    }
    for step in 0..<Int64.random(in: 4...24, using: &generator) {
      let index = homes.indices.randomElement(using: &generator) ?? 0
      let thing = ThingKey("stories", ["a", "b"].randomElement(using: &generator) ?? "")
      let field = ["title", "fit:TEAM"].randomElement(using: &generator) ?? ""
      let state = RecordState(homes[index].records)[thing]
      switch Int.random(in: 0..<20, using: &generator) {
      case 0..<10:
        let value = RecordValue.integer(.random(in: 0...3, using: &generator))
        let heads = (state.heads[field] ?? []).map(\.id)
        homes[index].add({ .set(field, of: thing, to: value, at: $0, replacing: heads) }, at: step)
      case 10..<13 where state.isKnown:
        homes[index].add({ .gone(thing, at: $0, of: state.allHeads) }, at: step)
      case 13..<15:
        let deletions = homes[index].records.filter {
          if case .gone = $0.change { true } else { false }
        }
        guard let one = deletions.randomElement(using: &generator) else { continue }
        homes[index].add({ .back(at: $0, of: [one.id]) }, at: step)
      case 15 where homes.count < 5: homes.append(homes[index])
      default:
        let other = homes.randomElement(using: &generator)?.records ?? []
        homes[index].records += other.filter { !homes[index].records.contains($0) }
      }
    }
    var all: [Record] = []
    for record in homes.flatMap(\.records) where !all.contains(record) { all.append(record) }
    return all
  }
}

/// The rules read as they are written, for each thing from all records anew.
private struct PlainReading {
  var things: [ThingKey: [String: RecordValue]] = [:]
  var conflicts: [ThingKey: Set<String>] = [:]

  init(_ records: [Record]) {
    var takenBack: Set<RecordID> = []
    var dead: Set<RecordID> = []
    var settings: [(record: Record, setting: Record.Setting)] = []
    for record in records {
      if case .back(let of) = record.change { takenBack.formUnion(of) }
      if case .set(let setting) = record.change { settings.append((record, setting)) }
    }
    for record in records {
      if case .gone(_, let of) = record.change, !takenBack.contains(record.id) {
        dead.formUnion(of)
      }
    }
    let heads = settings.filter { head in
      !settings.contains {
        $0.setting.thing == head.setting.thing && $0.setting.of.contains(head.record.id)
      }
    }
    for thing in Set(settings.map(\.setting.thing)) {
      let own = heads.filter { $0.setting.thing == thing }
      guard own.contains(where: { !dead.contains($0.record.id) }) else { continue }
      for field in Set(own.map(\.setting.field)) {
        let all = own.filter { $0.setting.field == field }
        let shown = all.max { ($0.record.at, $0.record.id) < ($1.record.at, $1.record.id) }
        things[thing, default: [:]][field] = shown?.setting.value
        for other in all where other.setting.value != shown?.setting.value {
          conflicts[thing, default: []].insert("\(field) \(other.setting.value?.line ?? "")")
        }
      }
    }
  }
}
