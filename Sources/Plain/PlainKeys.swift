import Application
import Decks
import Files
package import Practice
import Scheduler

/// A part of the line of keys: what stands there, and what its keys do.
package struct PlainKey {
  /// Nil for what is taken without being named.
  package var text: String?
  var actions: [String: PracticeRun.Action]

  package init(_ text: String?, _ actions: [String: PracticeRun.Action] = [:]) {
    self.text = text
    self.actions = actions
  }

  /// A key whose text begins with it; `Enter` is the empty line.
  package init(_ text: String, _ action: PracticeRun.Action) {
    let key = text.prefix { $0 != " " }
    self.init(text, [key == "Enter" ? "" : String(key): action])
  }
}

extension [PlainKey] {
  /// The line of keys.
  package var text: String { compactMap(\.text).joined(separator: ", ") }

  package func action(for key: String) -> PracticeRun.Action? {
    lazy.compactMap { $0.actions[key] }.first
  }
}

extension PracticeRun.Phase {
  /// What the person is at, apart from its clocks.
  var name: String {
    switch self {
    case .question: "question"
    case .speaking: "speaking"
    case .writing: "writing"
    case .drilling: "drilling"
    case .reading: "reading"
    case .reveal: "reveal"
    case .naming: "naming"
    case .probing: "probing"
    }
  }
}

extension PracticeRun {
  /// The keys of what the person is at now, of those that mean something there.
  var plainKeys: [PlainKey] {
    allPlainKeys.compactMap { row in
      guard !row.actions.isEmpty else { return row }
      let offered = row.actions.filter { isOffered($0.value) }
      return offered.isEmpty ? nil : PlainKey(row.text, offered)
    }
  }

  private var allPlainKeys: [PlainKey] {
    switch phase {
    case .question: questionKeys + Self.cardKeys
    case .speaking:
      [
        PlainKey("Enter next part", .nextPart), PlainKey("b part before", .previousPart),
        PlainKey("p pause", .pause), PlainKey("d done", .done), PlainKey("r start over", .stop),
        Self.quit,
      ]
    case .drilling(let clock):
      [
        clock.drill == .pick
          ? storyKey("its number, or Enter for none of them") : PlainKey("Enter done", .done),
        PlainKey("r start over", .stop), Self.quit,
      ]
    case .reading:
      [familyKey, PlainKey("r leave it", .stop), Self.quit]
    case .naming:
      [
        storyKey("its number, Enter for none of these"), PlainKey("r leave it", .stop), Self.quit,
      ]
    case .probing where attempt?.purpose == .probe: [Self.judging] + Self.cardKeys
    case .probing: [Self.judging, PlainKey("Enter leave it", .stop), Self.quit]
    case .reveal: revealKeys
    case .writing: []
    }
  }

  private var questionKeys: [PlainKey] {
    let spoken: String? =
      switch item?.task {
      case .headline: "h say it by the clock"
      case .pick: "\(isOpen ? "m" : "Enter") see the stories, by the clock"
      case .reading: "Enter see the families, by the clock"
      default: nil
      }
    var keys = [
      PlainKey(isOpen ? "Enter back to your answer" : "Enter reveal", .reveal),
      PlainKey(spoken ?? "m speak by the clock", .speak),
      PlainKey("t type", .write),
    ]
    // Whoever pipes lines in cannot be shown an editor.
    if StandardStreams.isInputTerminal, StandardStreams.isOutputTerminal {
      keys.append(PlainKey("E write in your editor", .editor))
    }
    return keys + [
      PlainKey("h headline", .headline), PlainKey("K name only the story", .pick),
      PlainKey("F say what it is after", .read),
      PlainKey("> surer, < less sure", [">": .surer, "<": .lessSure]),
      PlainKey("O other wording", .otherWording),
    ]
  }

  private var revealKeys: [PlainKey] {
    let grades = Grade.allCases.map { ("\($0.rawValue)", Action.grade($0)) }
    var keys = [
      PlainKey(nil, ["": .accept]),
      PlainKey("1 again, 2 hard, 3 good, 4 easy", Dictionary(uniqueKeysWithValues: grades)),
      PlainKey("+ all there, +letters tick, l list the ticks", ["+": .tickAll]), Self.judging,
      PlainKey("p follow-up", .probe), PlainKey("L listen to your answer", .hear),
      PlainKey("t mend the words", .mend), PlainKey("R write it down again", .hearAgain),
      PlainKey("K name the story", .nameStory), PlainKey("S keep as a story", .saveStory),
    ]
    if !isGraded { keys.append(PlainKey("d done", .accept)) }
    if isMarkedDone { keys.append(PlainKey("n not yet", .notYet)) }
    return keys + [PlainKey("r question again", .stop)] + Self.cardKeys
  }

  /// What can be done at every card before its answer side shows.
  private static var cardKeys: [PlainKey] {
    [
      PlainKey("e note", .note), PlainKey("B bury until tomorrow", .bury),
      PlainKey("x suspend", .suspend), PlainKey("N does not apply", .leaveAside),
      PlainKey("u undo", .undo), PlainKey("s skip", .skip), quit,
    ]
  }

  /// Whether a text is that of a key of every card, which is said with the first of them.
  static func isCardKey(_ text: String) -> Bool { cardKeys.contains { $0.text == text } }

  private static var judging: PlainKey {
    PlainKey(
      "a answered, n thin, z stuck",
      ["a": .judge(.answered), "n": .judge(.thin), "z": .judge(.stuck)])
  }

  /// The loop knows what it does: it is the end of all.
  private static var quit: PlainKey { PlainKey("q quit") }

  private var familyKey: PlainKey {
    var actions: [String: Action] = [:]
    for (index, family) in start.families.enumerated() {
      actions["\(index + 1)"] = .guess(family.code)
    }
    return PlainKey("its number", actions)
  }

  private func storyKey(_ text: String) -> PlainKey {
    var actions = ["": Action.name(nil)]
    for (index, story) in start.stories.enumerated() {
      actions["\(index + 1)"] = .name(story.number)
    }
    return PlainKey(text, actions)
  }
}
