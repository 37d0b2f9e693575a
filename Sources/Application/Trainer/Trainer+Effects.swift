import Campaign
import Decks
import Exchange
import Files
import Practice
import Screen
import Store
import TUI

/// What is done for each effect that the app wants; a line for each, and what takes more below.
extension Trainer {
  mutating func carriedOut(_ effect: Effect) throws -> Outcome {
    let store = workspace.store
    switch effect {
    case .loadHome: return .home(try workspace.homeSummary())
    case .loadSync: return .sync(try workspace.syncFigures())
    case .syncNow:
      if try meeting.beginAsked() { return .done }
      let width = terminal.size.width
      let hasMet = terminal.suspend { workspace.syncHere(width: width) }
      try workspace.updateDecks()
      return .synced(
        hasMet
          ? "Your machines have met." : "Your machines have not met, for the reason just shown.",
        isProblem: !hasMet)
    case .setUpSync(let place): return try setUpSync(place)
    case .loadConflicts: return .conflicts(try workspace.wordingConflicts(), nil)
    case .settle(let conflict, let choice): return try workspace.settle(conflict, by: choice)
    case .loadWeak: return .weak(try workspace.weakCards(at: clock.now))
    case .startSession(let request):
      return .session(try workspace.sessionStart(for: request))
    case .resumeSession:
      return .session(try workspace.session(for: nil))
    case .nameLastAction:
      workspace.noteDecksIfPossible()
      return .lastAction(try store.lastAction(at: clock.now)?.names)
    case .takeLastActionBack(let names):
      let taken: Store.TakenBack?
      do {
        taken = try workspace.takeLastActionBack { $0.names == names }
      } catch StoreError.changed {
        return .lastAction(try store.lastAction(at: clock.now)?.names)
      }
      // Cards are made of what is known and what is doubted.
      try workspace.updateDecks()
      return .tookBack(taken?.lines)
    case .loadDeleted:
      workspace.noteDecksIfPossible()
      return .deleted(
        try store.deleted(at: clock.now.time).map {
          DeletedThing(
            table: $0.table, name: $0.thing, title: $0.title, time: clock.day(of: $0.time))
        })
    case .practice(let effect):
      return .practice(
        try PracticeExecutor(workspace: workspace, sound: sound, ear: ear, open: open)
          .outcome(of: effect))
    case .copy(let text):
      guard terminal.copy(text) else {
        return .failed(
          "this terminal has no clipboard that can be reached; with Shift the mouse marks text")
      }
    case .alarm(let alarm):
      terminal.give(workspace.settings.signal)
      if alarm == .target, workspace.settings.notices == .on {
        terminal.notify("2:30: time to come to the end of your answer.")
      }
    case .sayAgain: if let aloud = app.aloud { say(aloud) }
    case .keepAnswer(let attempt):
      do throws(StoreError) {
        _ = try store.keep(attempt, in: nil)
        if attempt.hasWords, let name = attempt.recording { ear.release(name) }
        return .done
      } catch {
        return .answerUnkept(attempt, error.description)
      }
    case .loadOutlook: return .outlook(try workspace.sessionOutlook())
    case .keepDraft(let texts, let card):
      do throws(StoreError) {
        try workspace.keepDraft(texts, of: card)
        return .draftKept(texts, of: card)
      } catch {
        return .draftUnkept(texts, of: card, error.description)
      }
    case .loadDraft(let id): return .draft(try workspace.draft(of: id), of: id)
    case .loadDecks: return .decks(try store.decks(at: clock.now))
    case .setDeck(let id, let isOn):
      try store.setDeck(id, on: isOn)
      return .decks(try store.decks(at: clock.now))
    case .loadCards(let filter): return .cards(try store.cardList(filter, at: clock.now))
    case .search(let words, let deck):
      return .found(words, try store.cardNumbers(CardSearch(words), inDeck: deck))
    case .openSearch:
      index = try SearchIndex(workspace)
      return .searchOpened
    case .searchEverything(let words): return .foundEverything(try searchEverything(words))
    case .loadCommands: return .commands(commands.list())
    case .show(let name):
      return .notebook(.text(title: "starling \(name)", workspace.words(of: name)))
    case .run(let name):
      terminal.suspend { workspace.run(name) }
      try workspace.updateDecks()
      return .home(try workspace.homeSummary())
    case .explain(let name):
      return .notebook(.text(title: "starling \(name)", commands.help(name)))
    case .loadListings(let numbers):
      return .listings(
        try store.cardListings(numbered: numbers, at: clock.now), of: numbers)
    case .loadCard(let id): return try card(id)
    case .editCard(let id): return try editCard(id)
    case .mend(let fault): return try editDeck(fault.path, line: fault.line)
    case .loadProgress: return .progress(try workspace.progress())
    case .loadPlan(let minutes): return .plan(try workspace.planFigures(minutes: minutes))
    case .loadSettings: return workspace.settingsOutcome
    case .changeSetting(let name, let value): return try changeSetting(name, to: value)
    case .editSettings: return try editSettings()
    case .loadImport: if let importing { return .importProposal(importing.proposal) }
    case .takeImport(let entries):
      if let importing { return .imported(try importing.take(entries)) }
    case .notebook(let effect):
      return try noteOutcome(of: effect) ?? .notebook(try outcome(of: effect))
    case .redraw: terminal.redraw()
    case .quit:
      workspace.rescue(app.unsavedTexts)
      workspace.rescue(app.unsavedAnswers)
      isRunning = false
    }
    return .done
  }

  private mutating func searchEverything(_ words: String) throws -> SearchResults {
    let index = try self.index ?? SearchIndex(workspace)
    self.index = index
    return index.found(
      words, cards: try workspace.store.cardNumbers(CardSearch(words), inDeck: nil))
  }

  private func card(_ id: CardID) throws -> Outcome {
    let store = workspace.store
    guard let card = try workspace.sessionCards([id]).first,
      let listing = try store.cardListing(id, at: clock.now)
    else { return .failed("\(id) is in no deck now; its history is kept") }
    return .card(card, listing)
  }

  /// Opens a deck of the person's own at a card, and reads it again afterwards.
  private func editCard(_ id: CardID) throws -> Outcome {
    guard
      let deck = try workspace.store.decks(at: clock.now).first(where: { $0.id == id.deck })
    else { return .failed("there is no deck \(id.deck) now") }
    // What came with Starling is not for the person to change; a note on it is theirs.
    guard deck.origin == .own else { return try noteForm(on: id) }
    guard deck.id != Notebook.deckID else {
      return .failed("this is made of your dossier and their doubts: i leads to them")
    }
    return try editDeck(deck.path, line: workspace.store.card(id)?.line ?? 1)
  }

  /// Opens a deck file in the person's editor, and reads it again afterwards.
  private func editDeck(_ path: String, line: Int) throws -> Outcome {
    try terminal.suspend { try workspace.editor.open(path, line: line) }
    try workspace.updateDecks()
    return .deckEdited(
      fault: try workspace.store.deckFaults().first { $0.path == path }?.faults.first)
  }

  private mutating func changeSetting(_ name: String, to value: String?) throws -> Outcome {
    do throws(Failure) {
      try SettingsFile(workspace.places.settings).set(SettingKey.known(name), to: value)
    } catch {
      guard let value, error.code != .settings else { throw error }
      return .settingUnkept(value, error.message ?? "")
    }
    return try reopen()
  }

  private mutating func editSettings() throws -> Outcome {
    try FileReplacement(workspace.places.settings).makeFolders()
    try terminal.suspend { try workspace.editor.open(workspace.places.settings) }
    return try reopen()
  }

  /// Opens everything by the settings as they are now: memory and dates follow them.
  mutating func reopen() throws -> Outcome {
    try workspace.follow(SettingsFile.usable(in: workspace.places))
    sound = workspace.sound
    voice = workspace.voice
    meeting.settings = workspace.settings
    ear.command = workspace.settings.transcriber
    terminal.setColours(workspace.settings.colours)
    terminal.setMouse(workspace.settings.mouse == .on)
    return workspace.settingsOutcome
  }

  /// Shows a file in the person's editor, with the terminal theirs meanwhile.
  private func open(_ path: String) throws {
    try terminal.suspend { try workspace.editor.open(path) }
  }
}
