import BundledDecks
import Campaign
import Decks
import Exchange
import Files
package import Practice
import Scheduler
import Screen
import Store
import TUI

/// The loop of the trainer: an event comes in, the app changes, effects are carried out, the screen
/// is shown.
package struct Trainer {
  package private(set) var workspace: Workspace
  package var clock: WallClock { workspace.clock }
  package let terminal: any TrainerTerminal
  private var app: App
  private var isRunning = true
  private var sound: Sound {
    didSet { holdSoundWhenStopped() }
  }
  private var voice: Voice {
    didSet { holdSoundWhenStopped() }
  }
  /// Who writes down what was said, whatever the settings become.
  private let ear: Ear
  private var meeting: AutomaticSync
  /// What was said aloud last.
  private var said: Aloud?
  /// What the command line can do besides.
  private let commands: CommandTable
  /// What a search looks through; nil until one is opened.
  private var index: SearchIndex?
  /// The import that is looked at; nil where there is none.
  private let importing: ImportAtHand?

  /// What the trainer begins with.
  package enum Opening {
    case home
    /// A session; nil is today's.
    case session((Workspace) throws -> SessionRequest?)
    /// An import before anything of it is kept.
    case importing(ImportAtHand)
    /// What was changed on two machines.
    case conflicts
  }

  /// Runs the trainer until the person leaves it.
  ///
  /// - Parameters:
  ///   - workspace: what it works with.
  ///   - terminal: the terminal, ready.
  ///   - opening: what it begins with; with anything but home it ends, too.
  ///   - warning: what is to be said of the terminal; nil if nothing is.
  ///   - commands: what the command line can do besides.
  /// - Throws: what ends the trainer before the person does, such as no database.
  package static func run(
    _ workspace: Workspace, in terminal: any TrainerTerminal,
    opening: Opening = .home, warning: String? = nil, commands: CommandTable = CommandTable()
  ) throws {
    var importing: ImportAtHand?
    if case .importing(let atHand) = opening { importing = atHand }
    var trainer = Trainer(
      workspace: workspace, terminal: terminal, commands: commands, importing: importing)
    try trainer.run(opening, warning: warning)
  }

  init(
    workspace: Workspace, terminal: any TrainerTerminal, commands: CommandTable = CommandTable(),
    importing: ImportAtHand? = nil
  ) {
    self.importing = importing
    self.workspace = workspace
    self.commands = commands
    self.terminal = terminal
    sound = workspace.sound
    voice = workspace.voice
    ear = workspace.ear
    meeting = AutomaticSync(workspace)
    app = App(
      size: terminal.size, now: workspace.clock.now, settings: workspace.settingsInForce,
      competencies: workspace.competencies, clocks: workspace.clock.clocks,
      hasSigns: terminal.hasSigns)
  }

  private func holdSoundWhenStopped() {
    let (sound, voice, ear) = (sound, voice, ear)
    terminal.whenStopped = {
      sound.hold($0)
      voice.hold($0)
      ear.hold($0)
    }
  }

  private mutating func run(_ opening: Opening, warning: String?) throws {
    holdSoundWhenStopped()
    terminal.setMouse(workspace.settings.mouse == .on)
    let problems = try updateDecks()
    let unsaved = workspace.bringBackUnsaved()
    switch opening {
    case .home: carryOut(app.start())
    case .session(let request): carryOut(app.startSession(try request(workspace)))
    case .importing: carryOut(app.start(at: .loadImport))
    case .conflicts: carryOut(app.start(at: .loadConflicts))
    }
    let warnings =
      try [warning, workspace.missingDatabase, workspace.clockProblem(at: clock.now)]
      .compactMap(\.self) + unsaved + problems
    if !warnings.isEmpty { _ = app.update(.failed(warnings.joined(separator: "; "))) }
    var needsCopy = workspace.store.needsDailyCopy(at: clock.now)
    var needsTidying = true
    while isRunning {
      terminal.show(app.view())
      if terminal.settleColours() { terminal.show(app.view()) }
      sayAloud()
      // Not while something is said: what came of the copy would be said in its place.
      let makesCopy = needsCopy && !app.isSaying
      let hasWork = makesCopy || needsTidying
      let patience = [
        app.nextChange, hasWork ? Self.leisure : nil,
        ear.isAtWork || meeting.isRunning ? Self.glance : nil,
      ]
      let event = terminal.nextEvent(within: patience.compactMap(\.self).min())
      // Whatever the key does besides.
      if case .key = event { voice.stop() }
      if needsTidying, event == .tick {
        needsTidying = false
        Leftovers(places: workspace.places).clear()
        takeUpWords()
        deleteOldSound()
        meet { meeting throws(Failure) in try meeting.begin() }
      }
      if makesCopy, event == .tick {
        // The first copy of the day, while nobody waits for anything.
        needsCopy = false
        if let problem = workspace.makeDailyCopy() { _ = app.update(.failed(problem)) }
      }
      carryOut(app.update(event, now: clock.now))
      takeWords()
      if let ending = meeting.poll() { try takeMeeting(ending) }
    }
    meet { meeting throws(Failure) in try meeting.end() }
    // What was kept last is to be found the next time.
    try workspace.store.checkPresence()
    workspace.fitByItself()
  }

  /// Says what a meeting came to that was asked for, and shows what came.
  private mutating func takeMeeting(_ ending: AutomaticSync.Ending) throws {
    if ending.hasCome { try workspace.updateDecks() }
    if ending.isAsked {
      carryOut(app.update(.synced(ending.words, isProblem: ending.isProblem)))
    }
    if ending.hasCome { carryOut(app.renewal) }
  }

  /// Reads new and changed decks, behind a screen that says how far it is.
  private mutating func updateDecks() throws -> [String] {
    var app = app
    let terminal = terminal
    return try workspace.updateDecks { share in
      _ = app.update(.readingDecks(share))
      terminal.show(app.view())
    }
  }

  /// So long without a key, in milliseconds, there is time for a safety copy, and for
  /// looking what was left behind.
  private static let leisure = 500
  /// So often, in milliseconds, it is looked how far the engine is that writes something down.
  private static let glance = 200

  // MARK: - What is said and heard

  /// Says what is asked now, if that was not said yet.
  private mutating func sayAloud() {
    guard let aloud = app.aloud else { return voice.stop() }
    guard aloud != said else { return }
    said = aloud
    say(aloud)
  }

  private mutating func say(_ aloud: Aloud) {
    do throws(Failure) {
      try voice.say(aloud.text, voice: aloud.voice)
    } catch {
      _ = app.update(.failed(error.message ?? "nothing can be said"))
    }
  }

  /// Takes up what was recorded and not written down when the trainer was left last.
  private mutating func takeUpWords() {
    do throws(Failure) {
      try ear.takeUp()
    } catch {
      _ = app.update(.failed(error.message ?? "nothing can be written down"))
    }
  }

  /// Lets go of sound whose words are kept, as the person wants it.
  private mutating func deleteOldSound() {
    do throws(Failure) {
      _ = try workspace.deleteOldSound()
    } catch {
      _ = app.update(.failed(error.message ?? "old recordings cannot be deleted"))
    }
  }

  private mutating func meet(_ body: (inout AutomaticSync) throws(Failure) -> Void) {
    do throws(Failure) {
      try body(&meeting)
    } catch {
      _ = app.update(.failed(error.message ?? "your machines cannot be brought together"))
    }
  }

  /// Puts the words that have come where they belong.
  private mutating func takeWords() {
    guard ear.isAtWork, let heard = ear.poll(mayStart: sound.isSettled) else { return }
    do {
      carryOut(app.update(.practice(.heard(try workspace.keep(heard, of: ear)))))
      if workspace.settings.notices == .on { terminal.notify("Your answer is written down.") }
    } catch {
      _ = app.update(.failed(Failure.words(of: error)))
    }
  }

  /// Carries effects out, and those that follow from their outcomes.
  private mutating func carryOut(_ effects: [Effect]) {
    var waiting = effects[...]
    while let effect = waiting.popFirst() {
      if effect == .quit, waiting.contains(where: { $0 != .quit }) {
        waiting.append(.quit)
        continue
      }
      waiting += app.update(outcome(of: effect))
      let news = workspace.store.takeNews()
      // All at once: each would take the place of the one before.
      if !news.isEmpty { _ = app.update(.failed(news.joined(separator: "; "))) }
    }
  }

  /// Carries one effect out; what fails comes back as words for the screen.
  mutating func outcome(of effect: Effect) -> Outcome {
    do {
      return try carriedOut(effect)
    } catch let failure as Failure {
      // The trainer ends now; this comes when the terminal is the shell's again.
      if failure.signal != nil, let message = failure.message { Output.warn(message) }
      return .failed(failure.message ?? "it could not be done")
    } catch {
      return .failed(Failure.words(of: error))
    }
  }

  private mutating func carriedOut(_ effect: Effect) throws -> Outcome {
    let store = workspace.store
    switch effect {
    case .loadHome: return .home(try workspace.homeSummary())
    case .loadSync: return .sync(try workspace.syncFigures())
    case .syncNow:
      if try meeting.beginAsked() { return .done }
      terminal.suspend { workspace.syncHere() }
      try workspace.updateDecks()
      return .synced("Your machines have met.", isProblem: false)
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
      terminal.suspend { workspace.run([name]) }
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
  private mutating func reopen() throws -> Outcome {
    try workspace.follow(SettingsFile.usable(in: workspace.places))
    sound = workspace.sound
    voice = workspace.voice
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
