import Campaign
import Decks
import Files
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// Homes that meet by what is new alone, and then look at all to see whether anything was passed over.
@Suite(.timeLimit(.minutes(60))) struct NewsSyncCampaignTests {
  @Test func afterWhatIsNewAWholeLookFindsNothing() throws {
    let campaign = TestSupport.Campaign("news", whole: 200, slice: 6)
    for seed in campaign.seeds {
      var history = try History(seed: seed)
      do {
        guard let fault = try history.live(40) else { continue }
        Issue.record("seed \(seed), after \(history.told): \(fault)")
      } catch {
        Issue.record("seed \(seed), after \(history.told): \(error)")
      }
    }
  }

  private struct History {
    private let stages: [Stage]
    private let place: String
    private var random: CaseGenerator
    private var minutes = 0
    private(set) var told: [String] = []
    /// How many meetings have read less than all.
    private var byNews = 0

    init(seed: UInt64) throws {
      stages = [try Stage(), try Stage(), try Stage()]
      try stages[0].home.write("", to: "meet/.keep")
      place = stages[0].home.file("meet")
      random = CaseGenerator(seed: seed)
    }

    mutating func live(_ steps: Int) throws -> String? {
      for _ in 0..<steps {
        let home = Int.random(in: 0..<3, using: &random)
        minutes += 1
        told.append("\(home) \(try step(home))")
        if Int.random(in: 0..<3, using: &random) == 0, let fault = try meet(home) { return fault }
      }
      for home in [0, 1, 2, 0, 1, 2, 0, 1] { if let fault = try meet(home) { return fault } }
      let all = try stages.map { try $0.workspace().store.belongings() }
      guard all[0] == all[1], all[1] == all[2] else { return "they are not the same" }
      return byNews > 2 ? nil : "only \(byNews) meetings were by what is new"
    }

    private mutating func meet(_ home: Int) throws -> String? {
      told.append("\(home) meets")
      let workspace = try stages[home].workspace()
      let meeting = try Meeting(workspace, at: .folder(place))
      let now = workspace.clock.now
      let count = try meeting.folder.contents().batches.count
      let outcome = try meeting.meet(isDry: false, at: now)
      if outcome.filesRead < count { byNews += 1 }
      try meeting.memory.keep(
        SyncMemory.Standing(
          place: place, here: outcome.here, there: outcome.there, at: 0, taken: outcome.taken))
      let whole = try meeting.meetWhole(isDry: true, at: now)
      guard (whole.came, whole.went) == (0, 0) else {
        let arrival = try meeting.arrival(
          of: meeting.folder.contents().lines, besides: workspace.store.lines(), at: now)
        return """
          a whole look finds \(whole.came) to come, \(whole.went) to go: \
          \(arrival.new.sorted().joined(separator: "\n"))
          """
      }
      let faults =
        try workspace.store.staleShortcuts().map { "\($0)" } + workspace.store.recordFaults()
      return faults.isEmpty ? nil : "\(faults)"
    }

    private mutating func step(_ home: Int) throws -> String {
      let store = try stages[home].workspace().store
      let moment = Moment(
        time: Stage.evening.adding(milliseconds: Int64(minutes - 500) * 60_000), utcOffset: 0)
      let card = CardID(deck: "d", card: ["A", "B", "C"].randomElement(using: &random) ?? "A")
      let grading = Grading(
        card: card, moment: moment, grade: Grade.allCases.randomElement(using: &random) ?? .good,
        wording: Int.random(in: 0...1, using: &random), mode: .spoken, duration: 90_000,
        textHash: nil)
      switch Int.random(in: 0..<12, using: &random) {
      case 0...2:
        _ = try store.record(grading)
        return "grade"
      case 3, 4:
        var attempt = Attempt(card: card, kind: .star, moment: moment)
        (attempt.mode, attempt.texts) = (.typed, ["text \(minutes)"])
        _ = try store.record(grading, for: attempt)
        return "answer"
      case 5:
        var attempt = Attempt(card: card, kind: .star, moment: moment)
        (attempt.mode, attempt.texts) = (.typed, ["drill \(minutes)"])
        _ = try store.keep(attempt, in: nil)
        return "answer without a grade"
      case 6:
        return "undo \(try store.undoLastAction(at: moment) != nil)"
      case 7:
        try store.setSuspended(card, to: Bool.random(using: &random))
        return "suspend"
      case 8:
        try store.setNote("note \(minutes)", on: card, at: moment.time)
        return "note"
      case 9:
        guard var story = try store.notebook().stories.first else {
          _ = try store.add(Story(title: "Depot \(home)"))
          return "story"
        }
        story.headline = "line \(minutes)"
        _ = try store.keep([Item(story)])
        return "edited story"
      case 10:
        let folder = SyncFolder(in: place, home: "")
        guard let batch = try folder.contents().batches.randomElement(using: &random) else {
          return "nothing to lose"
        }
        try Disk.removeIfThere(folder.path(of: batch.file))
        return "a file is lost"
      default:
        guard let found = try store.erasable(named: "Depot \(home)").first else {
          return "nothing to erase"
        }
        _ = try store.erase(found, at: moment)
        return "erase"
      }
    }
  }
}
