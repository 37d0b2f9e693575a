import Campaign
import Decks
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
      return [.notebook(.keep([.entry(entry)], note: nil))]
    case .landed(var entry):
      guard let landing = LogScreen.landedKeys.action(for: key) else { return nil }
      entry.landed = landing ?? entry.landed
      var log = log
      log.goToNextEntry(notebook, after: entry)
      show(.notebook(.log(log)))
      return [.notebook(.keep([.entry(entry)], note: nil))]
    }
  }

  /// Moves in a list to choose from, or takes a row.
  private mutating func choose(
    _ key: Key, of count: Int, in log: LogScreen, take: (Int) -> (LogEntry, LogScreen.Step)
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
    return [.notebook(.keep([.entry(entry)], note: nil))]
  }

  // MARK: - Lines

  private mutating func type(_ key: Key, in log: LogScreen) -> [Effect] {
    var log = log
    guard let action = LogScreen.typingKeys.action(for: key) else {
      log.field.handle(key)
      show(.notebook(.log(log)))
      return []
    }
    let line = log.field.text.trimmed
    if case .pressedOn(var entry) = log.step, action != .leave {
      entry.pressedOn = line
      log.go(to: .landed(entry))
      show(.notebook(.log(log)))
      return [.notebook(.keep([.entry(entry)], note: nil))]
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
    var interview = notebook.interview(log.interview.id) ?? log.interview
    interview.isLogged = true
    let entries = notebook.entries(of: interview.id)
    let thin = entries.count { $0.landed == .thin }
    return [
      .notebook(
        .keep(
          [.interview(interview)],
          note: "Logged: \(entries.count) asked, \(thin) thin. What comes up now goes by it."))
    ]
  }

  /// Keeps a line that was typed, as what the part asks for.
  private func kept(_ line: String, in log: LogScreen) -> [Effect] {
    guard let key = log.interview.id else { return [] }
    let employer = log.interview.employer
    let item: Item
    switch log.step {
    case .recall: item = .entry(LogEntry(interview: key, text: line))
    case .doubts: item = .doubt(Doubt(employer: employer, text: line, raisedIn: key))
    case .promises: item = .promise(Promise(interview: key, text: line))
    case .thanks: item = .thankYou(thanks(line, to: employer, in: key))
    case .notAsked:
      var interview = notebook.interview(key) ?? log.interview
      interview.notAsked.append(line)
      item = .interview(interview)
    case .pressedOn(var entry):
      entry.pressedOn = line
      item = .entry(entry)
    case .next: return [.notebook(.addRound(employer: employer, at: line))]
    case .landed, .story, .family, .pressed: return []
    }
    return [.notebook(.keep([item], note: nil))]
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
      show(.notebook(.log(log)))
      return []
    }
    return lines.flatMap { kept($0, in: log) }
  }
}

extension String {
  /// Without white space around it.
  var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    return rest.lastIndex { !$0.isWhitespace }.map { String(rest[...$0]) } ?? ""
  }
}
