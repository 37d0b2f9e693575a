import Campaign
import Decks
import GRDB
import Practice
import Scheduler
import TestSupport
import Testing

@testable import Store

/// Random scripts of changes and of takings back, beside a plain model: a pile of how everything was before
/// each step that counts.
@Suite struct UndoCampaignTests {
  @Test func whateverIsDoneAndTakenBackAllIsAsItWas() throws {
    for seed in Campaign("undo", whole: 400, slice: 24).seeds {
      var script = try Script(seed: seed)
      for step in 0..<40 {
        let what = try script.step()
        let faults = try script.store.recordFaults() + script.difference()
        guard faults.isEmpty else {
          Issue.record("seed \(seed), step \(step), \(what): \(faults)")
          break
        }
      }
    }
  }
}

private struct Script {
  private let fixture = StoreFixture()
  let store: Store
  private var random: CaseGenerator
  /// What everything looked like before each step that was not taken back yet.
  private var before: [String] = []
  private var now: String
  private var clock = StoreFixture.noon(day: 0)
  private var words = 0

  init(seed: UInt64) throws {
    random = CaseGenerator(seed: seed)
    store = try fixture.open()
    now = try Self.sight(store)
  }

  /// What a person sees of all that is kept; a number that was given is part of it.
  private static func sight(_ store: Store) throws -> String {
    let notebook = try store.notebook()
    let memories = try store.memories(of: nil, by: store.schedule).map {
      "\($0.card) \($0.memory.map { "\($0)" } ?? "")"
    }
    let states = try store.reading { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT card || ' ' || is_suspended || ' ' || ifnull(buried_until_day, '')
          FROM card_states WHERE is_suspended OR buried_until_day IS NOT NULL ORDER BY card
          """)
    }
    let notes = try store.notes().map { "\($0.key) \($0.value)" }.sorted()
    let stories = notebook.stories.map { story in
      "\(story.thing.with { $0.fits = [:] }) "
        + story.fits.map { "\($0.key) \($0.value)" }.sorted().joined(separator: " ")
    }
    var plain = notebook
    plain.stories = []
    return "\(plain)\n\(stories)\n\(memories)\n\(states)\n\(notes)"
  }

  /// How what is seen differs from the model; empty if it does not.
  func difference() throws -> [String] {
    let seen = try Self.sight(store)
    return seen == now ? [] : [Difference(now, seen).text]
  }

  mutating func step() throws -> String {
    clock.time = clock.time.adding(milliseconds: Int64.random(in: 1...9_000_000, using: &random))
    guard Int.random(in: 0..<10, using: &random) < 6 || before.isEmpty else {
      let taken = try store.undoLastAction(at: clock)
      guard let last = before.popLast() else { return "nothing" }
      now = last
      return "undo \(String(describing: taken))"
    }
    let what = try change()
    let seen = try Self.sight(store)
    // What changes nothing is no step.
    if seen != now { before.append(now) }
    now = seen
    return what
  }

  private mutating func word() -> String {
    words += 1
    return "w\(words)"
  }

  private mutating func one<Thing>(_ things: [Thing]) -> Thing? {
    things.randomElement(using: &random)
  }

  private mutating func bringBack() throws -> String {
    let all = try store.deleted(at: clock.time)
    guard let deleted = one(all) else { return "none deleted" }
    do {
      _ = try store.bringBack(deleted, at: clock)
    } catch StoreError.refused {
      return "refused \(deleted.title)"
    }
    return "back \(deleted.title)"
  }

  private mutating func change() throws -> String {
    let notebook = try store.notebook()
    let card = CardID(deck: "d", card: one(["A", "B", "C"]) ?? "A")
    let employer = one(["Acme", "Blow", "Coop"]) ?? "Acme"
    switch Int.random(in: 0..<16, using: &random) {
    case 0:
      _ = try store.record(
        Grading(
          card: card, moment: clock, grade: one(Grade.allCases) ?? .good, wording: 0, mode: .spoken,
          duration: 9000, textHash: nil))
      return "grade"
    case 1:
      try store.setNote(one(["", word()]) ?? "", on: card, at: clock.time)
      return "note"
    case 2:
      try store.setSuspended(card, to: Bool.random(using: &random))
      return "suspend"
    case 3:
      try store.setBuried(card, until: one([nil, Day(number: 30_000)]) ?? nil)
      return "bury"
    case 4:
      let start = StoreFixture.noon(day: Int.random(in: 0..<9, using: &random)).time.milliseconds
      var round = Interview(employer: employer, round: 1, startsAt: start)
      round.people = notebook.people(at: employer).map(\.id)
      if Bool.random(using: &random) { round.addNewcomer(word()) }
      _ = try store.keep([Item(round)])
      return "round"
    case 5:
      let story = Story(title: word()).with {
        $0.fits = ["TEAM": .strong]
        $0.figures = [Story.Figure(text: word())]
      }
      _ = try store.keep([Item(story)])
      return "story"
    case 6:
      guard var story = one(notebook.stories) else { return "no story" }
      story.headline = word()
      story.fits = one([["CUST": .stretch], ["TEAM": .workable, "LEAD": .strong], [:]]) ?? [:]
      story.figures.append(Story.Figure(text: word(), isNotToClaim: true))
      _ = try store.keep([Item(story)])
      return "edited story"
    case 7:
      guard let round = one(notebook.interviews), let story = one(notebook.stories) else {
        return "nothing to log"
      }
      var entry = LogEntry(interview: round.id, text: word())
      (entry.story, entry.asker) = (story.id, round.people.first)
      _ = try store.keep([
        Item(entry), Item(Telling(story: story.id, interview: round.id)),
        Item(Promise(interview: round.id, text: word())),
      ])
      return "log"
    case 8:
      var doubt = Doubt(
        employer: employer, text: word(), raisedIn: notebook.interviews(with: employer).first?.id)
      doubt.story = one(notebook.stories)?.id
      _ = try store.keep([Item(doubt), Item(Requirement(employer: employer, text: word()))])
      return "doubt"
    case 9:
      guard let criterion = one(notebook.criteria) else {
        _ = try store.keep([Item(Criterion(text: word()))])
        return "criterion"
      }
      _ = try store.keep([
        Item(Verdict(criterion: criterion.id, employer: employer, state: .yes, evidence: word()))
      ])
      return "verdict"
    case 10:
      guard let known = one(notebook.employers) else { return "no employer" }
      try store.keep(known.with { $0.name = word() }, insteadOf: known)
      return "renamed"
    case 11:
      guard let known = one(notebook.employers) else { return "no employer" }
      try store.delete([Item(known)])
      return "deleted employer"
    case 12:
      guard let item = one(notebook.interviews.map { Item($0) } + notebook.people.map { Item($0) })
      else { return "none" }
      try store.delete([item])
      return "deleted round or person"
    case 13:
      guard
        let item = one(
          notebook.stories.map { Item($0) } + notebook.criteria.map { Item($0) }
            + notebook.verdicts.map { Item($0) } + notebook.tellings.map { Item($0) })
      else { return "none" }
      try store.delete([item])
      return "deleted story or verdict"
    case 14: return try bringBack()
    default:
      let gradings = (0..<3).map { _ in
        Grading(
          card: CardID(deck: "d", card: one(["A", "B", "C"]) ?? "A"),
          moment: StoreFixture.noon(day: Int.random(in: -900 ..< -1, using: &random)),
          grade: one(Grade.allCases) ?? .good, wording: 0, mode: .away, duration: nil, textHash: nil
        )
      }
      _ = try store.add(gradings)
      return "import"
    }
  }
}
