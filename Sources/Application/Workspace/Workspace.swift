import BundledDecks
package import Decks
package import Exchange
import Files
import Practice
import Scheduler
package import Store

/// What every command works with: the person's places, settings, decks and database.
package struct Workspace {
  package let places: Places
  package private(set) var settings: Settings
  /// What could not be used of the settings, a line each.
  package private(set) var settingsFaults: [String]
  package private(set) var store: Store
  /// Whether there was something to say when it was opened for a command.
  private(set) var hasWarned = false
  /// Where it runs.
  let surroundings: any Surroundings
  let knownDrafts = KnownDrafts()

  package var clock: WallClock { surroundings.clock }

  package var competencies: Competencies { BundledDecks.competencies }

  package var editor: Editor { Editor(settings.editor, in: surroundings) }

  package var recordings: Recordings { Recordings(folder: places.recordings) }

  /// The person's own programs that record and play.
  package var sound: Sound {
    Sound(
      recordings, recorder: settings.recorder, player: settings.player, in: surroundings)
  }

  /// Who writes down what was said.
  package var ear: Ear { Ear(recordings, command: settings.transcriber, in: surroundings) }

  /// Whether the questions of a session are said aloud.
  package var saysQuestions: Bool { voice.canSpeak && settings.askAloud == .always }

  /// Who says the questions.
  package var voice: Voice { Voice(command: settings.speaker, in: surroundings) }

  package var folder: DeckFolder { DeckFolder(path: places.decks) }

  /// Opens everything but the decks.
  ///
  /// - Parameters:
  ///   - surroundings: the machine.
  ///   - mayOnlyRead: whether a database that may not be written to is read all the same.
  /// - Throws: ``Failure`` and ``StoreError``.
  package init(in surroundings: any Surroundings, mayOnlyRead: Bool = false) throws {
    let places = try surroundings.places()
    try self.init(
      SettingsFile.usable(in: places), in: places, surroundings, mayOnlyRead: mayOnlyRead)
  }

  /// Opens everything but the decks, by settings that were read already.
  ///
  /// - Parameters:
  ///   - file: the settings.
  ///   - places: where everything is.
  ///   - surroundings: the machine.
  ///   - mayOnlyRead: whether a database that may not be written to is read all the same.
  /// - Throws: ``StoreError``.
  package init(
    _ file: SettingsFile, in places: Places, _ surroundings: any Surroundings,
    mayOnlyRead: Bool = false
  ) throws {
    self.places = places
    self.surroundings = surroundings
    settings = file.settings
    settingsFaults = file.complaints
    let clock = surroundings.clock
    store = try Store(
      at: places.store, schedule: Self.schedule(settings), mayOnlyRead: mayOnlyRead,
      clock: { clock.now.time })
    store.tellNews { Output.warn($0) }
    let folder = places.store.folder
    store.keepRun { Self.keepRun($0, in: folder, at: clock.now.time) }
  }

  /// Puts what a run has recorded into an archive, which “starling import” takes.
  ///
  /// - Returns: its path; nil if it could not be written.
  private static func keepRun(_ tables: [PlainTable], in folder: String, at time: Timestamp)
    -> String?
  {
    let path =
      "\(folder)/unsaved-run-\(RunningProgram.own)-\(time.milliseconds).json"
    do throws(Failure) {
      try FileReplacement(path).write(Archive(tables: tables, decks: [], settings: nil).json)
      return path
    } catch {
      Output.warn(error.message ?? "\(path) cannot be written")
      return nil
    }
  }

  /// What a command works with.
  package enum Need {
    /// The database alone: what was practised and written.
    case truth
    /// The decks, too, which are brought up to date.
    case decks
  }

  /// Opens what a command needs, and says what could not be used of settings and decks.
  ///
  /// - Parameters:
  ///   - need: what it works with. What is not needed cannot keep the command from running.
  ///   - surroundings: the machine.
  ///   - keepsCopy: whether the day's first command makes a safety copy, and looks below `$TMPDIR`
  ///     for what was left; not for what is run at every prompt of a shell.
  ///   - tellsOfCopy: whether it is said here that this copy could not be brought back.
  ///   - mayOnlyRead: whether it is of use where nothing can be written.
  /// - Returns: the workspace.
  /// - Throws: ``Failure`` and ``StoreError``.
  package static func forCommand(
    _ need: Need = .decks, in surroundings: any Surroundings, keepsCopy: Bool = true,
    tellsOfCopy: Bool = true, mayOnlyRead: Bool = true
  ) throws -> Workspace {
    var workspace = try Workspace(in: surroundings, mayOnlyRead: mayOnlyRead)
    if let refusal = workspace.store.refusal {
      workspace.warn("\(refusal.description); it is read, and nothing is kept")
    }
    Leftovers(places: workspace.places).clear(isWide: keepsCopy)
    for fault in workspace.settingsFaults { workspace.warn(fault) }
    if let warning = workspace.missingDatabase { workspace.warn(warning) }
    if need == .decks {
      var line = ProgressLine("reading the decks")
      let problems = try workspace.updateDecks { line.show($0) }
      line.clear()
      for problem in problems { workspace.warn(problem) }
      for fault in try workspace.store.deckFaults() {
        workspace.warn(
          "\(fault.path) has faults and is left out; “starling decks check” names them")
      }
    }
    if keepsCopy, let problem = workspace.makeDailyCopy(tellsRefusal: tellsOfCopy) {
      workspace.warn(problem)
    }
    return workspace
  }

  private mutating func warn(_ text: String) {
    hasWarned = true
    Output.warn(text)
  }

  /// What to tell someone whose database is gone; nil if there was one, or this is the first start.
  var missingDatabase: String? {
    store.wasMissing
      ? "there was no database in \(places.store.database), so a new one was made; “starling restore PATH” brings a copy back"
      : nil
  }

  /// Makes the day's safety copy, unless there is one.
  ///
  /// - Parameter tellsRefusal: whether it matters that the copy could not be brought back.
  /// - Returns: why it could not be made, or not be brought back, in words; that keeps nobody from
  ///   practising.
  func makeDailyCopy(tellsRefusal: Bool = true) -> String? {
    guard store.refusal == nil else { return nil }
    do throws(StoreError) {
      let refusal = try store.makeDailyCopy(at: clock.now)
      guard tellsRefusal else { return nil }
      return refusal.map {
        "today's safety copy could not be brought back: \($0.detail); \($0.advice(places.store.copies, at: clock.now))"
      }
    } catch {
      return "no safety copy was made today: \(error.description)"
    }
  }

  /// Fits the memory model to the answers of earlier days, once a day: when practice is over, so that
  /// nobody waits for it.
  package func fitByItself() {
    var store = store
    do throws(StoreError) {
      try store.fitByItself(at: clock.now)
    } catch {
      Output.warn("the memory model was not fitted to you today: \(error.description)")
    }
  }

  /// Goes by other settings from now on.
  package mutating func follow(_ file: SettingsFile) throws {
    settings = file.settings
    settingsFaults = file.complaints
    try store.follow(Self.schedule(settings))
  }

  /// Brings the deck index up to date, with the deck that is made of the notebook.
  ///
  /// - Parameter progress: is told the share read so far, if there is so much to read that it shows.
  /// - Returns: what had to be left out, a line each; the other decks are there.
  /// - Throws: ``StoreError``.
  @discardableResult
  func updateDecks(progress: (Double) -> Void = { _ in }) throws -> [String] {
    let own = try NotebookDeck(store, at: clock.now)
    let (sources, problem) = folder.sources()
    try store.updateDeckIndex(
      to: sources + (own.map { [$0.source] } ?? []),
      progress: { done, total in
        if total > Self.quickBytes { progress(Double(done) / Double(total)) }
      },
      read: { source in
        source.path == own?.deck.path
          ? Reading(deck: own?.deck, faults: []) : DeckFolder.read(source)
      })
    return [problem, store.deckIndexProblem].compactMap(\.self)
  }

  /// So many bytes of deck files are read in a glance.
  private static let quickBytes = 200_000

  private static func schedule(_ settings: Settings) -> Schedule {
    Schedule(
      model: settings.model.model,
      rule: DueRule(
        retention: settings.desiredRetention, maximumInterval: settings.maximumInterval,
        fuzzSeed: settings.fuzz == .on ? 1 : nil),
      startHour: settings.dayStart, isFitted: settings.fit == .on)
  }
}
