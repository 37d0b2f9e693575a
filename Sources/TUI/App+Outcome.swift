import Campaign
import Decks
import Practice

extension App {
  /// Takes in what came of an effect, and says what to do next.
  public mutating func update(_ outcome: Outcome) -> [Effect] {
    settled(take(outcome))
  }

  /// Offers it to all screens that are open, then to those that it may open; the stage comes last, so
  /// that screens see what has changed.
  private mutating func take(_ outcome: Outcome) -> [Effect] {
    if let visit = stage.visit, let opened = Screens.opened(by: outcome, on: stage) {
      return arrive(at: opened, by: outcome, visit)
    }
    if case .failed = outcome { stage.visit = nil }
    var effects: [Effect] = []
    var isTaken = false
    for index in path.indices {
      guard let next = path[index].take(outcome, on: &stage) else { continue }
      isTaken = true
      effects += next
    }
    if !isTaken, let opened = Screens.opened(by: outcome, on: stage) {
      path.append(opened)
    } else if !isTaken {
      effects += takeAtHome(outcome)
    }
    return effects + note(outcome) + follow()
  }

  /// Opens a place that was gone to by its name, whether or not it is open already further down.
  private mutating func arrive(
    at place: any ScreenModel, by outcome: Outcome, _ visit: Visit
  ) -> [Effect] {
    stage.visit = nil
    path.append(place)
    var effects = note(outcome)
    path[top].settle(on: stage)
    if let key = visit.key { effects += path[top].press(key, on: &stage) ?? [] }
    return effects + follow()
  }

  /// What is for no screen but comes of a key at home.
  private mutating func takeAtHome(_ outcome: Outcome) -> [Effect] {
    switch outcome {
    case .session(let start):
      stage.say(
        start.session.isDaily
          ? "Today's session is done. n at home, or “practice --new”, gives more."
          : "There is nothing to practise here.")
      return stage.endsWithSession ? quit() : []
    case .practice(.heard(let heard)):
      switch heard.result {
      case .failed(let reason): stage.sayProblem("\(reason). The recording stays.")
      case .words(let texts, _):
        guard heard.kept == nil else { break }
        // Nobody has the answer open any more: its words become a draft.
        return [.practice(.shelve(heard.card, recording: heard.recording, texts: texts))]
      }
      return []
    case .lastAction(nil):
      stage.say("There is nothing to take back.")
      return []
    default: return []
    }
  }

  /// Notes on the stage what is known now, and says what has to be said.
  private mutating func note(_ outcome: Outcome) -> [Effect] {
    switch outcome {
    case .home(let summary): stage.home = summary
    case .decks(let decks): stage.decks = decks
    case .commands(let commands): stage.commands = commands
    case .draftKept(_, let id):
      if stage.unsaved.removeDraft(of: id) { stage.say("What you typed is saved now.") }
    case .draftUnkept(let texts, let id, let reason):
      stage.unsaved.add(unsavedLine(texts, of: id), at: stage.now.time)
      stage.sayUnsaved(reason)
    case .answerUnkept(let attempt, let reason):
      stage.unsaved.add(attempt, at: stage.now.time)
      stage.sayProblem("Not saved yet: \(reason). Your answer stays here and is tried again.")
    case .settingUnkept(_, let reason): stage.sayProblem(reason)
    case .settings(let listing, let inForce):
      stage.settings = inForce
      if let fault = listing.faults.first { stage.sayProblem(fault) }
    case .deckEdited(let fault?): stage.sayProblem("line \(fault.line): \(fault.message)")
    case .synced(let text, let isProblem):
      if isProblem { stage.sayProblem(text) } else { stage.say(text) }
    case .failed(let text): stage.sayProblem(text)
    case .notebook(let outcome): return note(outcome)
    default: break
    }
    return []
  }

  private mutating func note(_ outcome: NotebookOutcome) -> [Effect] {
    switch outcome {
    case .opened(let open, let goal):
      stage.openNotebook = open
      switch goal {
      case .feeds(let feeds): stage.open(feeds)
      case .log(let number):
        guard let round = open.notebook.interview(number) else { break }
        return stage.openLog(with: round.employer, of: round)
      case .part where open.notebook.employers.isEmpty:
        stage.say("That belongs to an employer, so the interview with them comes first.")
      case .part, .stories, .employers, .newInterview: break
      }
    case .held(_, let open), .panel(_, let open, _): stage.openNotebook = open
    case .changed(let open, let note):
      stage.openNotebook = open
      if let note { stage.say(note) }
      path.removeAll { $0.isGone(from: open.notebook) }
      return stage.dropEndedDrafts(beside: path[top].typedText)
    case .unkept(let items, let reason): stage.unkept(items, reason)
    case .form(let form, let draft):
      if !form.remark.isEmpty { stage.say(form.remark) }
      if !draft.isEmpty {
        stage.say("What you typed last time is here again; Ctrl-D keeps it.")
      }
    case .text, .sheet, .faults: break
    }
    return []
  }
}
