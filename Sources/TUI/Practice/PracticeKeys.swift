import Campaign
import Decks
import Practice
import Scheduler
import Screen

extension PracticeScreen {
  enum Action: Equatable, Sendable {
    /// What the session does.
    case run(PracticeRun.Action)
    /// What one is at is done: the answer is given, the story chosen.
    case done
    case nextBox, previousBox
    case move(ListMove)
    /// Go to where what the card asks for is written down.
    case writeDown
    /// Have the question said once more.
    case sayAgain
    /// Put the question on the clipboard.
    case copy
    /// Throw away what is written; it is asked first.
    case discard
    case answer(DeletingAnswer)
    /// A grade before there is anything to grade.
    case gradeEarly
  }

  private static let grades = KeyGroup(help: "Again, Hard, Good, Easy: how it came back")
  private static let putAway = KeyGroup(
    help: "Put the card away: until tomorrow, or out of practice")
  private static let ticks = KeyGroup(help: tickHint.help, shown: 3)

  static let questionKeys: [Binding<Action>] = [
    Binding(" ", action: .run(.speak), footer: "speak", help: "Answer aloud, with a clock"),
    Binding("t", action: .run(.write), footer: "write", help: "Write the answer here"),
    Binding("h", action: .run(.headline), footer: "headline", help: "Say only its headline"),
    Binding("K", action: .run(.pick), footer: "story", help: "Name only the story that fits"),
    Binding(
      .enter, action: .run(.reveal), footer: "show", help: "Show what a good answer contains"),
    Binding(
      "F", action: .run(.read), footer: "after?",
      help: "Say first what the question is after: one of twelve families"),
    Binding("E", action: .run(.editor), help: "Write the answer in your editor"),
    Binding(
      .right, action: .run(.surer),
      help: "Surer of your answer: fairly, quite (asked if practice.sureness is on)"),
    Binding(.left, action: .run(.lessSure), help: "Less sure of it: hardly, not at all"),
    Binding("O", action: .run(.otherWording), footer: "reword", help: "Ask it in other words"),
    Binding("1", "2", "3", "4", action: .gradeEarly, help: "Nothing yet: they grade the answer"),
  ]

  static let sayAgain = Binding<Action>(
    "'", action: .sayAgain, footer: "say again",
    help: "Have the question said once more, by your speaker")

  static let speakingKeys: [Binding<Action>] = [
    Binding(
      " ", action: .run(.nextPart), footer: "next part",
      help: "The next part begins: Situation, Task, Action, Result, what you learned"),
    Binding(.enter, action: .done, footer: "done", help: "The answer is finished"),
    Binding("p", action: .run(.pause), footer: "pause", help: "Stop the clock, or let it go on"),
    Binding(
      .backspace, action: .run(.previousPart), footer: "part before",
      help: "Back to the part before"),
    Binding(
      .escape, "q", action: .run(.stop), footer: "start over",
      help: "Back to the question, without an answer"),
  ]

  static let drillKeys: [Binding<Action>] =
    [
      Binding(.enter, " ", action: .done, footer: "done", help: "It is said")
    ] + storyMoves + [
      Binding(
        .escape, "q", action: .run(.stop), footer: "start over",
        help: "Back to the question, without an answer")
    ]

  static let namingKeys: [Binding<Action>] =
    [Binding(.enter, action: .done, footer: "that one", help: "That was the story")]
    + storyMoves + [
      Binding(.escape, "q", action: .run(.stop), footer: "back", help: "Name none")
    ]

  static let readingKeys: [Binding<Action>] =
    [Binding(.enter, action: .done, footer: "that one", help: "That is what it is after")]
    + ListMove.keys(of: "family").prefix(4).mapped(Action.move)
    + [
      Binding(
        .escape, "q", action: .run(.stop), footer: "back",
        help: "Back to the question, without saying")
    ]

  /// The letters that take a family: those of ticks, without the two that move.
  static let familyLetters = TickLine.keys.filter { $0 != "j" && $0 != "k" }

  private static let familyGroup = KeyGroup(help: familyHint.help, shown: 0)
  private static let familyHint = KeyHint(
    keys: ["b…v"], footer: nil, help: "The family whose letter it is")

  private static let storyMoves = ListMove.keys(of: "story").prefix(4).mapped(Action.move)

  static let typingKeys: [Binding<Action>] = [
    Binding(.control("d"), action: .done, footer: "done", help: "The answer is finished"),
    Binding(.tab, action: .nextBox, footer: "next box", help: "The next box"),
    FormScreen.discarding(.discard),
    Binding(.backTab, action: .previousBox, help: "The box before"),
    Binding(
      .escape, action: .run(.stop), footer: "back", help: "Back to the question; the draft is kept"),
  ]

  static let probingKeys: [Binding<Action>] =
    judgingKeys + [
      Binding(.escape, "q", action: .run(.stop), footer: "back", help: "Leave the follow-up")
    ]

  private static let judgingKeys: [Binding<Action>] = [
    Binding("a", action: .run(.judge(.answered)), footer: "answered", help: "You answered it"),
    Binding("n", action: .run(.judge(.thin)), footer: "thin", help: "Your answer was thin"),
    Binding(
      "z", action: .run(.judge(.stuck)), footer: "stuck",
      help: "You were stuck; it comes back next session"),
  ]

  /// What the help says of the ticks, whose letters stand beside them.
  static let tickHint = KeyHint(
    keys: ["b…y"], footer: nil, help: "What the answer had: the letter beside each line")

  static let revealKeys: [Binding<Action>] = [
    Binding(
      .enter, action: .run(.accept), footer: "go on",
      help: "Take the suggested grade, once you have ticked; otherwise it asks for one"),
    Binding(
      "n", action: .run(.notYet), footer: "not yet",
      help: "Looking back, finding out: not done yet, it comes again"),
    Binding(" ", action: .run(.askGrade), help: "Asks for a grade, and takes none"),
    Binding(
      .tab, action: .run(.tickAll), footer: "all there",
      help: "Tick everything; what the clock measured stays"),
    Binding("p", action: .run(.probe), footer: "probe", help: "Draw a follow-up, 40 seconds"),
    Binding(
      "K", action: .run(.nameStory), footer: "story",
      help: "Say which of your stories you told; one that they have heard is warned of"),
    Binding(
      "L", action: .run(.hear), footer: "listen",
      help: "Play the recording of your answer; again stops it"),
    Binding(
      "t", action: .run(.mend), footer: "mend words",
      help: "Mend the words that were heard of your answer"),
    Binding(
      "R", action: .run(.hearAgain), footer: "write it down",
      help: "Have the recording written down once more, where that failed"),
    Binding(
      "1", action: .run(.grade(.again)), help: "Again: it did not come back",
      group: grades),
    Binding(
      "2", action: .run(.grade(.hard)),
      help: "Hard: it came, but with notes, a long search or a follow-up that stuck",
      group: grades),
    Binding(
      "3", action: .run(.grade(.good)), help: "Good: it came back",
      group: grades),
    Binding(
      "4", action: .run(.grade(.easy)), help: "Easy: it came, and you answered every follow-up",
      group: grades),
    Binding(
      "S", action: .run(.saveStory), footer: "keep as story",
      help: "Keep what you wrote or said among your stories"),
    Binding(.down, action: .move(.down), help: "Scroll down", group: ListMove.scrolling),
    Binding(.up, action: .move(.up), help: "Scroll up", group: ListMove.scrolling),
    Binding(
      .pageDown, action: .move(.pageDown), help: "Scroll down a page", group: ListMove.scrolling),
    Binding(.pageUp, action: .move(.pageUp), help: "Scroll up a page", group: ListMove.scrolling),
    Binding(
      .escape, "q", action: .run(.stop), footer: "question",
      help: "Back to the question; Enter there comes back here"),
  ]

  /// Keys that work both before and after the reveal.
  static let cardKeys: [Binding<Action>] = [
    Binding(
      "B", action: .run(.bury), footer: "bury", help: "Put the card away until tomorrow",
      group: putAway),
    Binding(
      "x", action: .run(.suspend), footer: "suspend", help: "Keep the card out of practice",
      group: putAway),
    Binding(
      "N", action: .run(.leaveAside),
      help: "It does not apply to you: keep the card out of practice", group: putAway),
    Binding(
      "e", action: .run(.note), footer: "note",
      help: "Write a note of your own on the card"),
    Binding(
      "u", action: .run(.undo), footer: "undo", help: "Take the last step back, at any depth"),
    Stage.copying(.copy, "the question"),
  ]

  static let help = [
    HelpSection("A question", (questionKeys + [sayAgain] + cardKeys).hints()),
    HelpSection("Speaking", speakingKeys.hints()),
    HelpSection("A headline, or the story that fits", drillKeys.hints()),
    HelpSection("What a question is after", [familyHint] + readingKeys.hints()),
    HelpSection(
      "Writing", typingKeys.hints() + EditAction.hints),
    HelpSection("The reveal", [tickHint] + (revealKeys + cardKeys).hints()),
    HelpSection("A follow-up", probingKeys.hints()),
  ]

  /// The section of the help that is about what the person is at now.
  var helpTitle: String {
    switch run.phase {
    case .question: Self.help[0].title
    case .speaking: Self.help[1].title
    case .drilling, .naming: Self.help[2].title
    case .reading: Self.help[3].title
    case .writing: Self.help[4].title
    case .reveal: Self.help[5].title
    case .probing: Self.help[6].title
    }
  }

  /// The feeds of the card: none before its answer side shows.
  var fed: [Feed] {
    guard run.phase == .reveal, let card = run.current?.card else { return [] }
    return Feed.places(for: card)
  }

  func keys(on stage: Stage) -> [Binding<Action>] {
    guard !isAsked else {
      return DeletingAnswer.keys(deleting: "throw it away").mapped(Action.answer)
    }
    let feeds: [Binding<Action>] = takesText ? [] : [Feed.key(.writeDown)]
    var keys =
      feeds.obstructed { _ in
        run.phase == .reveal ? Feed.obstacle(fed) : "That is for the answer side."
      } + keys
    if !takesText {
      // Among the first, where the footer has room for it.
      let sayAgain = [Self.sayAgain].obstructed { _ in
        aloud(on: stage) == nil ? "No question is read aloud now." : nil
      }
      keys.insert(contentsOf: sayAgain, at: min(2, keys.count))
    }
    return keys
  }

  /// Without the digits before the reveal, which only say that they do nothing yet.
  func hints(on stage: Stage) -> [KeyHint] {
    keys(on: stage).filter { $0.action != .gradeEarly }.hints()
      + (takesText ? EditAction.hintsInForms : [])
  }

  /// The key table of what the person is at now.
  var keys: [Binding<Action>] {
    let offer = run.offer
    func offered(_ table: [Binding<Action>]) -> [Binding<Action>] {
      table.obstructed { isHere($0, in: offer) ? nil : Self.obstacle(to: $0) }
    }
    return switch run.phase {
    case .question:
      offered(Self.questionKeys + Self.cardKeys).map { key in
        var key = key
        // There is nothing to see before the parts are rebuilt.
        if key.action == .run(.reveal), run.item?.task == .rebuild, !run.isOpen { key.footer = nil }
        return key
      }
    case .speaking: offered(Self.speakingKeys)
    case .drilling: offered(Self.drillKeys)
    case .writing: offered(Self.typingKeys)
    case .probing: Self.probingKeys
    case .naming: Self.namingKeys
    case .reading:
      Self.readingKeys
        + familyKeys.map {
          Binding(
            .character($0.key), action: .run(.guess($0.family.code)), help: $0.family.title,
            group: Self.familyGroup)
        }
    case .reveal:
      offered(Self.judgingKeys + Self.revealKeys).map { key in
        var key = key
        if key.action == .run(.accept) { key.footer = acceptWord }
        return key
      }
        + run.lines.map {
          Binding(
            .character($0.key), action: .run(.tick($0.tick)), help: $0.text, group: Self.ticks)
        } + offered(Self.cardKeys)
    }
  }

  /// The word for going on: the grade that it takes.
  private var acceptWord: String? {
    run.isMarkedDone ? "done" : run.isGraded ? run.acceptedGrade?.title : "keep"
  }

  /// Why a key of the tables means nothing at what is asked now.
  private static func obstacle(to action: Action) -> String {
    switch action {
    case .run(.otherWording): "The question has only this wording."
    case .run(.surer), .run(.lessSure): "How sure you are is not asked here."
    case .run(.write), .run(.editor): "This is not answered in words."
    case .run(.headline), .run(.pick): "That is for questions that a story answers."
    case .run(.nextPart), .run(.previousPart): "This answer has no parts."
    case .nextBox, .previousBox: "There is only this box."
    case .run(.probe): "There is no follow-up left to draw."
    case .run(.nameStory): "There is no story of yours to name for it."
    case .run(.saveStory): "Only an answer in words is kept as a story."
    case .run(.hear): "Nothing is recorded for this question."
    case .run(.mend): "There are no words of a recording to mend."
    case .run(.hearAgain): "No recording waits to be written down."
    default: "That is not for this question."
    }
  }

  /// Whether a key of the tables means something at what is asked now.
  private func isHere(_ action: Action, in offer: PracticeRun.Offer?) -> Bool {
    switch action {
    case .run(let action): offer?.contains(action) ?? false
    case .done: true
    case .nextBox, .previousBox: (run.attempt?.boxPlaces.count ?? 0) > 1
    case .writeDown, .sayAgain, .gradeEarly, .copy, .answer: true
    // What was heard is what was said.
    case .discard: !run.isMending
    case .move: if case .drilling = run.phase { isChoosing } else { true }
    }
  }
}
