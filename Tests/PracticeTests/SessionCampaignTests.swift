import Decks
import Practice
import Scheduler
import TestSupport
import Testing

/// Sessions with random steps, each kept and read again, and rows that were damaged.
@Suite struct SessionCampaignTests {
  private static let campaign = Campaign("sessions", whole: 20_000, slice: 400)

  private func item(_ generator: inout SeededGenerator) -> SessionItem {
    let tasks = SessionItem.Task.allCases
    return SessionItem(
      CardID(deck: "d", card: "C-\(Int.random(in: 0..<12, using: &generator))"),
      tasks[Int.random(in: 0..<tasks.count, using: &generator)])
  }

  @Test func aSessionGoesOnWhereItWasLeft() throws {
    for seed in Self.campaign.seeds {
      var generator = SeededGenerator(seed: seed)
      // No session asks the same twice at first.
      var items: [SessionItem] = []
      for _ in 0..<Int.random(in: 0...15, using: &generator) {
        let next = item(&generator)
        if !items.contains(next) { items.append(next) }
      }
      var session = Session(items: items)
      var text = Self.asEarlierVersionsWrote(session, [])
      var queues: [[SessionItem]] = []
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0:
          if session.steps.count == queues.count { _ = queues.popLast() }
          session.undo()
        case 1: session.bringForward(item(&generator).card)
        default:
          guard let current = session.current else { continue }
          queues.append(session.queue)
          session.take(step(current, &generator))
        }
        text = Self.asEarlierVersionsWrote(session, queues)
        #expect(Session(encoded: session.encoded) == session, "seed \(seed)")
      }
      let earlier = try #require(Session(encoded: text), "seed \(seed): \(text)")
      #expect(earlier.queue == session.queue, "seed \(seed)")
      #expect(earlier.steps == session.steps, "seed \(seed)")
      // Whatever a row holds, reading it ends, and what is read can be kept again.
      for row in [session.encoded, text] {
        if let read = Session(encoded: Self.damaged(row, &generator)) {
          #expect(Session(encoded: read.encoded) == read, "seed \(seed)")
        }
      }
    }
  }

  private func step(_ item: SessionItem, _ generator: inout SeededGenerator) -> Session.Step {
    let steps: [Session.Step] = [
      .graded(item, .again), .graded(item, .good), .graded(item, .easy), .buried(item),
      .suspended(item), .skipped(item), .kept(item, attempt: 12),
    ]
    return steps[Int.random(in: 0..<steps.count, using: &generator)]
  }

  private static func damaged(_ text: String, _ generator: inout SeededGenerator) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(bytes[place], at: place)
      case 2: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      default: bytes.removeSubrange(place...)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A line for what is to come, then for each step a line with what was to come before it.
  private static func asEarlierVersionsWrote(_ session: Session, _ queues: [[SessionItem]])
    -> String
  {
    func text(_ items: [SessionItem]) -> [String] { items.map { "\($0.task.rawValue) \($0.card)" } }
    let steps = zip(session.steps, queues).map { step, queue in
      let name =
        switch step {
        case .graded(_, let grade): "graded \(grade.rawValue)"
        case .kept(_, let attempt): "kept \(attempt)"
        case .buried: "buried"
        case .suspended: "suspended"
        case .skipped: "skipped"
        }
      return ([name] + text(queue)).joined(separator: "\t")
    }
    return ([text(session.queue).joined(separator: "\t")] + steps).joined(separator: "\n")
  }
}
