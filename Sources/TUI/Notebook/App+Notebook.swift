import Campaign
import Decks
import Practice
import Scheduler
import Screen

extension App {
  /// What a key does on these screens; nil when it does nothing of its own there.
  mutating func press(_ key: Key, in place: NotebookPlace) -> [Effect]? {
    if place.doomedTitle != nil { return answerDeleting(key, in: place) }
    switch place {
    case .stories(let screen): return press(key, in: screen)
    case .employers(let screen): return press(key, in: screen)
    case .employer(let screen): return press(key, in: screen)
    case .things(let screen): return press(key, in: screen)
    case .text(var screen):
      guard let move = TextScreen.keys.action(for: key) else { return nil }
      screen.scroll(move, in: frame)
      show(.notebook(.text(screen)))
      return []
    case .held(let screen):
      guard let action = HeldScreen.keys.action(for: key) else { return nil }
      return action == .yes ? [.notebook(.hold(screen.interview))] : goBack()
    case .log(let screen): return press(key, in: screen)
    case .panel(let screen): return press(key, in: screen)
    }
  }

  var notebook: Notebook { openNotebook.notebook }
  var startHour: Int { schedule.startHour }
  var today: Day { now.day(startHour: startHour) }

  private mutating func press(_ key: Key, in screen: StoriesScreen) -> [Effect]? {
    var screen = screen
    let families = competencies.families
    if screen.search.isTyping {
      screen.search.press(key)
    } else if let move = ListMove.keys.action(for: key) {
      screen.position.move(move, count: rowCount(screen), page: frame.listHeight)
    } else {
      guard let action = StoriesScreen.keys.action(for: key) else { return nil }
      let story = screen.selected(notebook, families)
      switch action {
      case .add: return [.notebook(.add(Item(Story())))]
      case .open: return story.map { [.notebook(.read(Item($0)))] } ?? []
      case .edit: return story.map { [.notebook(.edit(Item($0)))] } ?? []
      case .told: return story.flatMap { toggleTold($0, screen.employer) } ?? []
      case .employer:
        let names = notebook.employers.map(\.name)
        let index = names.firstIndex { $0 == screen.employer } ?? names.count - 1
        screen.employer = names.isEmpty ? nil : names[(index + 1) % names.count]
      case .search: screen.search.isTyping = true
      case .filter: screen.filter = screen.filter.next
      case .delete: screen.doomed = story
      }
    }
    screen.position.move(by: 0, count: rowCount(screen))
    show(.notebook(.stories(screen)))
    return []
  }

  func rowCount(_ screen: StoriesScreen) -> Int {
    screen.rows(of: screen.matrix(notebook, competencies.families)).count
  }

  /// Marks a story as told in the latest round that has begun, or takes such a mark back.
  private mutating func toggleTold(_ story: Kept<Story>, _ employer: String?) -> [Effect]? {
    let begun = employer.flatMap {
      notebook.latestRound(with: $0, at: now.time.milliseconds)
    }
    guard let round = begun else {
      notice = Notice(
        text: "No round has been yet in which it could have been told.", isProblem: true)
      return nil
    }
    let marks = notebook.tellings.filter { $0.story == story.id && $0.interview == round.id }
    if let mark = marks.first { return [.notebook(.delete(Item(mark)))] }
    if notebook.entries(of: round.id).contains(where: { $0.story == story.id }) {
      notice = Notice(text: "The log of round \(round.round) says that it was told.")
      return nil
    }
    let telling = Telling(story: story.id, interview: round.id)
    return [
      .notebook(
        .keep([Item(telling)], note: "Told to \(round.employer) in round \(round.round)."))
    ]
  }

  private mutating func press(_ key: Key, in screen: EmployersScreen) -> [Effect]? {
    var screen = screen
    if screen.search.isTyping {
      screen.search.press(key)
    } else if let move = ListMove.keys.action(for: key) {
      screen.position.move(
        move, count: screen.employers(notebook, at: now).count, page: frame.listHeight)
    } else {
      guard let action = EmployersScreen.keys.action(for: key) else { return nil }
      let employer = screen.selected(notebook, at: now)
      switch action {
      case .add:
        return [
          .notebook(.add(Item(Interview(employer: employer?.name ?? "", round: 1, startsAt: 0))))
        ]
      case .open:
        guard let employer else { return [] }
        path.append(.notebook(.employer(EmployerScreen(employer: employer.name))))
        return []
      case .edit: return employer.map { [.notebook(.edit(Item($0)))] } ?? []
      case .compare:
        path.append(
          .notebook(
            .text(
              TextScreen(title: "Side by side", content: .text(notebook.comparison)))))
        return []
      case .search: screen.search.isTyping = true
      case .delete: screen.doomed = employer
      }
    }
    screen.position.move(by: 0, count: screen.employers(notebook, at: now).count)
    show(.notebook(.employers(screen)))
    return []
  }

  private mutating func press(_ key: Key, in screen: EmployerScreen) -> [Effect]? {
    var screen = screen
    if let move = ListMove.keys.action(for: key) {
      screen.position.move(move, count: EmployerPart.all.count, page: frame.listHeight)
      show(.notebook(.employer(screen)))
      return []
    }
    guard let action = EmployerScreen.keys.action(for: key) else { return nil }
    let next = openNotebook.nextOrLast(with: screen.employer, at: now)
    switch action {
    case .open:
      guard let part = screen.part else { return [] }
      path.append(.notebook(.things(ThingsScreen(part: part, employer: screen.employer))))
      return []
    case .log: return openLog(with: screen.employer, of: nil)
    case .brief:
      if next == nil { notice = noInterview(with: screen.employer) }
      return next.map { [.notebook(.brief($0))] } ?? []
    case .panel: return [.notebook(.panel(next))]
    case .edit:
      return notebook.employer(named: screen.employer)
        .map { [.notebook(.edit(Item($0)))] } ?? []
    }
  }

  private mutating func press(_ key: Key, in screen: ThingsScreen) -> [Effect]? {
    var screen = screen
    let view = PartView(
      open: openNotebook, employer: screen.employer, now: now, startHour: startHour)
    func rows() -> [ThingRow] { screen.rows(openNotebook, at: now, startHour: startHour) }
    if screen.search.isTyping {
      screen.search.press(key)
    } else if let move = ListMove.keys.action(for: key) {
      screen.position.move(move, count: rows().count, page: frame.listHeight / 2)
    } else {
      guard let action = screen.keys.action(for: key) else { return nil }
      let shown = rows()
      let row =
        shown.indices.contains(screen.position.selected) ? shown[screen.position.selected] : nil
      switch action {
      case .add:
        if let new = screen.part.new { return [.notebook(.add(Item(new(view))))] }
        return latestRound(with: screen.employer).map { [.notebook(.editLog($0))] } ?? []
      case .open: return row.map { [.notebook(.read($0.item))] } ?? []
      case .edit: return row.map { [.notebook(.edit($0.item))] } ?? []
      case .mark:
        let marked = row.flatMap { screen.part.mark?.change($0.item, view) }
        return marked.map { [.notebook(.keep([$0.item], note: $0.note))] } ?? []
      case .log:
        return openLog(with: screen.employer, of: row?.item.kept())
      case .search: screen.search.isTyping = true
      case .filter: screen.isOpenOnly.toggle()
      case .delete: screen.doomed = row
      }
    }
    screen.position.move(by: 0, count: rows().count)
    show(.notebook(.things(screen)))
    return []
  }

  /// Opens the log of a round, or of the latest that has begun.
  private mutating func openLog(with employer: String, of round: Kept<Interview>?) -> [Effect] {
    let begun = round.map { $0.startsAt <= now.time.milliseconds } ?? true
    guard begun, let interview = round ?? latestRound(with: employer) else {
      if !begun { askForRound(with: employer) }
      return []
    }
    return open(LogScreen(interview, width: frame.textWidth - 2))
  }

  /// The latest round that has begun; if there is none, asks for one that is missing.
  private mutating func latestRound(with employer: String) -> Kept<Interview>? {
    let begun = notebook.latestRound(with: employer, at: now.time.milliseconds)
    if begun == nil { askForRound(with: employer) }
    return begun
  }

  /// Asks whether a round that is missing has been, or says why there is nothing to log.
  private mutating func askForRound(with employer: String) {
    let time = now.time.milliseconds
    if let round = notebook.missingRound(with: employer, at: time) {
      let interview = Interview(employer: employer, round: round, startsAt: time)
      path.append(.notebook(.held(HeldScreen(interview: interview))))
    } else if notebook.interviews(with: employer).isEmpty {
      notice = noInterview(with: employer)
    } else {
      notice = Notice(text: "There is nothing to log before the interview.", isProblem: true)
    }
  }

  private func noInterview(with employer: String) -> Notice {
    Notice(
      text: "No interview with \(employer) is written down yet: a under Rounds adds one.",
      isProblem: true)
  }

  /// Takes in whether what was asked about is to be deleted.
  private mutating func answerDeleting(_ key: Key, in place: NotebookPlace) -> [Effect]? {
    guard let answer = DeletingAnswer.keys.action(for: key) else { return [] }
    var effects: [Effect] = []
    switch place {
    case .stories(var screen):
      if let story = screen.doomed { effects = [.notebook(.delete(Item(story)))] }
      screen.doomed = nil
      show(.notebook(.stories(screen)))
    case .employers(var screen):
      if let employer = screen.doomed { effects = [.notebook(.delete(Item(employer)))] }
      screen.doomed = nil
      show(.notebook(.employers(screen)))
    case .things(var screen):
      if let row = screen.doomed { effects = [.notebook(.delete(row.item))] }
      screen.doomed = nil
      show(.notebook(.things(screen)))
    case .employer, .text, .held, .log, .panel: break
    }
    return answer == .yes ? effects : []
  }
}

extension StoriesScreen.Filter {
  var next: Self {
    switch self {
    case .all: .untold
    case .untold: .told
    case .told: .all
    }
  }
}
