import Campaign
import Decks
import Practice
import Scheduler
import Screen

extension LogScreen {
  enum Action: Equatable, Sendable {
    /// Keep the line.
    case line
    case goOn, leave
    /// Take the row.
    case take
    /// Leave the rest of the questions.
    case later
    case move(ListMove)
    /// Whether they pressed on; nil leaves it as it is.
    case pressed(Bool?)
    /// How it landed; nil leaves it unsaid.
    case landed(LogEntry.Landing?)
  }

  /// While lines are typed every character is text.
  private static let typingKeys: [Binding<Action>] = [
    Binding(
      .enter, action: .line, footer: "keep",
      help: "Keep the line; on an empty one, go on to the next part"),
    Binding(
      .escape, action: .leave, footer: "leave",
      help: "Leave the log; what is typed is kept, and l goes on with it"),
    Binding(.control("d"), action: .goOn, footer: "go on", help: "Go on to the next part"),
  ]

  private static let choiceKeys: [Binding<Action>] =
    [
      Binding(.enter, action: .take, footer: "take it", help: "Take the row"),
      Binding(
        "n", action: .later, footer: "go on", help: "Leave the rest of the questions for later"),
    ] + ListMove.keys.mapped(Action.move)

  private static let pressedKeys: [Binding<Action>] = [
    Binding("y", action: .pressed(true), footer: "yes", help: "They pressed on"),
    Binding("n", action: .pressed(false), footer: "no", help: "They did not press on"),
    Binding(.enter, action: .pressed(nil), footer: "skip", help: "Leave it for later"),
  ]

  private static let landedKeys: [Binding<Action>] = [
    Binding("1", action: .landed(.strong), footer: "strong", help: "It landed well"),
    Binding("2", action: .landed(.fine), footer: "fine", help: "It was all right"),
    Binding(
      "3", action: .landed(.thin), footer: "thin", help: "It was thin: its cards come up more"),
    Binding(.enter, action: .landed(nil), footer: "skip", help: "Leave it for later"),
  ]

  static let help = [
    HelpSection("Logging a round", (typingKeys + pressedKeys.dropLast() + landedKeys).hints())
  ]

  func keys(on stage: Stage) -> [Binding<Action>] {
    switch step {
    case .recall, .pressedOn, .doubts, .promises, .thanks, .notAsked, .next: Self.typingKeys
    case .landed: Self.landedKeys
    case .story, .family: Self.choiceKeys
    case .pressed: Self.pressedKeys
    }
  }

  var takesText: Bool { Self.place(of: step) != nil }

  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    guard takesText else { return nil }
    write(at: stage.now.time) { $0.handle(key) }
    return []
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch (action, step) {
    case (.move(let move), _): self.move(move)
    case (.later, _): go(to: .doubts)
    case (.take, .story(var entry)):
      let stories = stage.notebook.stories
      entry.story = position.selected == 0 ? nil : stories[position.selected - 1].id
      goToFamily(of: entry, stage.notebook, stage.families)
      return keep(entry)
    case (.take, .family(var entry)):
      entry.family = position.selected == 0 ? nil : stage.families[position.selected - 1].code
      go(to: .pressed(entry))
      return keep(entry)
    case (.pressed(let answer), .pressed(var entry)):
      entry.isPressed = answer ?? entry.isPressed
      go(to: answer == true ? .pressedOn(entry) : .landed(entry))
      return keep(entry)
    case (.landed(let landing), .landed(var entry)):
      entry.landed = landing ?? entry.landed
      goToNextEntry(stage.notebook, after: entry)
      return keep(entry)
    case (.line, _), (.goOn, _), (.leave, _):
      // The line is on its way to its own place, and its draft stays until it is there.
      stage.unsaved.end(draftID, isStored: isDraftStored)
      let effects = end(action, on: &stage)
      let isKept = effects.contains { if case .notebook = $0 { true } else { false } }
      return isKept ? effects : effects + stage.dropEndedDrafts(beside: typedText)
    case (.take, _), (.pressed, _), (.landed, _): break
    }
    return []
  }

  private func keep(_ entry: Kept<LogEntry>) -> [Effect] {
    [.notebook(.keep([Item(entry)], note: nil))]
  }

  // MARK: - Lines

  /// Takes in what stands in the field, and goes where the key leads.
  private mutating func end(_ action: Action, on stage: inout Stage) -> [Effect] {
    let line = field.text.trimmed
    if case .pressedOn(var entry) = step, action != .leave {
      entry.pressedOn = line
      go(to: .landed(entry))
      return keep(entry)
    }
    let effects = line.isEmpty ? [] : kept(line, on: stage)
    if action == .leave {
      // What stands in the field is kept like any other line.
      stage.go(.back)
    } else if action == .goOn || line.isEmpty {
      return effects + goOn(on: &stage)
    } else if step == .next {
      // Whether the day is taken in shows with what comes back.
      return effects + finish(on: &stage)
    } else {
      go(to: step)
    }
    return effects
  }

  /// Goes on to the next part; after the last the log is finished.
  private mutating func goOn(on stage: inout Stage) -> [Effect] {
    if step == .next { return finish(on: &stage) }
    goOn(stage.notebook)
    return []
  }

  private func finish(on stage: inout Stage) -> [Effect] {
    stage.go(.leave)
    var round = latestRound(on: stage)
    round.isLogged = true
    let entries = stage.notebook.entries(of: round.id)
    let thin = entries.count { $0.landed == .thin }
    let note = "Logged: \(entries.count) asked, \(thin) thin. What comes up now goes by it."
    return [.notebook(.keep([Item(round)], note: note))]
  }

  /// Keeps a line that was typed, as what the part asks for.
  private func kept(_ line: String, on stage: Stage) -> [Effect] {
    if step == .next { return [.notebook(.addRound(employer: interview.employer, at: line))] }
    return item(line, on: stage).map { [.notebook(.keep([$0], note: nil))] } ?? []
  }

  /// Text that was pasted: line by line, as if each had been typed.
  mutating func paste(_ text: String, on stage: inout Stage) -> [Effect] {
    guard takesText else { return [] }
    let lines = text.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard lines.count > 1 else {
      write(at: stage.now.time) { $0.paste(lines.first ?? "") }
      return []
    }
    if step == .next { return lines.flatMap { kept($0, on: stage) } }
    return [.notebook(.keep(items(lines, on: stage), note: nil))]
  }
}

extension Stage {
  /// Opens the log of a round, or of the latest that has begun, with what was typed there and not
  /// kept.
  mutating func openLog(with employer: String, of round: Kept<Interview>? = nil) -> [Effect] {
    if let round, round.startsAt > now.time.milliseconds {
      askForRound(with: employer)
      return []
    }
    guard let round = round ?? roundToLog(with: employer) else { return [] }
    var log = LogScreen(round, in: frame)
    let effects = log.begin(on: self)
    go(.open(log))
    return effects
  }

  /// The latest round that has begun; if there is none, asks for one that is missing.
  mutating func roundToLog(with employer: String) -> Kept<Interview>? {
    let begun = latestRound(with: employer)
    if begun == nil { askForRound(with: employer) }
    return begun
  }

  /// Asks whether a round that is missing has been, or says why there is nothing to log.
  private mutating func askForRound(with employer: String) {
    let time = now.time.milliseconds
    if let round = notebook.missingRound(with: employer, at: time) {
      let interview = Interview(employer: employer, round: round, startsAt: time)
      go(.open(HeldScreen(interview: interview)))
    } else if notebook.interviews(with: employer).isEmpty {
      sayNoInterview(with: employer)
    } else {
      sayProblem("There is nothing to log before the interview.")
    }
  }

  mutating func sayNoInterview(with employer: String) {
    sayProblem("No interview with \(employer) is written down yet: a under Rounds adds one.")
  }
}

extension String {
  /// Without white space around it.
  var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    return rest.lastIndex { !$0.isWhitespace }.map { String(rest[...$0]) } ?? ""
  }
}
