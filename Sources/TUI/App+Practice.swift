public import Campaign
import Decks
import Practice
import Scheduler
import Screen

extension App {
  /// Does what a key means in a session; nil if it means nothing there.
  mutating func press(_ key: Key, in practice: PracticeScreen) -> [Effect]? {
    if let action = practice.keys.action(for: key) { return perform(action, in: practice) }
    guard case .typing(var typed) = practice.phase, typed.handle(key, at: now.time) else {
      return nil
    }
    return show(typed, in: practice)
  }

  /// Puts pasted text into the open box.
  mutating func paste(_ text: String) -> [Effect] {
    guard case .practice(let practice) = path.last, case .typing(var typed) = practice.phase else {
      return []
    }
    typed.paste(text, at: now.time)
    return show(typed, in: practice)
  }

  /// Shows what was written.
  private mutating func show(_ typed: TypedAnswer, in practice: PracticeScreen) -> [Effect] {
    var practice = practice
    practice.phase = .typing(typed)
    show(.practice(practice))
    return []
  }

  /// Fits the boxes to another window.
  mutating func layOutBoxes() {
    guard case .practice(var practice) = path.last, case .typing(var typed) = practice.phase else {
      return
    }
    typed.layOut(in: frame)
    practice.phase = .typing(typed)
    show(.practice(practice))
  }

  private mutating func perform(_ action: PracticeScreen.Action, in practice: PracticeScreen)
    -> [Effect]
  {
    var practice = practice
    guard let current = practice.current, let attempt = practice.attempt else { return goBack() }
    let id = current.card.id
    var effects: [Effect] = []
    if case .typing(let typed) = practice.phase, action == .done || action == .stop {
      if typed.isUnsaved { effects = [.keepDraft(typed.draft, of: id)] }
      // Whatever comes of that, the boxes open with it again.
      practice.setDraft(typed.draft, of: id)
    }
    if practice.isRecorded, action == .done || action == .stop {
      practice.isRecorded = false
      effects.append(.stopRecording(id, isKept: action == .done))
    }
    switch action {
    case .confidence(let confidence): practice.setConfidence(confidence)
    case .speak:
      switch practice.item?.task {
      case .headline: practice.drill(.headline, at: now)
      case .probe: practice.probe(at: now.time)
      default:
        practice.speak(at: now)
        effects.append(.startRecording(id))
      }
    case .type: practice.type(practice.written, in: frame, at: now)
    case .editor:
      let form = AnswerForm(attempt: attempt, texts: practice.written)
      return [.editAnswer(id, form, question: practice.question ?? "")]
    case .headline: practice.drill(.headline, at: now)
    case .pick:
      guard !practice.start.stories.isEmpty else {
        notice = Notice(
          text:
            "You have no story to name yet. Answer with t and keep that as one with S, or add one: s at home, then a."
        )
        return []
      }
      practice.drill(.pick, at: now)
    case .reveal, .done: practice.reveal(at: now.time)
    case .nextPart: practice.change { $0.mark(at: now.time) }
    case .previousPart: practice.change { $0.stepBack(at: now.time) }
    case .pause: practice.change { $0.togglePause(at: now.time) }
    case .stop:
      switch practice.phase {
      case .probing, .naming: practice.stopAsking()
      default: practice.stop()
      }
    case .nextBox, .previousBox:
      guard case .typing(var typed) = practice.phase else { break }
      typed.moveFocus(by: action == .nextBox ? 1 : -1, in: frame)
      practice.phase = .typing(typed)
    case .otherWording: practice.changeWording()
    case .tick(let tick): practice.toggle(tick)
    case .tickAll: practice.tickAll()
    case .nameStory: practice.askForStory()
    case .takeStory: practice.nameStory()
    case .saveStory: return [.notebook(.add(.story(Story(written: attempt.texts))))]
    case .probe: practice.probe(at: now.time)
    case .judge(let result):
      if practice.judge(result, at: now.time) { return keep(practice) }
    case .up, .down, .pageUp, .pageDown: move(action, in: &practice)
    case .grade(let grade): return choose(grade, in: practice)
    case .accept: return accept(practice)
    case .hear: return [.playRecording(id)]
    case .note: return [.editNote(id, current.note ?? "")]
    case .bury:
      let tomorrow = now.day(startHour: schedule.startHour) + 1
      return [.bury(id, until: tomorrow, in: practice.session)]
    case .suspend: return [.suspend(id, true, in: practice.session)]
    case .undo: return undo(in: practice)
    }
    show(.practice(practice))
    return effects
  }

  private func move(_ action: PracticeScreen.Action, in practice: inout PracticeScreen) {
    let isPage = action == .pageUp || action == .pageDown
    let lines = (action == .up || action == .pageUp ? -1 : 1) * (isPage ? frame.height() : 1)
    switch practice.phase {
    case .drilling, .naming:
      practice.storyPosition.move(by: lines, count: practice.storyRows.count)
    case .question, .speaking, .typing, .reveal, .probing:
      practice.scroll(by: lines, last: practice.lastScroll(in: frame, now: now))
    }
  }

  /// Goes on the way that the ticks speak for.
  private mutating func accept(_ practice: PracticeScreen) -> [Effect] {
    if let suggestion = practice.suggestion { return choose(suggestion.grade, in: practice) }
    guard practice.attempt?.purpose != .answer else {
      notice = Notice(
        text: practice.lines.isEmpty
          ? "Say how it went: a answered, n thin, z stuck; or choose 1–4."
          : "Tick what it had (Tab: all there), or choose 1–4.")
      return []
    }
    guard practice.attempt?.isTicked == true else {
      notice = Notice(text: "Tick what it has now (Tab: all there).")
      return []
    }
    return keep(practice)
  }

  private mutating func choose(_ grade: Grade, in practice: PracticeScreen) -> [Effect] {
    var practice = practice
    let chosen = practice.choose(grade, at: now)
    show(.practice(practice))
    return chosen.map { [.record($0, $1, in: practice.session)] } ?? []
  }

  private mutating func keep(_ practice: PracticeScreen) -> [Effect] {
    var practice = practice
    let attempt = practice.finish(at: now)
    show(.practice(practice))
    return attempt.map { [.keep($0, in: practice.session)] } ?? []
  }

  private func undo(in practice: PracticeScreen) -> [Effect] {
    let session = practice.session
    return switch session.lastStep {
    case .buried(let item): [.bury(item.card, until: nil, in: session)]
    case .suspended(let item): [.suspend(item.card, false, in: session)]
    case .kept(let item, let attempt): [.undoAttempt(attempt, at: item.card, in: session)]
    case .graded, .skipped, nil: [.undo(in: session)]
    }
  }
}

extension Story {
  /// A story without a name, from what was written in the boxes of an answer.
  public init(written texts: [String]) {
    self.init(title: "")
    for (part, text) in zip(StarPart.allCases, texts) {
      switch part {
      case .situation: situation = text
      case .task: task = text
      case .action: action = text
      case .result: result = text
      }
    }
  }
}
