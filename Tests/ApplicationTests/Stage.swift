import Exchange
import Files
import Practice
import Scheduler
import Screen
import Store
import Synchronization
import TestSupport
import Testing

@testable import Application

/// A home of nobody's, with a clock, an editor and sounds of its own: all that the program does can be
/// done in it without a terminal.
final class Stage: Surroundings {
  let home: TemporaryHome
  /// What the editor makes of a file, in turn; nothing is changed when there is none left.
  private let edits = Mutex<[@Sendable (String) -> String]>([])
  private let opened = Mutex<[(path: String, line: Int?)]>([])
  private let confirms = Mutex(false)
  private let started = Mutex<[String]>([])
  private let time = Mutex(Stage.evening)
  /// Seconds east of UTC.
  private let offset = Mutex(0)

  /// 23 November 2026, 19:00 UTC.
  static let evening = Timestamp(milliseconds: 1_795_460_400_000)

  init() throws { home = try TemporaryHome() }

  var clock: WallClock {
    WallClock(time: { self.time.withLock { $0 } }, offset: { _ in self.offset.withLock { $0 } })
  }

  var seconds: Double { elapsed.withLock { $0 } }
  func environment() throws(Failure) -> [String: String] { ["STARLING_HOME": home.path] }

  /// Lets time go by.
  func wait(minutes: Int) {
    time.withLock { $0 = $0.adding(milliseconds: Int64(minutes) * 60_000) }
  }

  func setOffset(_ seconds: Int) { offset.withLock { $0 = seconds } }

  func wait(seconds: Int) { time.withLock { $0 = $0.adding(milliseconds: Int64(seconds) * 1000) } }

  func setClock(_ time: Timestamp) { self.time.withLock { $0 = time } }

  // MARK: - The editor

  /// Has the editor make this of the next file that it is given.
  func willEdit(_ edit: @escaping @Sendable (String) -> String) {
    edits.withLock { $0.append(edit) }
  }

  /// What was opened, with the lines.
  var openedFiles: [(path: String, line: Int?)] { opened.withLock { $0 } }

  func edit(_ path: String, line: Int?, with command: String) throws(Failure) {
    opened.withLock { $0.append((path, line)) }
    guard let edit = edits.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return }
    let bytes = (try? FileBytes.read(path, limit: 1 << 20)) ?? []
    try FileReplacement(path).write(Array(edit(String(decoding: bytes, as: UTF8.self)).utf8))
  }

  /// Has the person press Enter when they are asked.
  func willConfirm() { confirms.withLock { $0 = true } }

  func isConfirmed(_ text: String) -> Bool { confirms.withLock { $0 } }

  // MARK: - Lines

  private let answers = Mutex<[String]?>(nil)
  private let asked = Mutex<[String]>([])

  /// Has the person be at a terminal, and answer so, line by line.
  func willAnswer(_ lines: String...) { answers.withLock { $0 = lines } }
  /// What the person was told and asked.
  var toldLines: [String] { asked.withLock { $0 } }

  var isAtTerminal: Bool { answers.withLock { $0 != nil } }
  func tell(_ text: String) { asked.withLock { $0.append(text) } }

  func ask(_ prompt: String) -> String? {
    asked.withLock { $0.append(prompt) }
    return answers.withLock { answers in
      guard let next = answers?.first else { return nil }
      answers?.removeFirst()
      return next
    }
  }

  // MARK: - Sounds

  /// The commands that were started.
  var startedPrograms: [String] { started.withLock { $0 } }

  func start(_ command: String, on path: String) throws(Failure) -> any SoundProgram {
    started.withLock { $0.append(command) }
    if command == "record" { try FileReplacement(path).write([1, 2, 3]) }
    return Silence(hasEnded: command == "quick")
  }

  /// What an engine prints, and how it ends; nil while it runs.
  struct Engine: Sendable {
    var printed: [UInt8] = []
    var status: Int32? = 0
  }

  private let engine = Mutex(Engine())
  private let heard = Mutex<[String]>([])
  private let said = Mutex<[String]>([])
  private let elapsed = Mutex(0.0)

  /// Has engines print this and end so.
  func willHear(_ engine: Engine) { self.engine.withLock { $0 = engine } }
  func willHear(_ text: String) { willHear(Engine(printed: Array(text.utf8))) }
  /// The files that engines were given, and the texts that were said.
  var heardFiles: [String] { heard.withLock { $0 } }
  var saidTexts: [String] { said.withLock { $0 } }
  /// Lets the clock go on that nobody sets.
  func pass(seconds: Double) { elapsed.withLock { $0 += seconds } }

  func listen(_ command: String, to path: String) throws(Failure) -> any ListeningProgram {
    heard.withLock { $0.append(path) }
    return Silence(engine: engine.withLock { $0 })
  }

  func say(_ text: String, with command: String) throws(Failure) -> any SpeakingProgram {
    said.withLock { $0.append("\(command): \(text)") }
    return Silence(hasEnded: false)
  }

  /// A program that runs until it is stopped, unless it has ended.
  private struct Silence: ListeningProgram, SpeakingProgram {
    var hasEnded: Bool
    var printed: [UInt8] = []
    var status: Int32?

    init(hasEnded: Bool) { self.hasEnded = hasEnded }

    init(engine: Engine) {
      (printed, status, hasEnded) = (engine.printed, engine.status, engine.status != nil)
    }

    mutating func isRunning() -> Bool { !hasEnded }
    mutating func read(atMost limit: Int) -> [UInt8] {
      defer { printed = [] }
      return Array(printed.prefix(limit))
    }
    func hold(_ isHeld: Bool) {}
    mutating func stop(within milliseconds: Int, deletes: Bool) { hasEnded = true }
    mutating func silence() { hasEnded = true }
  }

  // MARK: - The program

  func workspace() throws -> Workspace { try Workspace(in: self) }

  /// A workspace with its decks read.
  func readyWorkspace() throws -> Workspace {
    let workspace = try workspace()
    #expect(try workspace.updateDecks().isEmpty)
    return workspace
  }

  /// What is written to standard output while something is done.
  func output(_ body: () throws -> Void) rethrows -> String {
    try Output.collecting(body).collected.output
  }

  /// What is said on standard error while something is done.
  func messages(_ body: () throws -> Void) rethrows -> String {
    try Output.collecting(body).collected.messages
  }

  /// How something ends that cannot be done.
  func refusal(of body: () throws -> Void) -> String? {
    do {
      _ = try Output.collecting(body)
      return nil
    } catch {
      return (error as? Failure ?? Failure(error))?.message ?? "\(error)"
    }
  }
}
