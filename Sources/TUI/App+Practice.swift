import Decks
import Practice
import Scheduler

extension App {
  mutating func perform(_ action: PracticeScreen.Action, in practice: PracticeScreen) -> [Effect] {
    var practice = practice
    guard let current = practice.current else { return goBack() }
    let id = current.card.id
    switch action {
    case .speak: practice.speak(at: now.time)
    case .reveal: practice.reveal(at: now.time)
    case .pause: practice.togglePause(at: now.time)
    case .stop: practice.stopSpeaking()
    case .otherWording: practice.changeWording()
    case .up: practice.scroll(by: -1, last: practice.lastScroll(in: frame, now: now))
    case .down: practice.scroll(by: 1, last: practice.lastScroll(in: frame, now: now))
    case .pageUp:
      practice.scroll(by: -frame.height(), last: practice.lastScroll(in: frame, now: now))
    case .pageDown:
      practice.scroll(by: frame.height(), last: practice.lastScroll(in: frame, now: now))
    case .grade(let grade): return choose(grade, in: practice)
    case .gradeSuggested: return choose(.good, in: practice)
    case .note: return [.editNote(id, current.note ?? "")]
    case .bury:
      return [.bury(id, until: now.day(startHour: schedule.startHour) + 1)]
    case .suspend: return [.suspend(id, true)]
    case .undo: return undo(in: practice)
    }
    show(.practice(practice))
    return []
  }

  private mutating func choose(_ grade: Grade, in practice: PracticeScreen) -> [Effect] {
    var practice = practice
    let grading = practice.choose(grade, at: now)
    show(.practice(practice))
    return grading.map { [.record($0)] } ?? []
  }

  private func undo(in practice: PracticeScreen) -> [Effect] {
    switch practice.session.lastStep {
    case .buried(let id): [.bury(id, until: nil)]
    case .suspended(let id): [.suspend(id, false)]
    case .graded, .skipped, nil: [.undo]
    }
  }
}
