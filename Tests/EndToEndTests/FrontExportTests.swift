import Foundation
import TestSupport
import Testing

/// The same session with keys on the screen and line by line.
@Suite(.timeLimit(.minutes(20))) struct FrontExportTests {
  @Test func theScreenAndTheLinesLeaveTheSameExport() throws {
    let campaign = Campaign("two fronts, the program", whole: 60, slice: 3)
    for seed in campaign.seeds {
      let session = ScriptedSession(seed: seed)
      let lines = try TemporaryHome()
      try lines.writeDeck("sample", sampleDeck)
      let run = try lines.starling(
        "practice", "sample", "--plain", "--seed", "7", input: session.lines + "q\n")
      #expect(run.status == .exitCode(0) && run.errors.isEmpty, "seed \(seed): \(run.errors)")
      let keys = try TemporaryHome()
      try keys.writeDeck("sample", sampleDeck)
      let screen = try keys.session("practice", "sample", "--seed", "7")
      try screen.wait(for: Mark.question)
      // The first leaves the session, the second its summary.
      screen.type(session.keys + (session.isOver || session.isUntouched ? "q" : "qq"))
      #expect(try screen.exitStatus() == .exitCode(0), "seed \(seed): \(session.keys)")
      #expect(try export(of: keys) == export(of: lines), "seed \(seed): \(session.keys)")
    }
  }

  /// What a home holds, without the moments at which it was done and the drafts on the way there.
  private func export(of home: TemporaryHome) throws -> String {
    let run = try home.starling("export", "-", "--format", "json")
    #expect(run.status == .exitCode(0), "\(run.errors)")
    // Where no step counts there are no rows.
    #expect(run.output.contains("\"tables\""))
    let tables = run.output.prefix(
      upTo: run.output.range(of: "\"records\"")?.lowerBound ?? run.output.endIndex)
    return String(tables).replacing(/_ms": \d+/, with: "_ms\": 0")
      .replacing(/"marks": "[^"]*"/) { String($0.output).replacing(/\d+/, with: "0") }
  }
}

/// A session of the sample deck, made up at random: the lines and the keys that say the same.
private struct ScriptedSession {
  private(set) var lines = ""
  private(set) var keys = ""
  /// The cards to come, and what they were before each step that counts.
  private var queue = [0, 1, 2]
  private var earlier: [(queue: [Int], isGraded: Bool)] = []

  var isOver: Bool { queue.isEmpty }
  /// Whether no step counts, so that there is no summary.
  var isUntouched: Bool { earlier.isEmpty }

  init(seed: UInt64) {
    var generator = CaseGenerator(seed: seed)
    for _ in 0..<Int.random(in: 1...14, using: &generator) where !isOver {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: add(["", "p", "a"], "\rpa")
      case 1: add(["4", "m", "", "d", "+bck", "p", "z"], "4  \rbckpz")
      case 2: add(["t", "On Monday.", ".", ".", ".", ".", "+b"], "tOn Monday.\u{4}b")
      case 3: add(["h", "", "+bc"], "h\rbc")
      case 4:
        // The suggested grade: all is there.
        add(["m", "d", "+", ""], " \r\t\r")
        step(.good)
        continue
      case 5:
        put(away: Bool.random(using: &generator) ? "B" : "x")
        continue
      case 6:
        guard let last = earlier.last else { continue }
        queue = last.queue
        earlier.removeLast()
        add(["u"], "u")
        guard last.isGraded else { continue }
        // The lines ask it again.
        lines += "\n"
      default: add([""], "\r")
      }
      let grade = Grade.allCases.randomElement(using: &generator) ?? .good
      add([grade.rawValue], grade.rawValue)
      step(grade)
    }
  }

  private enum Grade: String, CaseIterable { case again = "1", hard = "2", good = "3", easy = "4" }

  private mutating func add(_ lines: [String], _ keys: String) {
    self.lines += lines.map { $0 + "\n" }.joined()
    self.keys += keys
  }

  private mutating func put(away key: String) {
    add([key], key)
    earlier.append((queue, false))
    queue.removeFirst()
  }

  private mutating func step(_ grade: Grade) {
    earlier.append((queue, true))
    let card = queue.removeFirst()
    if grade == .again { queue.insert(card, at: min(3, queue.count)) }
  }
}
