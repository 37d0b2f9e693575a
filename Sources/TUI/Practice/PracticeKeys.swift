import Decks
import Practice
import Scheduler
import Screen

extension PracticeScreen {
  enum Action: Equatable, Sendable {
    case confidence(Int), speak, type, editor, headline, pick, reveal
    case otherWording, bury, suspend, note, undo
    case nextPart, previousPart, pause, done, stop
    case nextBox, previousBox
    case tick(Tick), tickAll, nameStory, takeStory, saveStory, probe, judge(ProbeResult), hear
    case grade(Grade), accept
    case up, down, pageUp, pageDown
  }

  static let questionKeys: [Binding<Action>] = [
    Binding(.character(" "), action: .speak, footer: "speak", help: "Answer aloud, with a clock"),
    Binding(.character("t"), action: .type, footer: "type", help: "Write the answer here"),
    Binding(.character("h"), action: .headline, footer: "headline", help: "Say only its headline"),
    Binding(.enter, action: .reveal, footer: "reveal", help: "Show what a good answer holds"),
    Binding(
      .character("E"), action: .editor, help: "Write the answer in your editor"),
    Binding(
      .character("1"), action: .confidence(1), help: "Not sure at all that you have an answer"),
    Binding(.character("2"), action: .confidence(2), help: "Hardly sure"),
    Binding(.character("3"), action: .confidence(3), help: "Fairly sure"),
    Binding(.character("4"), action: .confidence(4), help: "Quite sure"),
    Binding(
      .character("o"), action: .otherWording, footer: "reword", help: "Ask it in other words"),
    Binding(
      .character("b"), action: .bury, footer: "bury", help: "Put the card away until tomorrow"),
    Binding(
      .character("x"), action: .suspend, footer: "suspend", help: "Keep the card out of practice"),
    Binding(
      .character("k"), action: .pick, footer: "story", help: "Name only the story that fits"),
  ]

  static let speakingKeys: [Binding<Action>] = [
    Binding(
      .character(" "), action: .nextPart, footer: "next part",
      help: "The next part begins: Situation, Task, Action, Result, what you learned"),
    Binding(.enter, action: .done, footer: "done", help: "The answer is finished"),
    Binding(
      .character("p"), action: .pause, footer: "pause", help: "Stop the clock, or let it go on"),
    Binding(
      .backspace, action: .previousPart, footer: "part before", help: "Back to the part before"),
    Binding(
      .escape, .character("q"), action: .stop, footer: "start over",
      help: "Back to the question, without an answer"),
  ]

  static let drillKeys: [Binding<Action>] =
    [
      Binding(.enter, .character(" "), action: .done, footer: "done", help: "It is said")
    ] + storyMoves + [
      Binding(
        .escape, .character("q"), action: .stop, footer: "start over",
        help: "Back to the question, without an answer")
    ]

  static let namingKeys: [Binding<Action>] =
    [Binding(.enter, action: .takeStory, footer: "that one", help: "That was the story")]
    + storyMoves + [
      Binding(.escape, .character("q"), action: .stop, footer: "back", help: "Name none")
    ]

  private static let storyMoves: [Binding<Action>] = [
    Binding(.down, .character("j"), action: .down, help: "The next story"),
    Binding(.up, .character("k"), action: .up, help: "The story before"),
    Binding(.pageDown, action: .pageDown, help: "A page down"),
    Binding(.pageUp, action: .pageUp, help: "A page up"),
  ]

  static let typingKeys: [Binding<Action>] = [
    Binding(.control("d"), action: .done, footer: "done", help: "The answer is finished"),
    Binding(.tab, action: .nextBox, footer: "next box", help: "The next box"),
    Binding(.backTab, action: .previousBox, help: "The box before"),
    Binding(
      .escape, action: .stop, footer: "back", help: "Back to the question; the draft is kept"),
  ]

  static let probingKeys: [Binding<Action>] =
    judgingKeys + [
      Binding(.escape, .character("q"), action: .stop, footer: "back", help: "Leave the follow-up")
    ]

  private static let judgingKeys: [Binding<Action>] = [
    Binding(
      .character("a"), action: .judge(.answered), footer: "answered", help: "You answered it"),
    Binding(.character("n"), action: .judge(.thin), footer: "thin", help: "Your answer was thin"),
    Binding(
      .character("z"), action: .judge(.stuck), footer: "stuck",
      help: "You were stuck; it comes back next session"),
  ]

  /// What the help says of the ticks, whose letters stand beside them.
  static let tickHint = KeyHint(
    keys: ["b…w"], footer: nil, help: "What the answer had: the letter beside each line")

  static let revealKeys: [Binding<Action>] = [
    Binding(
      .enter, .character(" "), action: .accept, footer: "go on",
      help: "The grade that the ticks speak for"),
    Binding(
      .tab, action: .tickAll, footer: "all there",
      help: "Tick everything; what the clock measured stays"),
    Binding(.character("p"), action: .probe, footer: "probe", help: "Draw a follow-up, 40 seconds"),
    Binding(
      .character("K"), action: .nameStory, footer: "story",
      help: "Say which of your stories you told; one that they have heard is warned of"),
    Binding(
      .character("L"), action: .hear, footer: "listen",
      help: "Play the recording of your answer; again stops it"),
    Binding(.character("1"), action: .grade(.again), help: "Again: it did not come back"),
    Binding(.character("2"), action: .grade(.hard), help: "Hard: it came, with a part missing"),
    Binding(
      .character("3"), action: .grade(.good), help: "Good: all of it, in your own words, in time"),
    Binding(
      .character("4"), action: .grade(.easy), help: "Easy: as Good, and ready for any follow-up"),
    Binding(
      .character("S"), action: .saveStory, footer: "keep as story",
      help: "Keep what you wrote among your stories, in your editor"),
    Binding(.down, action: .down, help: "Scroll down"),
    Binding(.up, action: .up, help: "Scroll up"),
    Binding(.pageDown, action: .pageDown, help: "Scroll down a page"),
    Binding(.pageUp, action: .pageUp, help: "Scroll up a page"),
    Binding(
      .escape, .character("q"), action: .stop, footer: "question",
      help: "Back to the question; Enter there comes back here"),
  ]

  /// Keys that work both before and after the reveal.
  static let cardKeys: [Binding<Action>] = [
    Binding(
      .character("e"), action: .note, footer: "note",
      help: "Write a note of your own on the card, in your editor"),
    Binding(
      .character("u"), action: .undo, footer: "undo", help: "Take the last step back, at any depth"
    ),
  ]

  /// The key table of what the person is at now.
  var keys: [Binding<Action>] {
    switch phase {
    case .question: Self.questionKeys.filter { isOffered($0.action) } + Self.cardKeys
    case .speaking: Self.speakingKeys.filter { isOffered($0.action) }
    case .drilling: Self.drillKeys.filter { isOffered($0.action) }
    case .typing: Self.typingKeys.filter { isOffered($0.action) }
    case .probing: Self.probingKeys
    case .naming: Self.namingKeys
    case .reveal:
      ((current?.card.kind == .probe ? Self.judgingKeys : []) + Self.revealKeys).compactMap { key in
        guard isOffered(key.action) else { return nil }
        var key = key
        if key.action == .accept { key.footer = suggestion?.grade.title ?? acceptWord }
        return key
      } + lines.map { Binding(.character($0.key), action: .tick($0.tick), help: $0.text) }
        + Self.cardKeys
    }
  }

  /// The word for going on where no grade is suggested.
  private var acceptWord: String? { attempt?.purpose == .answer ? nil : "keep" }

  /// Whether a key of the tables means something at what is asked now.
  private func isOffered(_ action: Action) -> Bool {
    guard let attempt, let item else { return false }
    let kind = attempt.kind
    return switch action {
    case .otherWording: (current?.card.wordings.count ?? 0) > 1 && item.task != .probe
    case .type, .editor: item.task != .headline && item.task != .probe
    case .headline: item.task == .answer && kind.boxes.count > 1
    case .pick: item.task == .answer && kind == .star
    case .confidence: item.task == .answer
    case .reveal: item.task == .answer || item.task == .headline
    case .nextPart, .previousPart: attempt.isStory && attempt.purpose == .answer
    case .nextBox, .previousBox: attempt.boxPlaces.count > 1
    case .nameStory: kind == .star && attempt.purpose == .answer && !start.stories.isEmpty
    case .up, .down, .pageUp, .pageDown:
      if case .drilling(let clock) = phase {
        clock.drill == .pick
      } else {
        true
      }
    case .probe: nextProbe != nil
    case .hear: current?.hasRecording ?? false
    case .saveStory:
      attempt.isStory && attempt.mode == .typed && attempt.purpose == .answer && attempt.isGiven
    case .tickAll: !lines.isEmpty
    case .grade: attempt.purpose == .answer
    case .stop: phase != .reveal || attempt.isGiven
    default: true
    }
  }
}
