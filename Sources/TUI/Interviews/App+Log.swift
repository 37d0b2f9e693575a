import Campaign
import Decks
import Practice
import Scheduler
import Screen

extension App {
  /// What a key does while a round is logged; nil when it does nothing of its own there.
  mutating func press(_ key: Key, in log: LogScreen) -> [Effect]? {
    switch log.step {
    case .recall, .doubts, .promises, .thanks, .notAsked, .next, .pressedOn:
      return type(key, in: log)
    case .story(let entry):
      let stories = notebook.stories
      return choose(key, of: stories.count + 1, in: log) { row in
        var entry = entry
        entry.story = row == 0 ? nil : stories[row - 1].id
        return (entry, .family(entry))
      }
    case .family(let entry):
      let families = competencies.families
      return choose(key, of: families.count + 1, in: log) { row in
        var entry = entry
        entry.family = row == 0 ? nil : families[row - 1].code
        return (entry, .pressed(entry))
      }
    case .pressed(var entry):
      guard let answer = LogScreen.pressedKeys.action(for: key) else { return nil }
      entry.isPressed = answer ?? entry.isPressed
      var log = log
      log.go(to: answer == true ? .pressedOn(entry) : .landed(entry))
      show(.notebook(.log(log)))
      return [.notebook(.keep([Item(entry)], note: nil))]
    case .landed(var entry):
      guard let landing = LogScreen.landedKeys.action(for: key) else { return nil }
      entry.landed = landing ?? entry.landed
      var log = log
      log.goToNextEntry(notebook, after: entry)
      show(.notebook(.log(log)))
      return [.notebook(.keep([Item(entry)], note: nil))]
    }
  }

  /// Moves in a list to choose from, or takes a row.
  private mutating func choose(
    _ key: Key, of count: Int, in log: LogScreen, take: (Int) -> (Kept<LogEntry>, LogScreen.Step)
  ) -> [Effect]? {
    var log = log
    if let move = ListMove.keys.action(for: key) {
      log.position.move(move, count: count, page: frame.listHeight)
      show(.notebook(.log(log)))
      return []
    }
    guard let action = LogScreen.choiceKeys.action(for: key) else { return nil }
    guard action == .take else {
      log.go(to: .doubts)
      show(.notebook(.log(log)))
      return []
    }
    let (entry, step) = take(log.position.selected)
    log.go(to: step)
    if case .family = step {
      let likely = log.likelyFamily(entry, notebook, competencies.families)
      log.position.move(by: likely, count: likely + 1)
    }
    show(.notebook(.log(log)))
    return [.notebook(.keep([Item(entry)], note: nil))]
  }

  // MARK: - Lines

  private mutating func type(_ key: Key, in log: LogScreen) -> [Effect] {
    var log = log
    guard let action = LogScreen.typingKeys.action(for: key) else {
      log.type(key, at: now.time)
      show(.notebook(.log(log)))
      return []
    }
    // The line is on its way to its own place, and its draft stays until it is there.
    unsaved.end(log.draftID, isStored: log.isDraftStored)
    let effects = end(action, in: log)
    let isKept = effects.contains { effect in
      if case .notebook = effect { true } else { false }
    }
    return isKept ? effects : effects + dropEndedDrafts()
  }

  /// Takes in what stands in the field, and goes where the key leads.
  private mutating func end(_ action: LogScreen.TypingAction, in log: LogScreen) -> [Effect] {
    var log = log
    let line = log.field.text.trimmed
    if case .pressedOn(var entry) = log.step, action != .leave {
      entry.pressedOn = line
      log.go(to: .landed(entry))
      show(.notebook(.log(log)))
      return [.notebook(.keep([Item(entry)], note: nil))]
    }
    let effects = line.isEmpty ? [] : kept(line, in: log)
    switch action {
    case .leave:
      // What stands in the field is kept like any other line.
      show(.notebook(.log(log)))
      return effects + goBack()
    case .goOn: return effects + goOn(log)
    case .line:
      if line.isEmpty {
        return goOn(log)
      } else if log.step == .next {
        // Whether the day is taken in shows with what comes back.
        return effects + finish(log)
      } else {
        log.go(to: log.step)
      }
    }
    show(.notebook(.log(log)))
    return effects
  }

  /// Goes on to the next part; after the last the log is finished.
  private mutating func goOn(_ log: LogScreen) -> [Effect] {
    var log = log
    if log.step == .next { return finish(log) }
    log.goOn(notebook)
    show(.notebook(.log(log)))
    return []
  }

  private mutating func finish(_ log: LogScreen) -> [Effect] {
    path.removeLast()
    var interview = latest(of: log.interview)
    interview.isLogged = true
    let entries = notebook.entries(of: interview.id)
    let thin = entries.count { $0.landed == .thin }
    return [
      .notebook(
        .keep(
          [Item(interview)],
          note: "Logged: \(entries.count) asked, \(thin) thin. What comes up now goes by it."))
    ]
  }

  /// Keeps a line that was typed, as what the part asks for.
  private func kept(_ line: String, in log: LogScreen) -> [Effect] {
    if log.step == .next {
      return [.notebook(.addRound(employer: log.interview.employer, at: line))]
    }
    return item(line, in: log).map { [.notebook(.keep([$0], note: nil))] } ?? []
  }

  /// What a line is that was typed, as the part asks for it; nil where it is no thing of its own.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - log: the log at that part.
  ///   - others: things that are kept together with it, before it.
  /// - Returns: the thing.
  func item(_ line: String, in log: LogScreen, after others: [Item] = []) -> Item? {
    let round = log.interview.id
    let employer = log.interview.employer
    switch log.step {
    case .recall: return Item(LogEntry(interview: round, text: line))
    case .doubts: return Item(Doubt(employer: employer, text: line, raisedIn: round))
    case .promises: return Item(Promise(interview: round, text: line))
    case .thanks: return Item(thanks(line, to: employer, in: round))
    case .notAsked:
      var interview = latest(of: log.interview, after: others)
      interview.notAsked.append(line)
      return Item(interview)
    case .pressedOn(var entry):
      entry.pressedOn = line
      return Item(entry)
    case .next, .landed, .story, .family, .pressed: return nil
    }
  }

  /// A round as it is known last, on disk or on its way there.
  private func latest(
    of interview: Kept<Interview>, after others: [Item] = []
  ) -> Kept<Interview> {
    let waiting = (unsaved.items + others).compactMap { $0.kept(Interview.self) }
    return waiting.last { $0.id == interview.id } ?? notebook.interview(interview.id) ?? interview
  }

  /// A point to thank for: of one of them, if it begins with a name or role there and a colon.
  private func thanks(
    _ line: String, to employer: String, in interview: Number<Interview>
  ) -> ThankYou {
    let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    let person = notebook.people(at: employer).first { $0.title.isSameName(as: parts[0]) }
    guard parts.count == 2, let person else { return ThankYou(interview: interview, text: line) }
    return ThankYou(interview: interview, person: person.id, text: parts[1])
  }

  /// Text that was pasted: line by line, as if each had been typed.
  mutating func paste(_ text: String, into log: LogScreen) -> [Effect] {
    var log = log
    let lines = text.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard lines.count > 1 else {
      log.field.paste(lines.first ?? "")
      log.clock.changed(at: now.time)
      show(.notebook(.log(log)))
      return []
    }
    if log.step == .next { return lines.flatMap { kept($0, in: log) } }
    // In one, since each of what nobody asked is added to those before.
    var items: [Item] = []
    for line in lines { if let item = item(line, in: log, after: items) { items.append(item) } }
    return [.notebook(.keep(items, note: nil))]
  }
}

extension String {
  /// Without white space around it.
  var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    return rest.lastIndex { !$0.isWhitespace }.map { String(rest[...$0]) } ?? ""
  }
}
