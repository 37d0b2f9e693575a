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
  package internal(set) var workspace: Workspace
  package var clock: WallClock { workspace.clock }
  package let terminal: any TrainerTerminal
  var app: App
  var isRunning = true
  var sound: Sound {
    didSet { holdSoundWhenStopped() }
  }
  var voice: Voice {
    didSet { holdSoundWhenStopped() }
  }
  /// Who writes down what was said, whatever the settings become.
  let ear: Ear
  var meeting: AutomaticSync
  /// What was said aloud last.
  var said: Aloud?
  /// What the command line can do besides.
  let commands: CommandTable
  /// What a search looks through; nil until one is opened.
  var index: SearchIndex?
  /// The import that is looked at; nil where there is none.
  let importing: ImportAtHand?

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
    meeting = AutomaticSync(workspace.settings)
    app = App(
      size: terminal.size, now: workspace.clock.now, settings: workspace.settingsInForce,
      competencies: workspace.competencies, clocks: workspace.clock.clocks,
      hasSigns: terminal.hasSigns, isInTmux: terminal.isInTmux)
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

  /// Carries effects out, and those that follow from their outcomes.
  mutating func carryOut(_ effects: [Effect]) {
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
}
