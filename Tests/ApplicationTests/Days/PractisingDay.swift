import Decks
import Files
import Practice
import Scheduler
import Store
import TestSupport

@testable import Application

/// Somebody who practises today's session to its end, as their keys would.
struct PractisingDay {
  let stage: Stage
  let workspace: Workspace
  /// Beside each grade: what it would come to, as the screen has it.
  private(set) var previews: [String] = []
  /// What was asked, in order.
  private(set) var asked: [SessionItem] = []
  /// After each thing done of today's session: the minutes left of it, there and at home.
  ///
  /// Not on the day of an interview, on which home leaves out what there is no time for any more.
  private(set) var minutesLeft: [(there: Double, home: Double)] = []

  init(_ stage: Stage) throws {
    self.stage = stage
    workspace = try stage.readyWorkspace()
  }

  /// Practises until nothing is asked any more.
  ///
  /// - Parameters:
  ///   - request: nil for today's session.
  ///   - most: so many things are done at most.
  ///   - grade: gives each grade.
  /// - Returns: the session at its end.
  /// - Throws: what keeps it from being practised.
  @discardableResult
  mutating func practise(
    _ request: SessionRequest? = nil, most: Int = 400, _ grade: () -> Grade
  ) throws -> PracticeRun {
    var run = PracticeRun(
      try workspace.session(for: request), at: workspace.clock.now,
      schedule: workspace.store.schedule)
    var count = 0
    while let item = run.item, run.current != nil, count < most {
      count += 1
      asked.append(item)
      stage.wait(seconds: 20)
      let turn = run.turn
      for action in actions(at: item, run, grade) where run.turn == turn {
        try perform(action, &run)
      }
      if request == nil {
        let today = try workspace.today(at: workspace.clock.now)
        if today.place != .theDay {
          minutesLeft.append((run.left?.minutes ?? 0, today.leftMinutes))
        }
      }
    }
    return run
  }

  private mutating func actions(
    at item: SessionItem, _ run: PracticeRun, _ grade: () -> Grade
  ) -> [PracticeRun.Action] {
    switch item.task {
    case .answer, .headline:
      previews += run.previews(at: workspace.clock.now).map(\.comes)
      return [.reveal, .grade(grade()), .accept]
    case .rebuild: return [.reveal, .tickAll, .accept]
    case .regrade: return [.tickAll, .accept]
    case .probe: return [.speak, .judge(.answered)]
    case .pick: return [.speak, .name(run.start.stories.last?.number), .accept]
    case .reading:
      return [.speak, .guess(run.start.families.first?.code ?? ""), .accept]
    }
  }

  private func perform(_ action: PracticeRun.Action, _ run: inout PracticeRun) throws {
    guard run.isOffered(action) else { return }
    let executor = PracticeExecutor(
      workspace: workspace, sound: workspace.sound, ear: workspace.ear
    ) { _ in }
    var waiting = run.perform(action, at: workspace.clock.now)[...]
    while let effect = waiting.popFirst() {
      if case .say = effect { continue }
      waiting += run.take(try executor.outcome(of: effect), at: workspace.clock.now)
    }
  }
}
