import Campaign
import Practice
import Scheduler
import Screen

/// A panel being rehearsed.
struct PanelScreen: ScreenModel {
  private(set) var panel: Panel
  /// What it rehearses; nil for a stock panel.
  let interview: Kept<Interview>?
  /// Whether the first question was asked; who sits there shows before.
  private(set) var hasBegun = false
  private(set) var position = ListPosition()
  private(set) var scroll = 0
  /// Whether it is kept among the panels that were rehearsed.
  private var isKept = false
  /// Whether what is said is being recorded.
  private(set) var isRecorded = false
  /// The name of the recording of the answer that was given last; nil if there is none.
  private var recording: String?
  /// What was heard in recordings whose answers are not kept yet, box by box.
  private var heard: [String: [String]] = [:]

  enum Action: Sendable {
    case begin, answer, done, yes, no, take, end, again, marks, sayAgain, undo
    case move(ListMove)
    case scroll(ListMove)
  }

  /// What was answered is not lost: the report shows it.
  private static let endKey = Binding<Action>(
    .escape, "q", action: .end, footer: "end", help: "End it here, with the report")
  private static let firstKeys: [Binding<Action>] =
    [Binding(.enter, " ", action: .begin, footer: "begin", help: "Have the first question asked")]
    + ListMove.scrollKeys(inFooter: 0).prefix(2).mapped(Action.scroll)
  private static let askedKeys: [Binding<Action>] = [
    Binding(" ", action: .answer, footer: "answer", help: "Begin to answer, aloud"), endKey,
  ]
  private static let sayAgain = Binding<Action>(
    "'", action: .sayAgain, footer: "say again",
    help: "Have the question said once more, by your speaker")
  /// Its answers are of one whole until it is over.
  private static let undo = Binding<Action>(
    "u", action: .undo, help: "After the report: take it back, and then its answers one by one")
  private static let answeringKeys: [Binding<Action>] = [
    Binding(.enter, action: .done, footer: "done", help: "The answer is finished"), endKey,
  ]
  private static let namingKeys: [Binding<Action>] =
    [Binding(.enter, action: .take, footer: "take it", help: "That was the story"), endKey]
    + ListMove.keys.mapped(Action.move)
  /// Where there is no story to name.
  private static let goingOnKeys: [Binding<Action>] = [
    Binding(.enter, action: .take, footer: "go on", help: "On to the next question"), endKey,
  ]
  private static let checkKeys: [Binding<Action>] = [
    Binding("y", action: .yes, footer: "yes", help: "Yes"),
    Binding("n", action: .no, footer: "no", help: "No"), endKey,
  ]
  private static let reportKeys: [Binding<Action>] =
    [
      Binding("m", action: .again, footer: "another panel", help: "Sit before another panel"),
      marksKey(.marks),
    ] + ListMove.scrollKeys(inFooter: 0).prefix(2).mapped(Action.scroll)

  static func marksKey<Action>(_ action: Action) -> Binding<Action> {
    Binding(
      "f", action: action, footer: "a friend's marks",
      help: "Enter what a friend who listened made of each answer")
  }

  static let help = [
    HelpSection(
      "Panel", ([firstKeys[0]] + askedKeys + [sayAgain] + answeringKeys + reportKeys).hints())
  ]

  func keys(on stage: Stage) -> [Binding<Action>] {
    if panel.phase == .over { return Self.reportKeys }
    let isSaid = hasBegun && panel.phase == .asked && stage.settings.saysPanel
    let sayAgain = [Self.sayAgain].obstructed { _ in
      isSaid ? nil : "No question is read aloud now."
    }
    let later = Self.reportKeys.prefix(2).map { $0 }
    let undo = [Self.undo].obstructed { _ in "That comes after the report: u takes it back there." }
    return keys(besides: stage.notebook.stories) + sayAgain + undo
      + later.obstructed { _ in "That comes with the report." }
  }

  /// The key table of what the person is at now.
  private func keys(besides stories: [Kept<Story>]) -> [Binding<Action>] {
    guard hasBegun else { return Self.firstKeys }
    return switch panel.phase {
    case .asked: Self.askedKeys
    case .answering, .interrupted: Self.answeringKeys
    case .naming: stories.isEmpty ? Self.goingOnKeys : Self.namingKeys
    case .checking: Self.checkKeys
    case .over: Self.reportKeys
    }
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    let time = stage.now.time.milliseconds
    panel.pass(to: time)
    let answered = panel.answers.count
    var effects: [Effect] = []
    switch action {
    case .begin: (hasBegun, scroll) = (true, 0)
    case .sayAgain: return [.sayAgain]
    case .answer:
      panel.begin(at: time)
      recording = nil
      if let card = panel.turn?.first.question.card {
        effects.append(.practice(.startRecording(card)))
      }
    case .done:
      panel.finish(at: time)
      position = ListPosition()
      effects += stopRecording(at: time)
    case .take: panel.name(choices(stage.notebook).chosen(position)?.id, at: time)
    case .yes: panel.check(true, at: time)
    case .no: panel.check(false, at: time)
    case .end:
      effects += stopRecording(at: time)
      panel.end(at: time)
      (position, scroll) = (ListPosition(), 0)
      if panel.answers.isEmpty { stage.go(.back) }
    // It is the key of everywhere once the panel is over, and none before.
    case .undo: return []
    case .again: return [.notebook(.panel(interview))]
    case .marks:
      guard let kept = kept(on: stage) else {
        stage.say("The panel is not saved yet; then it can be marked.")
        return []
      }
      stage.openMarks(of: kept)
    case .move(let move): position.move(move)
    case .scroll(let move):
      scroll = page(on: stage).top(scroll, after: move, height: stage.frame.height())
    }
    // Each answer is on disk before the next question.
    effects += panel.answers[answered...].flatMap { attempts(of: $0, at: stage.now) }
      .map { .keepAnswer($0) }
    if panel.phase == .over, !isKept, !panel.answers.isEmpty {
      isKept = true
      effects.append(.notebook(.keep([Item(rehearsal(on: stage))], note: nil)))
    }
    return effects
  }

  /// What is kept of an answer, with its recording and what was heard in that.
  private mutating func attempts(of answer: Panel.Answer, at now: Moment) -> [Attempt] {
    var attempts = panel.attempts(of: answer, at: now)
    guard !attempts.isEmpty, let recording else { return attempts }
    attempts[0].recording = recording
    if let texts = heard.removeValue(forKey: recording) { attempts[0].take(heard: texts) }
    self.recording = nil
    return attempts
  }

  private mutating func stopRecording(at time: Int64) -> [Effect] {
    guard isRecorded, let card = panel.turn?.first.question.card else { return [] }
    isRecorded = false
    return [
      .practice(
        .stopRecording(
          card, isKept: true, marks: [], duration: Int(panel.answerTime(at: time))))
    ]
  }

  /// The question, by the voice of who asks it; over an answer only who breaks into it.
  func aloud(on stage: Stage) -> Aloud? {
    guard stage.settings.saysPanel, let turn = panel.turn else { return nil }
    if case .interrupted = panel.phase, let interruption = turn.interruption {
      return Aloud(
        interruption.text, voice: interruption.persona + 1, turn: 2 * panel.index + 1)
    }
    guard hasBegun, panel.phase == .asked else { return nil }
    let texts = [turn.first, turn.second].compactMap { $0?.question.text }
    return Aloud(
      texts.joined(separator: " "), voice: turn.first.persona + 1, turn: 2 * panel.index)
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    guard case .notebook(.panel(let panel, _, let interview)) = outcome else { return nil }
    return Self(panel: panel, interview: interview)
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .practice(.recordingStarted): isRecorded = true
    case .practice(.recordingKept(_, let name, _, _)): recording = name
    case .practice(.heard(let answer)) where answer.recording == recording:
      if case .words(let texts, _) = answer.result { heard[answer.recording] = texts }
    default: return replaced(by: outcome, on: stage)
    }
    return []
  }

  private mutating func replaced(by outcome: Outcome, on stage: Stage) -> [Effect]? {
    guard let other = Self.opened(by: outcome, on: stage) else { return nil }
    self = other
    return []
  }

  /// Someone may break in as time goes on.
  mutating func settle(on stage: Stage) {
    panel.pass(to: stage.now.time.milliseconds)
    guard case .naming = panel.phase else { return }
    position.settle(
      count: stage.notebook.stories.count + 1,
      height: stage.frame.height(under: page(on: stage)))
  }

  func answerTime(at time: Timestamp) -> AnswerTime? {
    switch panel.phase {
    case .answering, .interrupted: .whole(Int(panel.answerTime(at: time.milliseconds)))
    case .asked, .naming, .checking, .over: nil
    }
  }

  func nextChange(after time: Timestamp) -> Int? {
    panel.nextChange(after: time.milliseconds).map(Int.init)
  }
}
