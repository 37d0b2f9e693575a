import Campaign
import Decks
import Practice
import Scheduler
import Screen

extension LogScreen {
  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    guard takesText else { return nil }
    var isMeant = false
    write(at: stage.now.time) { isMeant = $0.handle(key) }
    return isMeant ? [] : nil
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch (action, step) {
    case (.move(let move), _): position.move(move)
    case (.later, _): go(to: .doubts)
    case (.discard, _): ask(on: &stage)
    case (.answer(let answer), _):
      asked = nil
      return answer == .yes ? discard(on: &stage) : []
    case (.take, .story(var entry)):
      entry.story = stage.notebook.stories.chosen(position)?.id
      goToFamily(of: entry, stage.notebook, stage.families)
      return keep(entry)
    case (.take, .family(var entry)):
      entry.family = stage.families.chosen(position)?.code
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

  /// Back from what is asked of a question is to what was asked before that, and from the first to the
  /// questions.
  mutating func close(on stage: inout Stage) -> [Effect]? {
    switch step {
    case .story: go(to: .recall)
    case .family(let entry): go(to: .story(entry))
    case .pressed(let entry): go(to: .family(entry))
    case .landed(let entry): go(to: .pressed(entry))
    case .recall, .pressedOn, .doubts, .promises, .thanks, .notAsked, .next: return nil
    }
    return []
  }

  // MARK: - Throwing it away

  private mutating func ask(on stage: inout Stage) {
    let counts = RoundLog(of: latestRound(on: stage), in: stage.notebook).counts
    let typed = field.text.isBlank ? "" : "what you typed"
    let all = [counts, typed].filter { !$0.isEmpty }.joined(separator: ", and ")
    if !stage.unsaved.items.isEmpty {
      stage.sayProblem("Not now: some of it is not on the disk yet and is tried again.")
    } else if all.isEmpty {
      stage.say("There is nothing to throw away: nothing is logged yet.")
    } else {
      asked = "Throw the log of round \(interview.round) away: \(all)?"
    }
  }

  private mutating func discard(on stage: inout Stage) -> [Effect] {
    go(to: .recall)
    stage.unsaved.removeDraft(of: draftID)
    stage.go(.leave)
    let isKept = !RoundLog(of: latestRound(on: stage), in: stage.notebook).counts.isEmpty
    if !isKept { stage.say("Thrown away.") }
    return [.keepDraft([], of: draftID)] + (isKept ? [.notebook(.emptyLog(interview))] : [])
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
      stage.go(.leave)
    } else if action == .goOn || line.isEmpty {
      return step == .next ? goOn(on: &stage) + effects : effects + goOn(on: &stage)
    } else if step == .next {
      // What is said last is whether the line was a time.
      return finish(on: &stage) + effects
    } else {
      go(to: step)
    }
    return effects
  }

  /// Goes on to the next part; after the last the log is finished.
  private mutating func goOn(on stage: inout Stage) -> [Effect] {
    switch step {
    case .recall: goToNextEntry(stage.notebook)
    case .doubts: go(to: .promises)
    case .promises: go(to: .thanks)
    case .thanks: go(to: .notAsked)
    case .notAsked: go(to: .next)
    case .next: return finish(on: &stage)
    case .landed, .story, .family, .pressed, .pressedOn: break
    }
    return []
  }

  private func finish(on stage: inout Stage) -> [Effect] {
    stage.go(.leave)
    var round = latestRound(on: stage)
    round.isLogged = true
    let entries = stage.notebook.entries(of: round.id)
    let thin = entries.count { $0.landed == .thin }
    let note =
      "Logged: \(entries.count) asked, \(thin) thin. What you are asked now takes it into account."
    return [.notebook(.keep([Item(round)], note: note))]
  }

  /// Keeps a line that was typed, as what the part asks for.
  private func kept(_ line: String, on stage: Stage) -> [Effect] {
    if step == .next { return [.notebook(.addRound(after: interview, at: line))] }
    return item(line, on: stage).map { [.notebook(.keep([$0], note: nil))] } ?? []
  }

  /// Text that was pasted: line by line, as if each had been typed.
  mutating func paste(_ text: String, on stage: inout Stage) -> [Effect] {
    guard takesText else { return [] }
    let lines = text.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }
    guard lines.count > 1 else {
      write(at: stage.now.time) { $0.paste(lines.first ?? "") }
      return []
    }
    if step == .next { return lines.flatMap { kept($0, on: stage) } }
    return [.notebook(.keep(items(lines, on: stage), note: nil))]
  }
}

extension RoundLog {
  /// What is in it, counted: `2 questions, 1 doubt`; empty if nothing is.
  fileprivate var counts: String {
    let counts = [
      entries.count.of("question"), doubts.count.of("doubt"), promises.count.of("promise"),
      thankYous.count.of("thank-you"),
      interview.notAsked.count.of("line of what nobody asked", "lines of what nobody asked"),
    ]
    return counts.filter { !$0.hasPrefix("0 ") }.joined(separator: ", ")
  }
}
